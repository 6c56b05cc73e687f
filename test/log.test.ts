import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { secretsOf } from '../src/secret.ts'

const telegramToken = `1234567890:${'Ab_'.repeat(12)}`
const discordToken = ['MTk4NjIyNDgzNDcxOTI1MjQ4', 'Cl2FMQ', 'ZnCjm1XVW7vRze4b7Cq4se7kKWs'].join('.')
const key = Buffer.alloc(32, 77).toString('base64')

const watch = (shape: 'json' | 'line' = 'json', secrets: readonly string[] = []) => {
  const lines: string[] = []
  const log = createLog({ level: 'debug', shape, secrets, write: (line) => lines.push(line) })
  return { log, written: () => lines.join(''), lines }
}

describe('a log', () => {
  it.each([
    ['a Telegram token', telegramToken],
    ['a Discord token', discordToken],
    ['a secret key', key],
    ['a bearer token', 'Bearer abcdefghijklmnop'],
    ['a password in an address', 'postgres://nom:motdepasse@localhost/base'],
    ['the key of an interaction', 'https://discord.com/api/v10/interactions/123/abcDEF-_9/callback'],
    ['a link that logs in', 'https://actionpopulaire.fr/?p=abc-def&code=xyz.123'],
  ])('never tells %s, wherever it is', (_, secret) => {
    const error = new Error(`request to https://x/bot${secret}/send failed`, {
      cause: new TypeError(`because of ${secret}`),
    })
    const facts = { err: error, deep: { list: [{ text: secret }], [secret]: 1 } }
    for (const shape of ['json', 'line'] as const) {
      const { log, written } = watch(shape)
      log.error(facts, `could not use ${secret}`)
      for (const part of [
        telegramToken,
        discordToken,
        key,
        'abcdefghijklmnop',
        'motdepasse',
        'abcDEF-_9',
        'xyz.123',
      ])
        expect(written()).not.toContain(part)
      expect(written()).toContain('could not use')
    }
  })

  it('never tells what the operator set as secret, of whatever shape', () => {
    const config = readConfig({
      TELEGRAM_TOKEN: 'jeton-d-essai',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
      DISCORD_TOKEN: 'autre-jeton',
      DATABASE_URL: 'postgres://nom:m%C3%AAme%22pas@localhost/base',
      SECRET_KEY: key,
      PUBLIC_URL: 'https://bot.exemple.fr',
      TELEGRAM_WEBHOOK_SECRET: 'secret-du-webhook',
      METRICS_TOKEN: 'jeton-des-mesures',
    })
    const secrets = secretsOf(config, config.secretKeys ?? [])
    const { log, written } = watch('json', secrets)
    for (const secret of secrets) log.info({ secret }, secret)
    log.info({ url: config.databaseUrl }, `bound to ${config.telegram?.webhook?.url}`)
    expect(secrets).toContain('même"pas')
    for (const secret of ['jeton', 'même', 'm%C3%AAme', 'webhook-', config.telegram?.webhook?.path ?? '?'])
      expect(written()).not.toContain(secret)
  })

  it('says what an error is, but not the request that a library hung on it', () => {
    const error = Object.assign(new Error('403: Forbidden'), {
      code: 403,
      requestBody: { json: { text: 'intime' } },
    })
    const { log, lines } = watch()
    log.warn({ err: error }, 'refused')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 40,
      msg: 'refused',
      err: { type: 'Error', message: '403: Forbidden', code: 403 },
    })
    expect(lines[0]).not.toContain('intime')
    expect(lines[0]).toContain('log.test.ts')
  })

  it('does not repeat the values of a failed query', () => {
    const { log, written } = watch()
    log.error({ err: new Error('Failed query: select $1\nparams: Camille,12') }, 'no')
    expect(written()).toContain('select $1')
    expect(written()).not.toContain('Camille')
  })

  it('takes one readable line, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (words, fact) => {
        const { log, lines } = watch('line')
        log.info({ fact }, words)
        expect(lines).toHaveLength(1)
        expect(lines[0]?.trimEnd()).not.toMatch(/[\n\r]/)
        expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d INFO {2}/)
      }),
    )
  })

  it('leaves ordinary words alone', () => {
    const { log, written } = watch('line', ['a', ''])
    log.info(
      { letter: '0b8e6f2a-8b0e-4a8e-9a57-3c8f0a1b2c3d', at: '2026-11-28T10:00:00.000Z' },
      'the bot started',
    )
    expect(written()).toMatch(
      /the bot started \{"letter":"0b8e6f2a-8b0e-4a8e-9a57-3c8f0a1b2c3d","at":"2026-11-28T10:00:00.000Z"\}\n$/,
    )
  })

  it('says less when asked to', () => {
    const lines: string[] = []
    const log = createLog({ level: 'warn', shape: 'json', secrets: [], write: (line) => lines.push(line) })
    log.info({}, 'no')
    log.warn({}, 'yes')
    expect(lines).toHaveLength(1)
  })
})

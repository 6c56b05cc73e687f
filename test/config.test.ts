import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, type Environment } from '../src/config.ts'
import { variables } from '../src/environment.ts'
import { operators } from '../src/phrases/operators.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const otherKey = Buffer.alloc(32, 9).toString('base64')
const database = { DATABASE_URL: 'postgres://nom:mot@localhost/base', SECRET_KEY: key }

const complaintsAbout = (env: Environment): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.complaints
    throw error
  }
}

describe('the settings', () => {
  it('need nothing at all: the playground starts', () => {
    expect(readConfig({})).toEqual({
      rates: { telegram: 30, discord: 50 },
      contact: 'porte-voix',
      playground: true,
      dataDir: './data',
      actionPopulaireUrl: 'https://actionpopulaire.fr',
      madeUp: true,
      departments: [],
      geoApiUrl: 'https://geo.api.gouv.fr',
      web: { host: '127.0.0.1', port: 8080 },
      roles: new Set(['bot', 'worker', 'web']),
      operators: [],
      logLevel: 'info',
      production: false,
    })
  })

  it('take an empty value for no value, as in a copied .env', () => {
    expect(readConfig({ TELEGRAM_TOKEN: '', DATABASE_URL: ' ', PORT: '' })).toEqual(readConfig({}))
  })

  it('turn the import and the geographic service off when their addresses are empty', () => {
    const config = readConfig({ ACTION_POPULAIRE_URL: '', GEO_API_URL: '' })
    expect(config.actionPopulaireUrl).toBeUndefined()
    expect(config.geoApiUrl).toBeUndefined()
  })

  it.each([
    { TELEGRAM_TOKEN: '123:ABC' },
    { DISCORD_TOKEN: 'abc.def.ghi' },
    { PUBLIC_URL: 'https://bot.exemple.fr' },
    database,
  ])('start no playground once something real is named: %j', (env) => {
    expect(readConfig(env)).toMatchObject({ playground: false, madeUp: false })
    expect(readConfig({ ...env, PLAYGROUND: 'on' })).toMatchObject({ playground: true, madeUp: true })
  })

  it.each([
    [{ CONTACT: 'bot@exemple.fr', PUBLIC_URL: 'https://bot.exemple.fr' }, 'bot@exemple.fr'],
    [{ PUBLIC_URL: 'https://bot.exemple.fr' }, 'https://bot.exemple.fr'],
    [{ TELEGRAM_TOKEN: '123:ABC' }, 'tg://user?id=123'],
    [{ DISCORD_TOKEN: `${Buffer.from('456').toString('base64url')}.a.b` }, 'https://discord.com/users/456'],
  ])('tell those who are asked where to reach us: %j', (env, contact) => {
    expect(readConfig(env).contact).toBe(contact)
  })

  it('let one have the playground beside another port, another folder or another Action Populaire', () => {
    const env = { PORT: '0', DATA_DIR: './ailleurs', ACTION_POPULAIRE_URL: 'http://127.0.0.1:9999' }
    expect(readConfig(env)).toMatchObject({ playground: true, madeUp: false })
    expect(readConfig({ ...env, PLAYGROUND: 'off' }).playground).toBe(false)
  })

  it('ask for a key with a database that others may share, and say how to make one', () => {
    expect(complaintsAbout({ DATABASE_URL: database.DATABASE_URL })).toEqual([
      operators.complaint('SECRET_KEY', operators.secretNeeded('data/secret.key')),
    ])
  })

  it('take several keys, the first one to write with', () => {
    const keys = readConfig({ ...database, SECRET_KEY: `${key}, ${otherKey}` }).secretKeys
    expect(keys?.map((one) => one.toString('base64'))).toEqual([key, otherKey])
  })

  it('make the webhook path from its secret, which the path does not tell', () => {
    const secret = 'un-secret-de-telegram'
    const env = { TELEGRAM_TOKEN: '123:ABC', PUBLIC_URL: 'https://bot.exemple.fr/' }
    expect(readConfig(env).telegram?.webhook).toBeUndefined()
    const webhook = readConfig({ ...env, TELEGRAM_WEBHOOK_SECRET: secret }).telegram?.webhook
    expect(webhook?.path).toMatch(/^\/telegram\/[\w-]{43}$/)
    expect(webhook?.url).toBe(`https://bot.exemple.fr${webhook?.path}`)
    expect(webhook?.url).not.toContain(secret)
    expect(complaintsAbout({ TELEGRAM_WEBHOOK_SECRET: secret })).toEqual([
      operators.complaint('TELEGRAM_WEBHOOK_SECRET', operators.webhookNeedsAddress),
    ])
  })

  it('take any token for another Bot API server, but only a real one for Telegram’s own', () => {
    expect(complaintsAbout({ TELEGRAM_TOKEN: 'essai' })).toEqual([
      operators.complaint('TELEGRAM_TOKEN', operators.wrong.TELEGRAM_TOKEN),
    ])
    const env = { TELEGRAM_TOKEN: 'essai', TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' }
    expect(readConfig(env).telegram).toEqual({ token: 'essai', apiRoot: 'http://127.0.0.1:8081' })
  })

  it('read what people paste: « Bot » before a token, a version or a slash after an address', () => {
    const env = { DISCORD_TOKEN: 'Bot abc.def.ghi', DISCORD_API: 'http://127.0.0.1:8082/api/v10/' }
    expect(readConfig(env).discord).toEqual({ token: 'abc.def.ghi', api: 'http://127.0.0.1:8082/api' })
  })

  it('read departments, roles and operators', () => {
    const config = readConfig({
      DEPARTMENTS: '75,93, 2a,974,99-04',
      ROLE: 'worker,bot',
      OPERATORS: 'telegram:123,discord:456',
    })
    expect(config.departments).toEqual(['75', '93', '2A', '974', '99-04'])
    expect(config.roles).toEqual(new Set(['bot', 'worker']))
    expect(config.operators).toEqual([
      { platform: 'telegram', key: '123' },
      { platform: 'discord', key: '456' },
    ])
  })

  it.each([
    ['TELEGRAM_TOKEN', '123:A BC'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['DISCORD_TOKEN', 'abc def'],
    ['DISCORD_API', 'ftp://discord'],
    ['DATABASE_URL', 'mysql://localhost/base'],
    ['REDIS_URL', 'localhost:6379'],
    ['SECRET_KEY', 'trop court'],
    ['SECRET_KEY', `${key},trop court`],
    ['SECRET_KEY', ','],
    ['ACTION_POPULAIRE_URL', 'non'],
    ['DEPARTMENTS', '75,96'],
    ['DEPARTMENTS', '99-12'],
    ['GEO_API_URL', 'non'],
    ['PUBLIC_URL', 'bot.exemple.fr'],
    ['TELEGRAM_WEBHOOK_SECRET', 'avec un espace !!'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['ROLE', 'chef'],
    ['OPERATORS', 'signal:12'],
    ['TELEGRAM_RATE', '0'],
    ['DISCORD_RATE', 'vite'],
    ['LOG_LEVEL', 'bavard'],
    ['METRICS_TOKEN', 'en deux'],
    ['PLAYGROUND', 'oui'],
  ] as const)('refuse %s=%s with one sentence that never repeats the value', (variable, value) => {
    const complaints = complaintsAbout({ [variable]: value })
    expect(complaints).toEqual([operators.complaint(variable, operators.wrong[variable])])
  })

  it('complain about everything at once', () => {
    expect(complaintsAbout({ PORT: 'x', ROLE: 'y' }).map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'ROLE',
    ])
  })

  it('have a sentence for each variable', () => {
    expect(Object.keys(operators.wrong)).toEqual(variables)
  })
})

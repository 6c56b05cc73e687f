import { describe, expect, it } from 'vitest'
import { systemClock, type Clock, type Instant } from '../../src/base/clock.ts'
import { readConfig, type Environment } from '../../src/config.ts'
import { doctor } from '../../src/phrases/doctor.ts'
import { freePort } from '../support/server.ts'
import { mark, serve, visit, type Page, type Pages } from './visit.ts'

const path = (method: string): string => `/bot123:ABC/${method}`
const bot = (more: object = {}): Page => ({
  body: { ok: true, result: { username: 'porte_voix_bot', can_join_groups: true, ...more } },
})
const hook = (more: object = {}): Page => ({
  body: { ok: true, result: { url: '', pending_update_count: 0, ...more } },
})
const visitTelegram = async (pages: Pages, env: Environment = {}, clock: Clock = systemClock) => {
  const { root } = await serve(pages)
  return visit({ TELEGRAM_TOKEN: '123:ABC', TELEGRAM_API_ROOT: root, ...env }, clock)
}

describe('the doctor on Telegram', () => {
  it('finds everything well', async () => {
    const { code, about } = await visitTelegram({
      [path('getMe')]: bot(),
      [path('getWebhookInfo')]: hook(),
    })
    expect(code).toBe(0)
    expect([
      ...about(doctor.about.telegram),
      ...about(doctor.about.webhook),
      ...about(doctor.about.clock),
    ]).toEqual([
      mark('✓', doctor.about.telegram, doctor.telegram.fine('porte_voix_bot')),
      mark('✓', doctor.about.webhook, doctor.webhook.polling),
      mark('✓', doctor.about.clock, doctor.clock.fine),
    ])
  })

  it('says that the token is refused, without repeating it', async () => {
    const { code, lines, about } = await visitTelegram({
      [path('getMe')]: { status: 401, body: { ok: false } },
    })
    expect(code).toBe(1)
    expect(about(doctor.about.telegram)[0]).toBe(mark('✗', doctor.about.telegram, doctor.telegram.refused))
    expect(lines.join()).not.toContain('ABC')
  })

  it('says what the bot may too much, and what it may not', async () => {
    const { about } = await visitTelegram({
      [path('getMe')]: bot({ can_join_groups: false, can_read_all_group_messages: true }),
      [path('getWebhookInfo')]: hook({ url: 'https://ailleurs.example/x' }),
    })
    expect(about(doctor.about.telegram)).toContain(doctor.remedy(doctor.telegram.noGroupsRemedy))
    expect(about(doctor.about.telegram)).toContain(doctor.remedy(doctor.telegram.readsAllRemedy))
    expect(about(doctor.about.webhook)).toEqual([
      mark('✓', doctor.about.webhook, doctor.webhook.leftover('ailleurs.example')),
    ])
  })

  it('says that Telegram cannot deliver', async () => {
    const env = { PUBLIC_URL: 'https://127.0.0.1:1', TELEGRAM_WEBHOOK_SECRET: 'secret' }
    const url = readConfig({ TELEGRAM_TOKEN: '123:ABC', ...env }).telegram?.webhook?.url
    const pages = {
      [path('getMe')]: bot(),
      [path('getWebhookInfo')]: hook({
        url,
        pending_update_count: 3,
        last_error_message: 'Connection refused',
      }),
    }
    const { code, about } = await visitTelegram(pages, env)
    expect(code).toBe(1)
    expect(about(doctor.about.webhook)).toEqual([
      mark('✗', doctor.about.webhook, doctor.webhook.failing('Connection refused')),
      doctor.remedy(doctor.webhook.failingRemedy),
    ])
  })

  it('says that nobody answers, or somebody else', async () => {
    const silent = await visit({
      TELEGRAM_TOKEN: '123:ABC',
      TELEGRAM_API_ROOT: `http://127.0.0.1:${await freePort()}`,
    })
    expect(silent.about(doctor.about.telegram)[0]).toBe(
      mark('✗', doctor.about.telegram, doctor.silence('ECONNREFUSED')),
    )
    const strange = await visitTelegram({ [path('getMe')]: { body: 'bonjour' } })
    expect(strange.about(doctor.about.telegram)[0]).toBe(
      mark('✗', doctor.about.telegram, doctor.strange(200)),
    )
  })

  it('sees a clock that is wrong', async () => {
    const pages = { [path('getMe')]: bot(), [path('getWebhookInfo')]: hook() }
    const ahead: Clock = { now: () => (systemClock.now() + 120_000) as Instant }
    const { code, about } = await visitTelegram(pages, {}, ahead)
    expect(code).toBe(1)
    expect(about(doctor.about.clock)[0]).toMatch(
      new RegExp(doctor.clock.off(120).replace('120', '1(19|20|21)')),
    )
  })
})

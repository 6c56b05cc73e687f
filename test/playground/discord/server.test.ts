import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDiscord, type DiscordStage } from '../../../playground/discord/index.ts'
import type { Chat } from '../../../playground/actor.ts'
import { callerOf, type Answered } from './calls.ts'

let stage: DiscordStage
let chat: Chat
let call: ReturnType<typeof callerOf>
let say: (body: object) => Promise<Answered>

beforeAll(async () => {
  stage = await startDiscord()
  chat = stage.group('Montreuil', [stage.person('Anna')])
  call = callerOf(stage)
  say = (body) => call('POST', `/channels/${chat.id}/messages`, body)
})

afterAll(() => stage[Symbol.asyncDispose]())

describe('the server', () => {
  it('knows its bot by the token', async () => {
    expect((await call('GET', '/users/@me', undefined, 'wrong')).status).toBe(401)
    expect((await call('GET', '/users/@me')).body).toMatchObject({ bot: true, username: 'porte_voix' })
  })

  it('says where its gateway is', async () => {
    const { body } = await call('GET', '/gateway/bot')
    expect(body).toMatchObject({
      url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/),
      shards: 1,
      session_start_limit: { max_concurrency: 1 },
    })
  })

  it('notes what a bot did wrong', async () => {
    await say({ content: 'x', colour: 3 })
    expect(stage.violations().some((words) => words.includes('UNKNOWN_PARAMETER'))).toBe(true)
  })

  it('misbehaves when it is asked to, and no longer', async () => {
    const here = { method: `POST /channels/${chat.id}` }
    stage.misbehave({ what: 'limit', seconds: 0.2, ...here })
    stage.misbehave({ what: 'forbidden', ...here })
    stage.misbehave({ what: 'error', ...here })
    const statuses = [
      await say({ content: 'a' }),
      await say({ content: 'a' }),
      await say({ content: 'a' }),
      await say({ content: 'a' }),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([429, 403, 500, 200])
    stage.misbehave({ what: 'lost', times: Infinity, ...here })
    await expect(say({ content: 'perdu' })).rejects.toThrow()
    stage.behave()
    expect((await say({ content: 'b' })).status).toBe(200)
    expect(stage.ledger().filter(({ status }) => status === 0)).toHaveLength(1)
  })
})

describe('limits, when they are on,', () => {
  it('are told in headers and then obeyed', async () => {
    await using strict = await startDiscord({ limits: true })
    const place = strict.group('Montreuil', [])
    const write = callerOf(strict)
    const statuses: number[] = []
    for (let at = 0; at < 6; at += 1)
      statuses.push((await write('POST', `/channels/${place.id}/messages`, { content: 'x' })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  })
})

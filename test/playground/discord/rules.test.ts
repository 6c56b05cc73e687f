import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDiscord, type DiscordStage } from '../../../playground/discord/index.ts'
import type { Chat } from '../../../playground/actor.ts'
import { callerOf, refusedFor, type Answered } from './calls.ts'

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

const button = (id: string, label = 'Oui') => ({ type: 2, style: 1, custom_id: id, label })
const row = (...components: object[]) => ({ type: 1, components })

describe('a message is refused when', () => {
  it.each([
    ['it is too long', { content: 'x'.repeat(2_001) }, ['content: BASE_TYPE_MAX_LENGTH']],
    ['a parameter is unknown', { content: 'x', colour: 3 }, ['colour: UNKNOWN_PARAMETER']],
    [
      'two buttons are the same',
      { content: 'x', components: [row(button('a'), button('a'))] },
      ['components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
    ],
    [
      'a button carries too much',
      { content: 'x', components: [row(button('a'.repeat(101)))] },
      ['components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a label is too long',
      { content: 'x', components: [row(button('a', 'L'.repeat(81)))] },
      ['components.0.components.0.label: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a link goes nowhere',
      { content: 'x', components: [row({ type: 2, style: 5, label: 'Page', url: 'ftp://a.b' })] },
      ['components.0.components.0.url: URL_TYPE_INVALID_SCHEME'],
    ],
    [
      'there are six buttons in a row',
      { content: 'x', components: [row(...'abcdef'.split('').map((id) => button(id)))] },
      ['components.0.components: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'there are six rows',
      { content: 'x', components: 'abcdef'.split('').map((id) => row(button(id))) },
      ['components: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a row is empty',
      { content: 'x', components: [row()] },
      ['components.0.components: BASE_TYPE_MIN_LENGTH'],
    ],
    [
      'mentions are both listed and parsed',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['123456789012345678'] } },
      ['allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
    ],
    ['its nonce is too long', { content: 'x', nonce: 'n'.repeat(26) }, ['nonce: BASE_TYPE_MAX_LENGTH']],
  ])('%s', async (_, body, expected) => {
    expect(await refusedFor(say(body))).toEqual(expected)
  })

  it('it is empty', async () => {
    expect((await say({ content: ' ' })).body).toMatchObject({ code: 50_006 })
  })

  it('the channel is unknown, hidden or closed', async () => {
    const hidden = stage.group('Caché', [])
    stage.restricts(hidden, 'view')
    const mute = stage.group('Muet', [])
    stage.restricts(mute, 'send')
    const body = { content: 'x' }
    expect((await call('POST', '/channels/123456789012345678/messages', body)).body).toMatchObject({
      code: 10_003,
    })
    expect((await call('POST', `/channels/${hidden.id}/messages`, body)).body).toMatchObject({ code: 50_001 })
    expect((await call('POST', `/channels/${mute.id}/messages`, body)).body).toMatchObject({ code: 50_013 })
  })

  it('the person does not want it, or has nothing in common with the bot', async () => {
    const body = { content: 'x' }
    const open = async (id: string) =>
      String((await call('POST', '/users/@me/channels', { recipient_id: id })).body['id'])
    const bea = stage.person('Béa')
    const channel = await open(bea.id)
    expect((await call('POST', `/channels/${channel}/messages`, body)).status).toBe(200)
    await bea.blocks()
    expect((await call('POST', `/channels/${channel}/messages`, body)).body).toMatchObject({ code: 50_007 })
    const carl = stage.person('Carl')
    stage.uninstalls(carl)
    expect((await call('POST', `/channels/${await open(carl.id)}/messages`, body)).body).toMatchObject({
      code: 50_278,
    })
  })
})

describe('a message', () => {
  it('is written once for one nonce, when that is asked', async () => {
    const body = { content: 'une fois', nonce: 'abc', enforce_nonce: true }
    const [one, other] = [await say(body), await say(body)]
    expect(other.body['id']).toBe(one.body['id'])
    const free = [await say({ content: 'x', nonce: 'q' }), await say({ content: 'x', nonce: 'q' })]
    expect(new Set(free.map(({ body: { id } }) => id)).size).toBe(2)
  })

  it('pings whoever it mentions, unless it says whom it may', async () => {
    const anna = stage.person('Anna')
    const place = stage.group('Pings', [anna])
    const content = `@everyone <@${anna.id}>`
    const write = (body: object) => call('POST', `/channels/${place.id}/messages`, { content, ...body })
    await write({ allowed_mentions: { parse: [] } })
    expect(stage.pinged(place)).toEqual([])
    await write({ allowed_mentions: { parse: ['users'] } })
    expect(stage.pinged(place)).toEqual([anna.id])
    await write({})
    expect(stage.pinged(place)).toEqual([anna.id, anna.id, 'everyone'])
  })

  it('of others cannot be edited', async () => {
    const anna = stage.person('Anna')
    await anna.says('bonjour')
    const { id, raw } = anna.seen()[0] ?? expect.fail()
    const { channel_id: channel } = raw as { channel_id: string }
    expect((await call('PATCH', `/channels/${channel}/messages/${id}`, { content: 'y' })).body).toMatchObject(
      { code: 50_005 },
    )
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDiscord, type DiscordStage } from '../../../playground/discord/index.ts'
import type { Chat } from '../../../playground/actor.ts'
import { callerOf, wrongs, type Answered } from './calls.ts'

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

const refusedFor = async (answered: Promise<Answered>): Promise<readonly string[]> => {
  const { status, body } = await answered
  expect(status).toBe(400)
  expect(body['code']).toBe(50_035)
  return wrongs(body['errors'])
}

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

describe('commands are refused when', () => {
  const put = (body: unknown) => call('PUT', `/applications/${appId}/commands`, body)
  let appId: string
  beforeAll(async () => {
    appId = String((await call('GET', '/applications/@me')).body['id'])
  })
  const good = { name: 'actions', description: 'Les actions' }

  it.each([
    ['a name has capitals', [{ ...good, name: 'Actions' }], ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
    ['a description is missing', [{ name: 'actions' }], ['0.description: BASE_TYPE_REQUIRED']],
    [
      'a description is too long',
      [{ ...good, description: 'd'.repeat(101) }],
      ['0.description: BASE_TYPE_MAX_LENGTH'],
    ],
    ['two have one name', [good, good], ['1.name: APPLICATION_COMMANDS_DUPLICATE_NAME']],
    [
      'a language is unknown',
      [{ ...good, name_localizations: { br: 'obererezh' } }],
      ['0.name_localizations.br: UNKNOWN_PARAMETER'],
    ],
    [
      'what is required comes last',
      [
        {
          ...good,
          options: [
            { type: 3, name: 'a', description: 'a' },
            { type: 3, name: 'b', description: 'b', required: true },
          ],
        },
      ],
      ['0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
    ],
    [
      'there are 26 choices',
      [
        {
          ...good,
          options: [
            {
              type: 3,
              name: 'a',
              description: 'a',
              choices: Array.from({ length: 26 }, (_, at) => ({ name: `c${at}`, value: `c${at}` })),
            },
          ],
        },
      ],
      ['0.options.0.choices: BASE_TYPE_MAX_LENGTH'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await refusedFor(put(body))).toEqual(expected)
  })

  it('and keep their identifiers when they are put again', async () => {
    const first = (await put([good])).body as unknown as { id: string }[]
    const second = (
      await put([
        { ...good, description: 'Autre' },
        { name: 'aide', description: 'Aide' },
      ])
    ).body as unknown as { id: string }[]
    expect(second[0]?.id).toBe(first[0]?.id)
  })
})

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

  it('notes what a bot did wrong', () => {
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

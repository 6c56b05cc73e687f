import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDiscord, type DiscordStage } from '../../../playground/discord/index.ts'
import { callerOf, refusedFor } from './calls.ts'

let stage: DiscordStage
let call: ReturnType<typeof callerOf>

beforeAll(async () => {
  stage = await startDiscord()
  call = callerOf(stage)
})

afterAll(() => stage[Symbol.asyncDispose]())

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

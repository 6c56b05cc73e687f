import { describe, expect, it } from 'vitest'
import { checked } from '../../../playground/discord/rules/body.ts'
import { commands as rules } from '../../../playground/discord/rules/commands.ts'
import { choice, command, optional, words } from '../../../src/chat/index.ts'
import { menus } from '../../../src/phrases/menu.ts'
import { drawCommands, sameCommands } from '../../../src/platforms/discord/commands.ts'

const run = () => ({ text: [] })
const actions = command({
  name: 'actions',
  fields: {
    lieu: optional(words({ completes: 'area' })),
    quand: words(),
    type: optional(choice(['tracts', 'autre'])),
  },
  run,
})
const annonce = command({ name: 'annonce', fields: {}, for: 'animators', run })
const aide = command({ name: 'aide', fields: {}, for: 'animators', run })

describe('commands on Discord', () => {
  it('are named and described in French, and in English for who reads it', () => {
    const [drawn] = drawCommands([actions])
    expect(drawn).toMatchObject({
      name: 'actions',
      description: menus.fr.actions.description,
      name_localizations: { fr: 'actions', 'en-US': 'actions', 'en-GB': 'actions' },
      description_localizations: {
        fr: menus.fr.actions.description,
        'en-US': menus.en.actions.description,
        'en-GB': menus.en.actions.description,
      },
    })
  })

  it('ask first for what is required, complete what can be, and offer choices in words', () => {
    const [drawn] = drawCommands([actions])
    expect(drawn).toMatchObject({
      options: [
        { name: 'quand', required: true },
        {
          name: 'lieu',
          required: false,
          autocomplete: true,
          description: menus.fr.actions.options?.['lieu'],
        },
        { name: 'type', required: false, choices: [{ value: 'tracts' }, { value: 'autre' }] },
      ],
    })
  })

  it('are for servers and for private talks with the bot, those of animators hidden from others', () => {
    expect(drawCommands([actions, aide])).toMatchObject([
      { contexts: [0, 1], integration_types: [0, 1], default_member_permissions: null },
      { default_member_permissions: '8192' },
    ])
  })

  it('are such as Discord takes', () => {
    expect(() => checked(rules, drawCommands([actions, aide]))).not.toThrow()
  })

  it('are the same whatever Discord adds and leaves out', () => {
    const wanted = drawCommands([actions, aide, annonce])
    expect(wanted.map(({ name }) => name)).toContain('Relayer ce message')
    const there = wanted.toReversed().map((one, at) => ({
      // What stands in the menu of a message has none.
      description: '',
      ...structuredClone(one),
      id: String(at),
      application_id: '1',
      version: '2',
      dm_permission: true,
      nsfw: false,
    }))
    expect(sameCommands(wanted, there)).toBe(true)
    expect(sameCommands(wanted, [...there.slice(0, -1), { ...there.at(-1), description: 'Autre' }])).toBe(
      false,
    )
    expect(sameCommands(wanted, there.slice(1))).toBe(false)
  })
})

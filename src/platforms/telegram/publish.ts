import type { Command } from '../../chat/index.ts'
import { menus } from '../../phrases/menu.ts'
import { presentations } from '../../phrases/telegram.ts'
import type { Request } from './write.ts'

/** Whoever's client speaks another language reads French. */
const languages = [undefined, 'fr', 'en'] as const
type Language = (typeof languages)[number]

interface Entry {
  readonly command: string
  readonly description: string
}

/** Animators' commands show only where animators are likely to be. */
const scopes = [
  { type: 'default', animators: false },
  { type: 'all_private_chats', animators: false },
  { type: 'all_group_chats', animators: false },
  { type: 'all_chat_administrators', animators: true },
] as const

/** One thing that Telegram shows: how to read it, what it should be, how to set it. */
export interface Shown {
  readonly get: Request
  readonly is: (result: unknown) => boolean
  readonly set: Request
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const tagged = (language: Language) => (language === undefined ? {} : { language_code: language })

const entries = (commands: readonly Command[], language: Language, animators: boolean): readonly Entry[] =>
  commands
    .filter((command) => animators || command.for === 'everyone')
    .map(({ name }) => ({ command: name, description: menus[language ?? 'fr'][name].description }))

const isEntries = (result: unknown): result is readonly Entry[] => Array.isArray(result)

type Scope = { readonly type: string; readonly chat_id?: number }

const menu = (wanted: readonly Entry[], scope: Scope, language: Language): Shown => {
  const where = { scope, ...tagged(language) }
  return {
    get: { method: 'getMyCommands', params: where },
    is: (result) =>
      isEntries(result) &&
      same(
        result.map(({ command, description }) => [command, description]),
        wanted.map(({ command, description }) => [command, description]),
      ),
    set:
      wanted.length === 0
        ? { method: 'deleteMyCommands', params: where }
        : { method: 'setMyCommands', params: { commands: wanted, ...where } },
  }
}

const words = (name: string, field: string, text: string, language: Language): Shown => ({
  get: { method: `getMy${name}`, params: tagged(language) },
  is: (result) =>
    typeof result === 'object' && result !== null && field in result && same(Object.values(result), [text]),
  set: { method: `setMy${name}`, params: { [field]: text, ...tagged(language) } },
})

const menuButton: Shown = {
  get: { method: 'getChatMenuButton', params: {} },
  is: (result) =>
    typeof result === 'object' && result !== null && 'type' in result && result.type === 'commands',
  set: { method: 'setChatMenuButton', params: { menu_button: { type: 'commands' } } },
}

/** All that Telegram shows of the bot before it says anything, in every scope and language. */
export const shownOf = (commands: readonly Command[]): readonly Shown[] => [
  ...scopes.flatMap(({ type, animators }) =>
    languages.map((language) => menu(entries(commands, language, animators), { type }, language)),
  ),
  ...languages.flatMap((language) => {
    const { description, short } = presentations[language ?? 'fr']
    return [
      words('Description', 'description', description, language),
      words('ShortDescription', 'short_description', short, language),
    ]
  }),
  menuButton,
]

/** The menu of one private chat: all commands for whoever animates something; for others there is none but everybody's. */
export const ownMenu = (commands: readonly Command[], chat: number, animates: boolean): readonly Shown[] =>
  languages.map((language) =>
    menu(animates ? entries(commands, language, true) : [], { type: 'chat', chat_id: chat }, language),
  )

import type { APIApplicationCommandStringOption, RESTPutAPIApplicationCommandsJSONBody } from 'discord.js'
import { clip } from '../../base/text.ts'
import type { Command, Field } from '../../chat/index.ts'
import { menus, messageMenus, type Menu, type MenuName } from '../../phrases/menu.ts'

type Words = (menu: Menu[MenuName]) => string | undefined
type Drawn = RESTPutAPIApplicationCommandsJSONBody[number]

/** Discord's languages, and ours that stands for each. */
const languages = { fr: menus.fr, 'en-US': menus.en, 'en-GB': menus.en } as const

const localized = (name: MenuName, words: Words): Record<string, string> =>
  Object.fromEntries(
    Object.entries(languages).flatMap(([language, menu]) => {
      const said = words(menu[name])
      return said === undefined ? [] : [[language, clip(said, 100)]]
    }),
  )

/** What a name says is the same in all languages: people tell each other « tapez /actions ». */
const named = (name: string): Record<string, string> =>
  Object.fromEntries(Object.keys(languages).map((language) => [language, name]))

const mostChoices = 25

const choicesOf = (command: MenuName, option: string, { choices, completes }: Field<unknown>) =>
  choices && !completes && choices.length <= mostChoices
    ? choices.map((value) => {
        const words: Words = (menu) => menu.choices?.[option]?.[value]
        return {
          name: clip(words(menus.fr[command]) ?? value, 100),
          name_localizations: localized(command, words),
          value,
        }
      })
    : undefined

const drawOption = (
  command: MenuName,
  option: string,
  field: Field<unknown>,
): APIApplicationCommandStringOption => {
  const words: Words = (menu) => menu.options?.[option]
  const choices = choicesOf(command, option, field)
  return {
    type: 3,
    name: option,
    name_localizations: named(option),
    description: clip(words(menus.fr[command]) ?? option, 100),
    description_localizations: localized(command, words),
    required: field.required,
    ...(field.completes ? { autocomplete: true } : choices && { choices }),
  }
}

const manageMessages = String(1n << 13n)

/** In servers, and in private with the bot; never in private talks of people among themselves (docs/decisions). */
const contexts: number[] = [0, 1]
const installations: number[] = [0, 1]

const drawCommand = ({ name, fields, ...command }: Command): Drawn => ({
  type: 1,
  name,
  name_localizations: named(name),
  description: clip(menus.fr[name].description, 100),
  description_localizations: localized(name, (menu) => menu.description),
  options: Object.entries(fields)
    .toSorted(([, one], [, other]) => Number(other.required) - Number(one.required))
    .map(([option, field]) => drawOption(name, option, field)),
  // Hides it from those who animate nothing; the command itself checks again.
  default_member_permissions: command.for === 'animators' ? manageMessages : null,
  contexts,
  integration_types: installations,
  nsfw: false,
})

/** In the menu of a message, for whoever may announce. */
const drawRelay = (): Drawn => ({
  type: 3,
  name: messageMenus.relay.fr,
  name_localizations: {
    fr: messageMenus.relay.fr,
    'en-US': messageMenus.relay.en,
    'en-GB': messageMenus.relay.en,
  },
  default_member_permissions: manageMessages,
  contexts,
  integration_types: installations,
  nsfw: false,
})

export const drawCommands = (commands: readonly Command[]): Drawn[] => [
  ...commands.map(drawCommand),
  ...(commands.some(({ name }) => name === 'annonce') ? [drawRelay()] : []),
]

const empty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** Keys that Discord answers with, and that nobody sets. */
const added: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'version',
  'dm_permission',
  'default_permission',
  'name_localized',
  'description_localized',
])

/** What a command says, in one order, without what Discord adds or leaves out. */
const essence = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(essence)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, held]) => !empty(held) && !added.has(key))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, held]) => [key, essence(held)]),
  )
}

const written = (commands: readonly object[]): string =>
  JSON.stringify(commands.map((command) => JSON.stringify(essence(command))).toSorted())

/** Are the commands that Discord has those that we want? Their order counts for nothing, that of their options does. */
export const sameCommands = (wanted: readonly Drawn[], there: readonly object[]): boolean =>
  written(wanted) === written(there)

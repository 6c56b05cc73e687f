import { z } from 'zod'
import { maybe, refine, snowflake, text } from './body.ts'

const letters = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** Of a slash command or its option. */
const slashName = text(1, 32).superRefine((name, context) => {
  if (!letters.test(name) || name !== name.toLowerCase())
    refine(context, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
})

const locales = [
  'id',
  'da',
  'de',
  'en-GB',
  'en-US',
  'es-ES',
  'es-419',
  'fr',
  'hr',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'fi',
  'sv-SE',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'zh-CN',
  'ja',
  'zh-TW',
  'ko',
] as const

const localized = <S extends z.ZodType>(words: S) => maybe(z.partialRecord(z.enum(locales), words.nullable()))

const described = { description: text(1, 100), description_localizations: localized(text(1, 100)) }
const named = { name: slashName, name_localizations: localized(slashName) }

const choiceOf = <V extends z.ZodType>(value: V) =>
  z.strictObject({ name: text(1, 100), name_localizations: localized(text(1, 100)), value })

const kinds = { group: 2, subcommand: 1, string: 3, integer: 4, boolean: 5, channel: 7, number: 10 } as const

const optionRules: z.ZodType<Option> = z.lazy(() =>
  z
    .strictObject({
      ...named,
      ...described,
      type: z.number().int().min(1).max(11),
      required: maybe(z.boolean()),
      autocomplete: maybe(z.boolean()),
      choices: maybe(z.array(choiceOf(z.union([text(0, 100), z.number()]))).max(25)),
      options: maybe(options),
      min_length: maybe(z.number().int().min(0).max(6_000)),
      max_length: maybe(z.number().int().min(1).max(6_000)),
      min_value: maybe(z.number()),
      max_value: maybe(z.number()),
      channel_types: maybe(z.array(z.number().int())),
    })
    .superRefine((of, context) => {
      const nests = of.type === kinds.subcommand || of.type === kinds.group
      const isText = of.type === kinds.string
      const counts = of.type === kinds.integer || of.type === kinds.number
      const out = (key: keyof typeof of) => {
        if (of[key] !== undefined)
          refine(context, 'APPLICATION_COMMAND_OPTION_KEY_INVALID', `No ${key} for an option of this type`, [
            key,
          ])
      }
      if (!nests) out('options')
      if (nests) out('required')
      if (!isText) (['min_length', 'max_length'] as const).forEach(out)
      if (!counts) (['min_value', 'max_value'] as const).forEach(out)
      if (!isText && !counts) (['choices', 'autocomplete'] as const).forEach(out)
      if (of.type !== kinds.channel) out('channel_types')
      if (of.autocomplete && of.choices && of.choices.length > 0)
        refine(
          context,
          'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
          'Choices and autocomplete exclude each other',
          ['autocomplete'],
        )
    }),
)

interface Option {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly required?: boolean | undefined
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined
  readonly options?: readonly Option[] | undefined
}

const options: z.ZodType<readonly Option[]> = z
  .array(optionRules)
  .max(25)
  .superRefine((all, context) => {
    const names = new Set<string>()
    let spare = false
    for (const [at, { name, required, type }] of all.entries()) {
      if (names.has(name))
        refine(context, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique', [
          at,
          'name',
        ])
      names.add(name)
      if (required && spare)
        refine(
          context,
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
          [at],
        )
      spare ||= !required && type > kinds.group
    }
    const nested = all.filter(({ type }) => type <= kinds.group).length
    if (nested > 0 && nested < all.length)
      refine(
        context,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      )
  })

const permissions = z.union([text(1, 20), z.number().int().min(0)]).transform(String)

const base = {
  id: maybe(snowflake),
  description_localizations: described.description_localizations,
  options: maybe(options),
  default_member_permissions: permissions.nullish(),
  dm_permission: maybe(z.boolean()),
  default_permission: maybe(z.boolean()),
  nsfw: maybe(z.boolean()),
  contexts: z.array(z.number().int().min(0).max(2)).min(1).nullish(),
  integration_types: maybe(z.array(z.number().int().min(0).max(1)).min(1)),
}

const slash = z.strictObject({
  ...base,
  ...named,
  description: described.description,
  type: maybe(z.literal(1)),
})

/** Of a user or of a message: a name with capitals and spaces, and nothing else. */
const menu = z.strictObject({
  ...base,
  name: text(1, 32),
  name_localizations: localized(text(1, 32)),
  description: maybe(text(0, 0)),
  options: maybe(z.array(z.unknown()).max(0)),
  type: z.union([z.literal(2), z.literal(3)]),
})

const points = (words: unknown): number => (typeof words === 'string' ? Array.from(words).length : 0)

const longest = (words: string, others: object | undefined): number =>
  Math.max(...[words, ...Object.values(others ?? {})].map(points))

const sum = (numbers: readonly number[]): number => numbers.reduce((all, more) => all + more, 0)

const sizeOf = ({ name, description, choices = [], options: inner = [] }: Option): number =>
  points(name) +
  points(description) +
  sum(choices.map((choice) => points(choice.name) + points(String(choice.value)))) +
  sum(inner.map(sizeOf))

const total = (of: z.output<typeof slash>): number =>
  longest(of.name, of.name_localizations) +
  longest(of.description, of.description_localizations) +
  sum((of.options ?? []).map(sizeOf))

export const command = z.unknown().transform((body, context): CommandBody => {
  const isMenu =
    typeof body === 'object' && body !== null && 'type' in body && (body.type === 2 || body.type === 3)
  const read = isMenu
    ? menu.safeParse(body, { reportInput: true })
    : slash.safeParse(body, { reportInput: true })
  if (!read.success) {
    for (const issue of read.error.issues) context.addIssue(issue as never)
    return z.NEVER
  }
  const of = read.data as CommandBody
  if (!isMenu && total(of as z.output<typeof slash>) > 8_000)
    refine(context, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')
  return { ...of, type: of.type ?? 1, description: of.description ?? '' }
})

export interface CommandBody {
  readonly name: string
  readonly type: number
  readonly description: string
  readonly options?: readonly Option[] | undefined
  readonly [more: string]: unknown
}

const most: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 }

/** All commands of one scope at once. */
export const commands = z.array(command).superRefine((all, context) => {
  const names = new Set<string>()
  const counts: Record<number, number> = {}
  for (const [at, { name, type }] of all.entries()) {
    if (names.has(`${type} ${name}`))
      refine(context, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique', [
        at,
        'name',
      ])
    names.add(`${type} ${name}`)
    counts[type] = (counts[type] ?? 0) + 1
    if (counts[type] === (most[type] ?? 0) + 1)
      refine(context, 'APPLICATION_COMMANDS_MAX', `At most ${most[type]} of this type`)
  }
})

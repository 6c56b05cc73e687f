import { z } from 'zod'
import { address, maybe, refine, snowflake, text } from './body.ts'

const id = maybe(z.number().int().min(0))
const customId = text(1, 100)
const emoji = z.strictObject({
  id: maybe(snowflake),
  name: maybe(text(1, 32)),
  animated: maybe(z.boolean()),
})

const linkStyle = 5
const premiumStyle = 6

const button = z
  .strictObject({
    type: z.literal(2),
    id,
    style: z.union([1, 2, 3, 4, linkStyle, premiumStyle].map((style) => z.literal(style))),
    label: maybe(text(0, 80)),
    custom_id: maybe(customId),
    url: maybe(address(512, ['http:', 'https:', 'discord:'])),
    disabled: maybe(z.boolean()),
    emoji: maybe(emoji),
    sku_id: maybe(snowflake),
  })
  .superRefine((of, context) => {
    if (of.style === linkStyle) {
      if (of.url === undefined) refine(context, 'BASE_TYPE_REQUIRED', 'A url is required', ['url'])
      if (of.custom_id !== undefined)
        refine(
          context,
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          'A custom id and url cannot both be specified',
          ['custom_id'],
        )
    } else if (of.style !== premiumStyle) {
      if (of.custom_id === undefined)
        refine(context, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required', ['custom_id'])
      if (of.url !== undefined)
        refine(
          context,
          'BUTTON_COMPONENT_INVALID_STYLE_FOR_URL',
          'A url can only be used with a link button',
          ['url'],
        )
    }
    if (!of.label && !of.emoji && of.style !== premiumStyle)
      refine(context, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'Button must have a label or emoji', [
        'label',
      ])
  })

export const selectOption = z.strictObject({
  label: text(1, 100),
  value: text(1, 100),
  description: maybe(text(1, 100)),
  emoji: maybe(emoji),
  default: maybe(z.boolean()),
})

/** `required` only means something in a window. */
export const stringSelect = z
  .strictObject({
    type: z.literal(3),
    id,
    custom_id: customId,
    placeholder: maybe(text(0, 150)),
    min_values: maybe(z.number().int().min(0).max(25)),
    max_values: maybe(z.number().int().min(1).max(25)),
    disabled: maybe(z.boolean()),
    required: maybe(z.boolean()),
    options: z.array(selectOption).min(1).max(25),
  })
  .superRefine(({ options, min_values: least = 1, max_values: most = 1, required }, context) => {
    const values = new Set<string>()
    for (const [at, { value }] of options.entries()) {
      if (values.has(value))
        refine(
          context,
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          'The specified option value is already used',
          ['options', at, 'value'],
        )
      values.add(value)
    }
    if (least > most || most > options.length)
      refine(context, 'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE', 'More values than options', ['max_values'])
    if (options.filter((option) => option.default).length > most)
      refine(context, 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'Too many default values', ['options'])
    if (required === true && least === 0)
      refine(context, 'SELECT_COMPONENT_REQUIRED_MIN_VALUES', 'What is required has at least one value', [
        'min_values',
      ])
  })

/** Selects of users, roles, mentionables and channels. */
const entitySelect = z.strictObject({
  type: z.union([5, 6, 7, 8].map((type) => z.literal(type))),
  id,
  custom_id: customId,
  placeholder: maybe(text(0, 150)),
  min_values: maybe(z.number().int().min(0).max(25)),
  max_values: maybe(z.number().int().min(1).max(25)),
  disabled: maybe(z.boolean()),
  required: maybe(z.boolean()),
  default_values: maybe(
    z.array(z.strictObject({ id: snowflake, type: z.enum(['user', 'role', 'channel']) })).max(25),
  ),
  channel_types: maybe(z.array(z.number().int())),
})

const kindOf = (component: unknown): unknown =>
  typeof component === 'object' && component !== null && 'type' in component ? component.type : undefined

/** One component by its number, so that what is wrong is told of the right kind. */
const oneOf = <S extends Readonly<Record<number, z.ZodType>>>(kinds: S) =>
  z.unknown().transform((component, context): z.output<S[keyof S]> => {
    const kind = kindOf(component)
    const rules = typeof kind === 'number' ? kinds[kind] : undefined
    if (!rules) {
      refine(
        context,
        'UNION_TYPE_CHOICES',
        `Value of field "type" must be one of (${Object.keys(kinds).join(', ')}).`,
        ['type'],
      )
      return z.NEVER
    }
    const read = rules.safeParse(component, { reportInput: true })
    if (read.success) return read.data as z.output<S[keyof S]>
    for (const issue of read.error.issues) context.addIssue(issue as never)
    return z.NEVER
  })

const row = z
  .strictObject({
    type: z.literal(1),
    id,
    components: z
      .array(
        oneOf({
          2: button,
          3: stringSelect,
          5: entitySelect,
          6: entitySelect,
          7: entitySelect,
          8: entitySelect,
        }),
      )
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    if (components.length > 1 && components.some(({ type }) => type !== 2))
      refine(
        context,
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
        ['components', 1],
      )
  })

/** The older components, which go with words: rows of buttons, or of one select. */
export const rows = z
  .array(oneOf({ 1: row }))
  .max(5)
  .superRefine((all, context) => {
    const taken = new Set<string>()
    for (const [at, { components }] of all.entries())
      for (const [within, component] of components.entries()) {
        const custom = component.custom_id
        if (custom === undefined) continue
        if (taken.has(custom))
          refine(context, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', [
            at,
            'components',
            within,
            'custom_id',
          ])
        taken.add(custom)
      }
  })

const textInput = z
  .strictObject({
    type: z.literal(4),
    id,
    custom_id: customId,
    style: z.union([z.literal(1), z.literal(2)]),
    label: maybe(text(1, 45)),
    value: maybe(text(0, 4_000)),
    placeholder: maybe(text(0, 100)),
    required: maybe(z.boolean()),
    min_length: maybe(z.number().int().min(0).max(4_000)),
    max_length: maybe(z.number().int().min(1).max(4_000)),
  })
  .superRefine(({ value, max_length: most = 4_000 }, context) => {
    if (value !== undefined && Array.from(value).length > most)
      refine(context, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`, ['value'])
  })

const label = z
  .strictObject({
    type: z.literal(18),
    id,
    label: text(1, 45),
    description: maybe(text(1, 100)),
    component: oneOf({
      3: stringSelect,
      4: textInput,
      5: entitySelect,
      6: entitySelect,
      7: entitySelect,
      8: entitySelect,
    }),
  })
  .superRefine(({ component }, context) => {
    if ('label' in component && component.label !== undefined)
      refine(context, 'TEXT_INPUT_LABEL_IN_LABEL', 'A text input in a label has no label of its own', [
        'component',
        'label',
      ])
  })

/** Deprecated, and still taken. */
const inputRow = z.strictObject({
  type: z.literal(1),
  id,
  components: z.array(textInput).length(1),
})

const words = z.strictObject({ type: z.literal(10), id, content: text(1, 4_000) })

export const modal = z
  .strictObject({
    custom_id: customId,
    title: text(1, 45),
    components: z
      .array(oneOf({ 1: inputRow, 10: words, 18: label }))
      .min(1)
      .max(40),
  })
  .superRefine(({ components }, context) => {
    const inputs = components.flatMap((of) =>
      of.type === 18 ? [of.component] : of.type === 1 ? of.components : [],
    )
    if (inputs.length < 1 || inputs.length > 5)
      refine(context, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.', ['components'])
    if (new Set(inputs.map(({ custom_id }) => custom_id)).size < inputs.length)
      refine(context, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', [
        'components',
      ])
  })

export type Rows = z.output<typeof rows>
export type Modal = z.output<typeof modal>

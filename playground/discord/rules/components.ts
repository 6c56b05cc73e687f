import { z } from 'zod'
import { address, maybe, refine, snowflake, text } from './body.ts'

export const componentId = maybe(z.number().int().min(0))
export const customId = text(1, 100)
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
    id: componentId,
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
    id: componentId,
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
export const entitySelect = z.strictObject({
  type: z.union([5, 6, 7, 8].map((type) => z.literal(type))),
  id: componentId,
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
export const oneOf = <S extends Readonly<Record<number, z.ZodType>>>(kinds: S) =>
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
    id: componentId,
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

export type Rows = z.output<typeof rows>

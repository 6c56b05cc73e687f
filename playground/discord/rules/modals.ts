import { z } from 'zod'
import { maybe, refine, text } from './body.ts'
import { componentId, customId, entitySelect, oneOf, stringSelect } from './components.ts'

const textInput = z
  .strictObject({
    type: z.literal(4),
    id: componentId,
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

const fileUpload = z.strictObject({
  type: z.literal(19),
  id: componentId,
  custom_id: customId,
  min_values: maybe(z.number().int().min(0).max(10)),
  max_values: maybe(z.number().int().min(1).max(10)),
  required: maybe(z.boolean()),
})

const label = z
  .strictObject({
    type: z.literal(18),
    id: componentId,
    label: text(1, 45),
    description: maybe(text(1, 100)),
    component: oneOf({
      3: stringSelect,
      4: textInput,
      5: entitySelect,
      6: entitySelect,
      7: entitySelect,
      8: entitySelect,
      19: fileUpload,
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
  id: componentId,
  components: z.array(textInput).length(1),
})

const words = z.strictObject({ type: z.literal(10), id: componentId, content: text(1, 4_000) })

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

export type Modal = z.output<typeof modal>

import { clip } from '../../base/text.ts'
import type { APIComponentInLabel, APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Question, Questionnaire } from '../../chat/index.ts'
import { markdown } from './markdown.ts'

/** Discord's limits. */
const mostQuestions = 5
const mostTyped = 4_000

const asks = ({ name, choices, required, long, most, value, picture }: Question): APIComponentInLabel => {
  if (picture) return { type: 19, custom_id: name, required, min_values: required ? 1 : 0, max_values: 1 }
  if (choices)
    return {
      type: 3,
      custom_id: name,
      required,
      min_values: required ? 1 : 0,
      max_values: 1,
      options: choices.map((choice) => ({
        label: clip(choice.label, 100),
        value: choice.value,
        ...(choice.value === value && { default: true }),
      })),
    }
  const room = Math.min(most ?? mostTyped, mostTyped)
  return {
    type: 4,
    custom_id: name,
    style: long ? 2 : 1,
    required,
    max_length: room,
    ...(value !== undefined && { value: clip(value, room) }),
  }
}

/** @throws RangeError for more than five questions, which no window holds. */
export const drawModal = ({
  route,
  title,
  questions,
  complaint,
}: Questionnaire): APIModalInteractionResponseCallbackData => {
  if (questions.length > mostQuestions) throw new RangeError(`a window holds five questions: ${title}`)
  return {
    custom_id: route,
    title: clip(title, 45),
    components: [
      ...(complaint ? [{ type: 10, content: markdown(complaint) } as const] : []),
      ...questions.map(
        (question) =>
          ({
            type: 18,
            label: clip(question.label, 45),
            ...(question.hint && { description: clip(question.hint, 100) }),
            component: asks(question),
          }) as const,
      ),
    ],
  }
}

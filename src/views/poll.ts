import type { Announcement } from '../domain/announcements/model.ts'
import type { Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { inRows, rows } from './here.ts'
import { vote } from './composing-presses.ts'

/** How many buttons of that many stand beside each other: five rows at most, and one is left for others. */
const abreast = (choices: number): number => (choices <= 4 ? 1 : choices <= 8 ? 2 : 3)

/** What stands under the words: the question with its buttons, or what was answered. */
export const pollPart = (t: Book, { id, poll }: Announcement): Message | undefined => {
  if (!poll) return undefined
  const { question, choices, totals } = poll
  if (totals) return { text: t.polls.over(question, choices, totals) }
  return {
    text: t.polls.open(question),
    ...rows(
      ...inRows(
        choices.map((label, choice) => vote.button(label, { announcement: id, choice })),
        abreast(choices.length),
      ),
    ),
  }
}

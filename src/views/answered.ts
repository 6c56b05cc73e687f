import { lines, type Rich } from '../base/rich.ts'
import type { ActionFound, Answer } from '../domain/actions/model.ts'
import type { Book } from '../phrases/book.ts'

/** What somebody's answer has come to. */
export const notedWords = (
  t: Book,
  answer: Answer,
  { action, standing }: ActionFound,
  confirmed?: true,
): Rich => {
  if (standing?.is !== 'waiting') return confirmed ? t.answers.taken : t.actions.noted(answer)
  return action.picks ? t.answers.signedUp : t.answers.nowWaiting(standing.place)
}

/** The same to whoever may never have written to us, where nobody hears from us before. */
export const unheardWords = (t: Book, answer: Answer, found: ActionFound): Rich => {
  const { action, standing } = found
  const door = t.actions.inPrivate
  if (standing?.is === 'waiting')
    return action.picks ? t.answers.signedUpUnheard(door) : t.answers.nowWaitingUnheard(standing.place, door)
  const noted = notedWords(t, answer, found)
  return answer === 'no' ? noted : lines(noted, t.actions.opensFirst)
}

import { bold, lines, paragraphs, rich, type Rich } from '../base/rich.ts'
import { day, later, type Instant } from '../base/clock.ts'
import type { Account } from '../domain/people/model.ts'
import {
  press,
  whole,
  words,
  type Abilities,
  type Button,
  type Message,
  type Question,
  type Questionnaire,
  type Speaker,
  type Place,
} from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import type { Outgoing } from './outgoing.ts'
import type { Dialogue, Dialogues } from './ports.ts'

/** How long the questions of a form wait for their answers. */
export const patience = day

/** The payload of the link that brings somebody from a group to the question that waits in private. */
export const resume = 'reprendre'

/** The buttons of a question; they belong to the engine, not to a command. */
export const skip = press('passer', { question: words() })
export const pick = press('choisir', { question: words(), choice: whole() })
export const leave = press('abandonner', {})

interface Needs {
  readonly dialogues: Dialogues
  readonly account: Account
  readonly from: Speaker
  readonly place: Place
  readonly can: Abilities
  readonly t: Book
  readonly now: Instant
}

const rowsOfTwo = (buttons: readonly Button[]): readonly (readonly Button[])[] =>
  buttons.flatMap((_, at) => (at % 2 === 0 ? [buttons.slice(at, at + 2)] : []))

const asked = (question: Question, t: Book, before?: Rich): Message => {
  const choices = (question.choices ?? []).map(({ label }, choice) =>
    pick.button(label, { question: question.name, choice }),
  )
  const skips = question.required ? [] : [skip.button(t.dialogue.skip, { question: question.name })]
  return {
    text: paragraphs(before, lines(bold(question.label), question.hint)),
    rows: [...rowsOfTwo(choices), [...skips, leave.button(t.dialogue.leave, {})]],
  }
}

/** The question that follows those answered, or `undefined` after the last one. */
const next = (form: Questionnaire, answers: Dialogue['answers']): Question | undefined =>
  form.questions.find(({ name }) => answers[name] === undefined)

/** Opens forms and keeps their unfinished answers, for one speaker. */
export const createDialogue = ({ dialogues, account, from, place, can, t, now }: Needs) => {
  const keep = (dialogue: Dialogue): Promise<void> => dialogues.put(account, dialogue, later(now, patience))

  /** What was typed into a window cannot be shown again by itself: a button brings it back. */
  const correct = async (
    form: Questionnaire,
    answers: Dialogue['answers'],
    complaint: Rich,
  ): Promise<Message> => {
    const [first] = form.questions
    await keep({ route: form.route, answers, asking: first?.name ?? '' })
    return { text: complaint, rows: [[{ label: t.dialogue.correct, route: form.route }]], aside: true }
  }

  /** Shows a window where there are any; elsewhere asks the first question, in private. What was wrong is said first. */
  const open = async (form: Questionnaire): Promise<readonly Outgoing[]> => {
    if (can.modals && form.complaint) {
      const answers = form.questions.map(({ name, value = '' }) => [name, value] as const)
      return [{ message: await correct(form, Object.fromEntries(answers), form.complaint) }]
    }
    if (can.modals) return [{ message: { text: [], form } }]
    const question = next(form, {})
    if (!question) throw new Error(`a form without a question: ${form.route}`)
    await keep({ route: form.route, answers: {}, asking: question.name })
    const message = asked(question, t, form.complaint ?? rich`${form.title}`)
    if (place.kind === 'private') return [{ message }]
    const invitation: Message = {
      text: t.dialogue.inPrivate,
      rows: [[{ label: t.dialogue.openPrivate, start: resume }]],
      aside: true,
    }
    return [{ message, to: from.door }, { message: invitation }]
  }

  return {
    open,
    keep,
    next,
    current: () => dialogues.get(account, now),
    end: () => dialogues.end(account),
    ask: (question: Question, before?: Rich): Message => asked(question, t, before),
    correct,
  }
}

export type Conversation = ReturnType<typeof createDialogue>

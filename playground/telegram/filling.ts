import { aPicture } from '../sample.ts'
import type { Actor, Seen } from '../actor.ts'
import { eventually } from '../patience.ts'

/** Whoever asks one question at a time: the label stands in the message, the choices are its buttons. */
const isAsked = (label: string, { text }: Seen): boolean => text.toLowerCase().includes(label.toLowerCase())

/** A question that may be left out has a button for it. */
const skips = /passer|sauter|ignorer|skip/i

const next = (question: Seen, left: ReadonlyMap<string, string>) => {
  const [label, answer] = [...left].find(([each]) => isAsked(each, question)) ?? []
  return label === undefined || answer === undefined ? undefined : { question, label, answer }
}

/** Answers the questions of the bot as they come, in private whatever the chat. @throws Error when one is not asked. */
export const fillOneByOne = async (
  actor: Actor,
  answers: Readonly<Record<string, string>>,
): Promise<void> => {
  const alone = actor.in()
  const left = new Map(Object.entries(answers))
  while (left.size > 0) {
    const { question, label, answer } = await eventually(
      () => next(alone.last(), left),
      () => `the bot does not ask for ${[...left.keys()].join(', ')}: ${alone.last().text}`,
    )
    left.delete(label)
    if (question.buttons.some((button) => button.label === answer)) await alone.presses(answer, question)
    else if (answer === aPicture) await alone.sendsPicture()
    else if (answer === '') await alone.presses(skips, question)
    else await alone.says(answer)
  }
}

import { bold, lines, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { label, plural, say } from './typography.ts'

const cells = 8

/** « ▓▓▓░░░░░ 12 (38 %) » */
const bar = (of: number, all: number): string => {
  const part = all === 0 ? 0 : of / all
  const full = Math.round(part * cells)
  return label`${'▓'.repeat(full)}${'░'.repeat(cells - full)} ${of} (${Math.round(part * 100)}\u00A0%)`
}

const sum = (votes: readonly number[]): number => votes.reduce((all, of) => all + of, 0)

/** Questions under announcements. */
export const polls = {
  open: (question: string): Rich =>
    lines(
      bold(question),
      say`Une réponse par personne, et personne ne voit la vôtre. Les résultats seront ici à la fin du sondage.`,
    ),
  results: (choices: readonly string[], votes: readonly number[]): Rich =>
    lines(
      ...choices.flatMap((choice, at) => [say`• ${choice}`, say`${bar(votes[at] ?? 0, sum(votes))}`]),
      plural(sum(votes), label`${sum(votes)} réponse`, label`${sum(votes)} réponses`),
    ),
  over: (question: string, choices: readonly string[], votes: readonly number[]): Rich =>
    lines(bold(question), say`Le sondage est terminé.`, polls.results(choices, votes)),
  soFar: (question: string, ends: string): Rich =>
    say`${bold('Sondage')} : ${clip(question, 200)}\nIl se termine ${ends}.`,
  ended: (question: string): Rich => say`${bold('Sondage terminé')} : ${clip(question, 200)}`,
  close: 'Clore le sondage',
  confirmClose: say`Clore le sondage maintenant ? Les résultats prendront sa place partout, et plus personne ne pourra répondre.`,
  closeNow: 'Clore maintenant',
  keepOpen: 'Le laisser ouvert',
  closed: say`C’est clos : les résultats prennent la place de la question, partout.`,
  counted: (choice: string): Rich =>
    say`C’est noté : « ${clip(choice, 60)} ». Vous pouvez changer d’avis jusqu’à la fin.`,
  changed: (choice: string): Rich => say`C’est changé : « ${clip(choice, 60)} ».`,
  late: say`Trop tard : ce sondage est terminé.`,
  kept: (count: number): Rich =>
    plural(
      count,
      say`${bold('Sondages')} : votre réponse à un sondage en cours. À la fin, il n’en reste que le total.`,
      say`${bold('Sondages')} : vos réponses à ${count} sondages en cours. À la fin, il n’en reste que les totaux.`,
    ),
}

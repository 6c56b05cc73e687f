import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { label, say } from './typography.ts'

/** Electoral silence. */
export const truce = {
  button: 'Trêve électorale',
  form: 'Trêve électorale',
  hint: label`« du samedi 10 avril 0h au dimanche 11 avril 20h »`,
  none: say`${bold('Trêve électorale')}\nAucune n’est prévue. Pendant une trêve, les annonces attendent sa fin, comme les cartes, les agendas et les rappels des discussions.`,
  heading: bold('Trêve électorale'),
  is: (from: string, to: string): Rich => say`• Du ${from} au ${to}, heure de Paris`,
  waits: say`Les annonces attendent la fin d’une trêve, comme les cartes, les agendas et les rappels des discussions.`,
  /** On a button. */
  endOf: (from: string): string => label`Supprimer : ${clip(from, 40)}`,
  confirmEnd: (from: string, to: string): Rich =>
    say`Supprimer la trêve du ${from} au ${to} ? Ce qui attend sa fin partira aussitôt, ou dès que chaque discussion le permet.`,
  keep: 'La garder',
  now: (to: string): Rich => say`C’est la trêve électorale : l’annonce partira à sa fin, ${to}.`,
  set: 'Fixer les dates',
  end: 'La supprimer',
  unclear: say`Donnez le début et la fin, par exemple « du samedi 10 avril 0h au dimanche 11 avril 20h » ; sept jours au plus.`,
}

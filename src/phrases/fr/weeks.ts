import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { label, say } from './typography.ts'

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** The week's agenda, as militants paste it from Action Populaire: a line of dashes for each day, an arrow for each fact. */
export const weeks = {
  heading: bold('AGENDA MILITANT DE LA SEMAINE'),
  whose: (name: string | undefined, days: string): Rich =>
    name === undefined ? say`Partout, ${days}` : say`${clip(name, 90)}, ${days}`,
  day: (day: string): Rich => say`--- ${day} ---`,
  action: (number: number, name: string): Rich => say`🗓️ ${number}. ${bold(clip(name, 90))}`,
  hours: (from: string, to: string | undefined): Rich =>
    to === undefined ? say`➙ ${from}` : say`➙ ${from} – ${to}`,
  where: (words: string): Rich => say`➙ Lieu : ${clip(words, 120)}`,
  whoComes: (words: string): Rich => say`➙ ${words}`,
  more: say`Et d’autres encore : /actions`,
  why: say`Ce message arrive chaque semaine ; les animateur·ices en choisissent le jour et l’heure avec /lier.`,
  button: (number: number, name: string): string => label`${number}. ${name}`,

  own: (days: string): Rich => say`Vos groupes, ${days}`,
  whyOwn: say`Vous recevez ceci chaque semaine parce que vous l’avez demandé dans vos réglages.`,
  mine: 'Agenda de la semaine',
  change: 'Changer de jour, ou arrêter',
  ask: (day: number | undefined): Rich =>
    day === undefined
      ? say`Voulez-vous recevoir ici, une fois par semaine à 9 h, les actions de vos groupes ? Choisissez le jour.`
      : say`Les actions de vos groupes vous arrivent ici chaque ${bold(weekdays[day - 1] ?? '')} à 9 h.`,
  pick: (day: number, chosen: boolean): string => label`${chosen ? '✓ ' : ''}${weekdays[day - 1] ?? ''}`,
  never: 'Ne plus le recevoir',
  noted: say`C’est noté.`,
  kept: (day: number): Rich =>
    say`${bold('Agenda de la semaine')} : vous avez demandé à le recevoir le ${weekdays[day - 1] ?? ''}.`,
}

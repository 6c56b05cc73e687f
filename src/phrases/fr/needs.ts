import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { usualNeeds } from './kinds.ts'
import { label, plural, say } from './typography.ts'

/** What actions lack. */
export const needs = {
  /** `missing`: how many are still wanted. */
  item: (words: string, missing: number, hours: string | undefined): string => {
    const what = missing > 1 ? label`${missing} ${words}` : words
    return hours === undefined ? what : label`${what} (${hours})`
  },
  missing: (items: readonly string[]): Rich => say`🧩 ${bold('Il manque')} : ${items.join(', ')}`,
  nothingMissing: say`🧩 Il ne manque plus rien.`,
  yours: (items: readonly string[]): Rich => say`Vous vous en chargez : ${items.join(', ')}`,
  take: (words: string): string => label`Je prends : ${clip(words, 30)}`,
  giveBack: (words: string): string => label`Je rends : ${clip(words, 30)}`,
  taken: (words: string): Rich => say`C’est noté, vous vous en chargez : ${words}. Merci !`,
  already: (words: string): Rich => say`C’est déjà noté : vous vous chargez de ${words}.`,
  full: (words: string): Rich => say`Quelqu’un s’en charge déjà : ${words}.`,
  givenBack: (words: string): Rich => say`C’est noté : il manque de nouveau ${words}.`,
  absent: say`Vous ne vous en chargiez pas.`,

  usual: usualNeeds,
  usually: (words: string): Rich => say`🧩 D’habitude, il faut : ${words}.`,
  addUsual: 'Ajouter ces besoins',
  wantedHeading: bold('Ce qui manque aux actions de vos groupes'),
  wantedNone: say`Il ne manque rien aux actions à venir de vos groupes. Merci !`,
  wantedOf: (name: string, when: string): Rich => say`${bold(clip(name, 60))}, ${when}`,
  wantedItem: (rank: number, words: string): Rich => say`${rank}. ${words}`,
  takeAt: (rank: number, words: string): string => label`${rank}. Je prends : ${clip(words, 22)}`,
  more: 'Suite ›',
  earlier: '‹ Précédents',
  wanted: 'Coups de main',
  heading: (name: string): Rich => say`Ce qu’il faut pour ${bold(clip(name, 90))}`,
  none: say`Rien pour le moment.`,
  line: (words: string, taken: number, wanted: number, names: string): Rich =>
    names === ''
      ? say`• ${words} : ${label`${taken} sur ${wanted}`}`
      : say`• ${words} : ${label`${taken} sur ${wanted}`} (${clip(names, 120)})`,
  add: 'Ajouter un besoin',
  remove: (words: string): string => label`Retirer : ${clip(words, 25)}`,
  added: (count: number): Rich => plural(count, say`${count} besoin ajouté.`, say`${count} besoins ajoutés.`),
  form: {
    title: 'Ce qu’il faut',
    label: label`De quoi avez-vous besoin ?`,
    hint: '2 personnes au stand 10h-12h, 1 voiture, colle',
  },
  dropped: (words: string, name: string): Rich =>
    say`On n’a plus besoin de ${bold(clip(words, 60))} pour ${bold(clip(name, 90))} : vous n’avez plus à vous en charger.`,
  returned: (words: string, name: string, when: string): Rich =>
    say`Il manque de nouveau ${bold(clip(words, 60))} pour ${bold(clip(name, 90))}, ${when}.`,
  becauseTaken: say`Je vous l’écris parce que vous vous en chargiez.`,
  kept: (count: number): Rich =>
    say`${bold('Coups de main')} : ${plural(count, label`${count} chose dont vous vous chargez`, label`${count} choses dont vous vous chargez`)}.`,
}

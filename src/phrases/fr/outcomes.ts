import { bold, lines, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { label, plural, say } from './typography.ts'

interface Figures {
  readonly people?: number
  readonly tracts?: number
  readonly doors?: number
  readonly contacts?: number
}

interface Sums {
  readonly actions: number
  readonly people: number
  readonly tracts: number
  readonly doors: number
  readonly contacts: number
}

const figures = ({ people, tracts, doors, contacts }: Figures): string =>
  [
    ...(people === undefined ? [] : [plural(people, label`${people} personne`, label`${people} personnes`)]),
    ...(tracts === undefined ? [] : [plural(tracts, label`${tracts} tract`, label`${tracts} tracts`)]),
    ...(doors === undefined ? [] : [plural(doors, label`${doors} porte`, label`${doors} portes`)]),
    ...(contacts === undefined
      ? []
      : [plural(contacts, label`${contacts} contact`, label`${contacts} contacts`)]),
  ].join(', ')

/** What came of actions, in numbers. */
export const outcomes = {
  form: {
    title: 'Le bilan, en nombres',
    questions: {
      personnes: { label: 'Personnes présentes' },
      tracts: { label: 'Tracts distribués' },
      portes: { label: 'Portes ouvertes' },
      contacts: { label: 'Contacts pris' },
    },
  },
  /** A window holds 45 characters of it: the date comes first. */
  of: (day: string, name: string): string => label`Bilan, ${day} : ${clip(name, 90)}`,
  uncounted: say`Sans bilan pour le moment : touchez une action pour donner ses nombres.`,
  count: (day: string, name: string): string => label`${day} · ${clip(name, 40)}`,
  saved: say`C’est noté. Trois lignes à copier dans le compte rendu, sur Action Populaire :`,
  lines: (name: string, when: string, of: Figures): Rich =>
    lines(bold(clip(name, 90)), say`${when}`, figures(of) === '' ? say`Pas de nombre.` : say`${figures(of)}`),
  year: 'Bilan de l’année',
  page: 'Compte rendu sur Action Populaire',
  totals: (name: string): Rich => say`Bilan de l’année : ${bold(name)}`,
  month: (month: string, of: Sums): Rich =>
    say`${bold(month)} : ${plural(of.actions, label`${of.actions} action`, label`${of.actions} actions`)}, ${figures(of)}`,
  bar: (month: string, people: number): string => label`${month} : ${people}`,
  alt: (name: string, months: readonly string[]): string =>
    label`Personnes présentes aux actions, par mois, ${name}. ${months.join(', ')}`,
  nothing: say`Aucun bilan pour l’instant : deux heures après chaque action, je demande ses nombres aux organisateur·ices.`,
  choose: say`De quel groupe voulez-vous voir le bilan ?`,
  forOrganisers: say`Les bilans sont pour celles et ceux qui animent un groupe ou une boucle. Pour le devenir, demandez une invitation à un·e animateur·ice.`,
}

import type { ActionKind } from '../domain/actions/model.ts'
import { kinds } from './fr/kinds.ts'

/** Commands as the platforms' menus show them; `fr` for everyone who has no other language here. */
interface Entry {
  /** At most 100 characters (Discord). */
  readonly description: string
  readonly options?: Readonly<Record<string, string>>
  /** By option, then by value: the words for what a platform offers to choose. The value itself where there are none. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const kindsInEnglish: Readonly<Record<ActionKind, string>> = {
  tracts: 'Handing out leaflets',
  'porte-a-porte': 'Door-to-door',
  collage: 'Putting up posters',
  'cafe-populaire': 'People’s café',
  reunion: 'Group meeting',
  'reunion-publique': 'Public meeting',
  rassemblement: 'Rally',
  'depart-commun': 'Travelling together',
  formation: 'Training',
  projection: 'Film and debate',
  fete: 'Party, picnic',
  solidarite: 'Solidarity action',
  autre: 'Other action',
}

const fr = {
  start: {
    description: 'Bienvenue : ce que je peux faire pour vous',
    options: { lien: 'Le code d’un groupe ou d’une action, si vous en avez reçu un' },
  },
  aide: { description: 'Ce que je sais faire, et comment le demander' },
  groupes: {
    description: 'Trouver un groupe d’action, le rejoindre, le quitter',
    options: { lieu: 'Code postal, commune ou département' },
  },
  actions: {
    description: 'Les actions à venir près de chez vous ou dans vos groupes',
    options: {
      lieu: 'Code postal, commune ou département',
      quand: 'Aujourd’hui, demain, semaine, week-end ou une date',
      type: 'Tracts, porte-à-porte, collage…',
    },
    choices: { type: kinds },
  },
  equipe: {
    description: 'Vos rôles, votre équipe, les invitations',
    options: { lieu: 'Code postal, commune ou département, ou le code d’une invitation' },
  },
  annonce: { description: 'Faire une annonce à votre groupe ou à votre département' },
  lier: { description: 'Relier cette discussion à un groupe ou à une boucle' },
  besoins: { description: 'Ce qui manque aux actions de vos groupes, et ce que vous pouvez prendre' },
  flux: {
    description: 'Suivre un agenda public d’Action Populaire avec votre groupe',
    options: { adresse: 'L’adresse d’un groupe, d’un agenda ou d’une action sur Action Populaire' },
  },
  journal: { description: 'Ce qui a été fait avec les rôles, par qui et quand' },
  bilan: { description: 'Ce que vos actions ont donné, mois par mois' },
  suivi: { description: 'Ce que deviennent vos envois : arrivés, en cours, à renvoyer' },
  nouvelle: {
    description: 'Planifier une action pour votre groupe',
    options: { action: 'samedi 14h tractage marché de Belleville ; vide : un formulaire' },
  },
  dates: { description: 'Demander à votre groupe quelles dates lui vont pour une action' },
  gerer: { description: 'Modifier, déplacer, annuler, transmettre vos actions' },
  agenda: { description: 'Vos réponses, vos groupes, vos calendriers' },
  reglages: { description: 'Vos rappels, votre silence, votre nom et vos données' },
  jumeler: {
    description: 'Être la même personne sur Telegram et sur Discord',
    options: { code: 'Le code reçu sur votre autre compte' },
  },
  annuler: { description: 'Abandonner ce qui est en cours' },
  mesdonnees: { description: 'Lire et emporter tout ce que je garde sur vous' },
  effacer: { description: 'Effacer tout ce que je garde sur vous' },
} as const satisfies Readonly<Record<string, Entry>>

export type MenuName = keyof typeof fr

export type Menu = Readonly<Record<MenuName, Entry>>

const en: Menu = {
  start: {
    description: 'Welcome: what I can do for you',
    options: { lien: 'The code of a group or an action, if you were given one' },
  },
  aide: { description: 'What I can do, and how to ask' },
  groupes: {
    description: 'Find an action group, join it, leave it',
    options: { lieu: 'Postal code, town or department' },
  },
  actions: {
    description: 'Coming actions near you or in your groups',
    options: {
      lieu: 'Postal code, town or department',
      quand: 'Today, tomorrow, week, weekend or a date',
      type: 'Leaflets, door-to-door, posters…',
    },
    choices: { type: kindsInEnglish },
  },
  equipe: {
    description: 'Your roles, your team, invitations',
    options: { lieu: 'Postal code, town or department, or the code of an invitation' },
  },
  annonce: { description: 'Announce something to your group or your department' },
  lier: { description: 'Link this chat to a group or a loop' },
  besoins: { description: 'What the actions of your groups lack, and what you can take' },
  flux: {
    description: 'Follow a public calendar of Action Populaire with your group',
    options: { adresse: 'The address of a group, a calendar or an action on Action Populaire' },
  },
  journal: { description: 'What was done with roles, by whom and when' },
  bilan: { description: 'What came of your actions, month by month' },
  suivi: { description: 'What became of what you sent: arrived, under way, to send again' },
  nouvelle: {
    description: 'Plan an action for your group',
    options: { action: 'samedi 14h tractage marché de Belleville; empty: a form' },
  },
  dates: { description: 'Ask your group which dates suit for an action' },
  gerer: { description: 'Change, move, call off, hand over your actions' },
  agenda: { description: 'Your answers, groups and calendars' },
  reglages: { description: 'Your reminders, quiet hours, name and data' },
  jumeler: {
    description: 'Be one person on Telegram and on Discord',
    options: { code: 'The code that your other account was given' },
  },
  annuler: { description: 'Leave what is under way' },
  mesdonnees: { description: 'Read and take away all that I keep about you' },
  effacer: { description: 'Erase all that I keep about you' },
}

export const menus: { readonly fr: Menu; readonly en: Menu } = { fr, en }

/** What stands in the menu of a message, where messages have one: at most 32 characters (Discord). */
export const messageMenus = {
  relay: { fr: 'Relayer ce message', en: 'Relay this message' },
} as const

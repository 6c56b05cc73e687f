import { bold, type Rich } from '../../base/rich.ts'
import { clip, folded } from '../../base/text.ts'
import type { Answer, Counts } from '../../domain/actions/model.ts'
import { kinds } from './kinds.ts'
import { label, listed, plural, say } from './typography.ts'

const coming = (yes: number): string => plural(yes, label`${yes} participe`, label`${yes} participent`)

const comers = ({ yes, maybe }: Counts): string =>
  [...(yes > 0 ? [coming(yes)] : []), ...(maybe > 0 ? [label`${maybe} peut-être`] : [])].join(' · ')

const inPrivate = 'Ouvrir en privé'

const headings = {
  near: (where: string): string => label`Actions, ${where}`,
  inDepartment: (within: string): string => label`Actions ${within}`,
  mine: 'Actions de vos groupes',
}

const buttons: Readonly<Record<Answer, string>> = {
  yes: 'Je participe',
  maybe: 'Peut-être',
  no: 'Je ne peux pas',
}

export const actions = {
  kinds,
  answers: buttons,
  chosen: (answer: Answer): string => label`✓ ${buttons[answer]}`,

  cancelled: (name: string): Rich => bold(label`ANNULÉE : ${name}`),
  wasCancelled: say`Cette action a été annulée : ne vous déplacez pas.`,
  reason: (words: string): Rich => say`Pourquoi : ${words}`,
  wasWithdrawn: say`Cette action n’est plus visible sur Action Populaire : elle est peut-être annulée. Renseignez-vous auprès du groupe avant de vous déplacer.`,
  lostDay: (said: string): Rich =>
    say`« ${clip(said, 40)} » : ce jour est passé, ou n’existe pas. Voici ce qui vient ; vous pouvez aussi me dire « demain », « samedi » ou « 12/12 ».`,
  over: say`Cette action est terminée.`,
  at: (when: Rich): Rich => say`📆 ${when}`,
  atPlace: (place: Rich | string): Rich => say`📍 ${place}`,
  organised: (names: readonly string[], others: number): Rich =>
    others > 0
      ? say`👥 Organisée par ${names.join(', ')} et ${plural(others, label`${others} autre`, label`${others} autres`)}`
      : say`👥 Organisée par ${listed(names)}`,
  online: 'En ligne',
  counts: (counts: Counts): Rich => {
    const said = comers(counts)
    return said === '' ? say`Pas encore de réponse.` : bold(said)
  },
  /** Names of those who chose to be seen. */
  among: (names: readonly string[]): Rich => say`Vous y verrez : ${listed(names)}`,
  /** For a line; empty when nobody said yes or maybe. */
  comers,
  own: (answer: Answer): Rich => {
    switch (answer) {
      case 'yes':
        return say`Votre réponse : vous participez.`
      case 'maybe':
        return say`Votre réponse : vous viendrez peut-être.`
      case 'no':
        return say`Votre réponse : vous ne pouvez pas venir.`
    }
  },
  staysHere: say`Votre réponse reste ici : Action Populaire ne la reçoit pas.`,
  officialPage: 'Page sur Action Populaire',
  join: 'Rejoindre en ligne',
  inPrivate,
  showEverybody: 'Montrer à tout le monde',
  shown: say`C’est affiché ici, pour tout le monde.`,

  noted: (answer: Answer): Rich => {
    switch (answer) {
      case 'yes':
        return say`C’est noté : vous participez.`
      case 'maybe':
        return say`C’est noté : peut-être.`
      case 'no':
        return say`C’est noté : vous ne pouvez pas venir.`
    }
  },
  already: (answer: Answer): Rich => {
    switch (answer) {
      case 'yes':
        return say`C’est déjà noté : vous participez.`
      case 'maybe':
        return say`C’est déjà noté : peut-être.`
      case 'no':
        return say`C’est déjà noté : vous ne pouvez pas venir.`
    }
  },
  introduced: (name: string): Rich =>
    say`Les organisateur·ices vous verront sous le nom « ${name} ». Vous pouvez en changer avec /reglages.`,
  introducedBriefly: say`Les organisateur·ices verront votre nom (/reglages).`,
  /** To whoever may never have written in private, where nobody is written to before. */
  opensFirst: say`Pour un rappel, touchez « ${inPrivate} ».`,
  /** Private messages from us are refused. */
  closedDoor: say`Je n’arrive pas à vous écrire : pour vos rappels, autorisez les messages privés des membres de ce serveur, puis, dans /reglages, touchez « Réessayer en privé ».`,

  heading: {
    near: (where: string, days?: string): Rich =>
      bold(days === undefined ? headings.near(where) : label`${headings.near(where)}, ${days}`),
    inDepartment: (within: string, days?: string): Rich =>
      bold(
        days === undefined ? headings.inDepartment(within) : label`${headings.inDepartment(within)}, ${days}`,
      ),
    mine: (days?: string): Rich =>
      bold(days === undefined ? headings.mine : label`${headings.mine}, ${days}`),
  },
  onlyKind: (kind: string): Rich => say`Seulement : ${kind}`,
  nothing: say`Rien d’annoncé pour le moment.`,
  nothingThen: say`Rien d’annoncé à ces dates.`,
  nothingOfKind: (kind: string): Rich => say`Rien d’annoncé de ce genre : ${kind}.`,
  tryElse: say`Élargissez la recherche, ou voyez quels groupes préparent la suite.`,
  noMore: say`Vous avez tout vu : il n’y a pas d’autre action annoncée.`,

  filters: {
    today: 'Aujourd’hui',
    week: 'Cette semaine',
    weekend: 'Ce week-end',
    wholeDay: 'Toute la journée',
    anyTime: 'Toutes les dates',
    byKind: 'Choisir le type',
    anyKind: 'Tous les types',
    wholeDepartment: 'Tout le département',
    back: '‹ Retour',
  },
  chooseKind: say`Quel type d’action cherchez-vous ?`,
  earlier: '‹ Précédentes',
  later: 'Suivantes ›',
  see: 'Voir les actions',
  find: 'Trouver une action',
  seeGroups: 'Voir les groupes',
  elsewhere: 'Chercher ailleurs',
  numbered: (at: number, name: string): string => label`${at}. ${name}`,
  daysMeant: (typed: string, days: string): string =>
    days.startsWith(typed) ? days : label`${typed} : ${days}`,
  line: (at: number, name: string, kind: string): Rich => {
    const title = bold(label`${at}. ${clip(name, 90)}`)
    return folded(name).includes(folded(kind)) ? title : say`${title} (${kind})`
  },
}

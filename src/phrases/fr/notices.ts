import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Answer, Counts } from '../../domain/actions/model.ts'
import { label, listed, plural, say } from './typography.ts'

const title = (name: string): Rich => bold(clip(name, 90))

const replied: Readonly<Record<Answer, string>> = {
  yes: 'vous avez dit que vous venez',
  maybe: label`vous avez dit « peut-être »`,
  no: 'vous aviez répondu',
}

/** What people are told without having asked at that moment. */
export const notices = {
  calledOff: (name: string, when: Rich): Rich =>
    say`${title(name)}, prévue ${when}, n’a pas lieu : ne vous déplacez pas.`,
  hidden: (name: string, when: Rich): Rich =>
    say`${title(name)}, prévue ${when}, n’est plus visible sur Action Populaire : renseignez-vous auprès du groupe avant de vous déplacer.`,
  backOn: (name: string, when: Rich): Rich => say`${title(name)} a bien lieu, finalement : ${when}.`,
  changed: (name: string): Rich => say`Changement pour ${title(name)}`,
  changedMany: (name: string, count: number): Rich => say`Changement pour ${title(name)} : ${count} dates`,
  calledOffMany: (name: string, count: number): Rich =>
    say`${title(name)} : ${count} dates n’ont pas lieu, ne vous déplacez pas.`,
  otherDates: say`Les autres dates changent de la même façon :`,
  date: (when: string): Rich => say`• ${when}`,
  moreDates: (count: number): Rich =>
    say`${plural(count, label`et ${count} autre date`, label`et ${count} autres dates`)}`,
  time: (was: string, is: Rich): Rich => say`📆 ${is}\n(avant : ${was})`,
  place: (was: string, is: Rich): Rich => say`${is}\n(avant : ${was === '' ? 'pas de lieu' : was})`,
  stillComing: say`Venez-vous toujours ?`,
  nowComing: say`Pouvez-vous venir ?`,
  seat: (name: string, until: string): Rich =>
    say`Une place s’est libérée pour ${title(name)} ! Elle vous est gardée jusqu’à ${bold(until)} ; ensuite, elle ira à la personne suivante.`,
  seatYours: (name: string): Rich => say`Une place s’est libérée pour ${title(name)} : elle est à vous.`,
  seatLost: (name: string): Rich =>
    say`Sans réponse de votre part, la place pour ${title(name)} ne vous est plus gardée. Vous pouvez vous inscrire de nouveau.`,
  takenOff: (name: string): Rich =>
    say`Un·e organisateur·ice vous a retiré·e de la liste pour ${title(name)}. Si c’est une erreur, répondez de nouveau ou parlez-en au groupe.`,
  departure: (name: string, when: string): Rich =>
    say`Désistement de dernière minute pour ${title(name)}, ${when}.`,
  seatsGiven: (name: string, when: string): Rich =>
    say`La liste d’attente avance pour ${title(name)}, ${when}.`,
  seatTo: (name: string, until: string | undefined): Rich =>
    until === undefined ? say`+ ${name} a une place` : say`+ ${name} a une place, à confirmer avant ${until}`,
  seatFrom: (name: string): Rich => say`− ${name} ne vient pas`,
  chosen: (name: string): Rich => say`Vous êtes retenu·e pour ${title(name)} : on compte sur vous !`,
  becauseSignedUp: say`Je vous l’écris parce que vous vous étiez inscrit·e.`,
  come: (name: string): Rich => say`Venez-vous à ${title(name)} ?`,
  becauseAsked: say`Je vous l’écris parce que vous avez voulu qu’on vous demande si vous venez aux actions de ce groupe.`,
  reminder: (name: string): Rich => say`🔔 ${title(name)}`,
  late: (name: string): Rich => say`C’est bientôt ! ${title(name)}`,
  findThem: (names: readonly string[]): Rich => say`À retrouver sur place : ${listed(names)}.`,
  digest: (count: number): Rich =>
    bold(plural(count, label`Votre action à venir`, label`Vos ${count} actions à venir`)),
  after: (name: string): Rich =>
    say`Merci d’avoir répondu présent·e pour ${title(name)} ! Avez-vous pu venir ?`,
  cameYes: say`Merci ! C’est noté, pour compter juste : seul le nombre est transmis.`,
  cameNo: say`Merci de l’avoir dit. Ce sera pour la prochaine fois !`,
  outcome: (name: string): Rich =>
    say`Comment s’est passée l’action ${title(name)} ? Quelques nombres suffisent pour le bilan.`,
  counts: ({ yes, maybe }: Counts): Rich =>
    say`Réponses maintenant : ${plural(yes, label`${yes} participe`, label`${yes} participent`)}, ${maybe} peut-être.`,
  /** Every one says why it came. */
  becauseAnswered: say`Je vous l’écris parce que vous aviez répondu à cette action.`,
  because: (answer: Answer): Rich => say`Je vous l’écris parce que ${replied[answer]}.`,
  becauseWaiting: say`Je vous l’écris parce que vous étiez sur la liste d’attente.`,
  becauseOrganiser: say`Je vous l’écris parce que vous organisez cette action.`,
  soon: (name: string): Rich => bold(label`Rappel : ${clip(name, 100)}`),
  buttons: {
    cannot: 'Je ne peux plus venir',
    settings: 'Mes rappels',
    card: 'Voir l’action',
    came: 'Oui, j’y étais',
    cameNot: 'Non, finalement',
    outcome: 'Faire le bilan',
    arrived: 'Qui a pu venir',
  },
}

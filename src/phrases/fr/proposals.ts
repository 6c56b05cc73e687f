import { bold, lines, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Tally } from '../../domain/proposals/model.ts'
import { label, listed, plural, say } from './typography.ts'

const people = (count: number): string => plural(count, label`${count} personne`, label`${count} personnes`)

const title = (name: string): Rich => bold(clip(name, 90))

/** Several dates for one action: which suit? */
export const proposals = {
  question: (name: string): Rich => lines(title(name), say`Quelles dates vous vont ?`),
  /** `when`: the whole date. */
  date: (at: number, when: string, count: number): Rich =>
    count === 0 ? say`${at}. ${when}` : say`${at}. ${when} : ${bold(people(count))}`,
  none: (count: number): Rich => say`Aucune : ${people(count)}`,
  sum: ({ people: count }: Tally): Rich =>
    count === 0
      ? say`Pas encore de réponse.`
      : plural(count, say`${count} réponse.`, say`${count} réponses.`),
  how: (until: string): Rich =>
    say`Touchez toutes celles qui vous vont. Fin des réponses : ${until}. Seuls les totaux s’affichent ici ; les organisateur·ices voient les noms.`,
  closed: say`Les réponses sont terminées : la date va être choisie.`,
  dropped: say`Aucune de ces dates n’est retenue.`,
  chosen: (when: string): Rich => say`C’est choisi : ${bold(when)}`,
  chosenNext: say`Dites si vous venez sur la carte de l’action.`,
  buttons: {
    none: 'Aucune ne me va',
    follow: 'Me dire la date choisie',
    action: 'L’action en privé',
    propose: 'Proposer plusieurs dates',
    change: 'Changer les dates',
    ask: 'Demander au groupe',
    plan: (when: string, count: number): string => label`Planifier : ${when} (${count})`,
    names: label`Qui peut quand ?`,
    close: 'Arrêter les réponses',
    repost: 'Reposter la question',
    drop: 'Abandonner ces dates',
    dropNow: 'Oui, abandonner',
    back: '‹ Retour',
    of: (name: string): string => label`Dates : ${clip(name, 24)}`,
    earlier: '‹ Précédentes',
    later: 'Suivantes ›',
  },
  suits: (dates: readonly string[]): Rich =>
    say`C’est noté : ${clip(listed(dates), 130)}. Touchez encore une date pour la retirer.`,
  suitsNone: say`C’est noté : aucune de ces dates ne vous va.`,
  suitsNothing: say`C’est noté : vous n’avez plus rien de coché.`,
  late: say`Trop tard : les réponses sont terminées.`,
  following: say`C’est noté : je vous dirai la date. Si vous ne m’avez jamais écrit, envoyez-moi d’abord /start.`,
  followingNot: say`C’est noté : je ne vous écrirai pas ; la carte de l’action viendra ici.`,
  /** Where its card was. */
  moved: (name: string): Rich =>
    say`La question des dates pour ${title(name)} est plus bas dans la discussion.`,
  known: say`La date est déjà choisie : la carte de l’action est dans la discussion.`,

  check: say`À vérifier avant de demander`,
  typed: (at: number, words: string): Rich => say`${at}. ${words}`,
  which: (words: string): Rich => say`« ${clip(words, 40)} » : quand exactement ? Choisissez :`,
  noSeries: (words: string): Rich =>
    say`« ${clip(words, 40)} » revient plusieurs fois : donnez une date à la fois.`,
  together: (words: string): Rich =>
    say`« ${clip(words, 40)} » : donnez à chaque date son jour et son heure, et séparez-les par un point-virgule.`,
  unclear: (words: string, why: Rich): Rich => say`« ${clip(words, 40)} » : ${why}`,
  number: (fewest: number, most: number): Rich =>
    say`Il faut de ${fewest} à ${most} dates différentes, séparées par un point-virgule.`,
  until: (when: string): Rich => say`⏳ Fin des réponses : ${when}`,
  noUntil: say`⏳ Jusqu’à quand répondre ? Écrivez par exemple « jeudi 20h », avant la première date.`,
  form: {
    title: 'Plusieurs dates',
    dates: { label: label`Quelles dates ?`, hint: label`samedi 14h-16h ; dimanche 10h ; mardi 19h` },
    until: { label: label`Répondre jusqu’à quand ?`, hint: label`jeudi 20h ; sans réponse : trois jours` },
  },
  asked: (chats: number): Rich =>
    chats === 0
      ? say`Aucune discussion n’est reliée au groupe : reliez-en une avec /lier, puis touchez « Reposter la question ».`
      : plural(
          chats,
          say`La question part dans une discussion du groupe. Les totaux se mettent à jour ici et là-bas.`,
          say`La question part dans ${chats} discussions du groupe. Les totaux se mettent à jour ici et là-bas.`,
        ),
  askedAfterTruce: (chats: number, ends: string): Rich =>
    plural(
      chats,
      say`C’est la trêve électorale : la question arrivera dans une discussion du groupe à sa fin, ${ends}.`,
      say`C’est la trêve électorale : la question arrivera dans ${chats} discussions du groupe à sa fin, ${ends}.`,
    ),
  heading: (name: string): Rich => say`Quelles dates pour ${title(name)} ?`,
  soFar: (until: string): Rich => say`⏳ Fin des réponses : ${until}. Vous pouvez choisir avant.`,
  who: (name: string): Rich => say`Qui peut quand : ${title(name)}`,
  whoHead: (when: string): Rich => bold(when),
  whoNone: bold('Aucune date'),
  whoLine: (names: readonly string[]): Rich => say`${names.join(', ')}`,
  nobody: say`Personne n’a encore répondu.`,
  unnamed: 'Sans nom',
  becauseAsked: say`Je vous l’écris parce que vous avez proposé ces dates.`,
  noneChosen: (name: string): Rich => lines(title(name), say`Aucune des dates proposées n’est retenue.`),
  sureToDrop: (name: string): Rich =>
    lines(
      say`Abandonner les dates proposées pour ${title(name)} ?`,
      say`La carte dira qu’aucune n’est retenue, et les personnes qui voulaient connaître la date en seront prévenues.`,
    ),
  dateSet: (name: string): Rich => say`La date est choisie : ${title(name)}`,
  becauseFollowing: say`Je vous l’écris parce que vous avez voulu savoir la date choisie.`,
  kept: ({ answers, follows }: { readonly answers: number; readonly follows: number }): Rich =>
    lines(
      answers > 0
        ? say`${bold('Dates proposées')} : ${plural(answers, label`votre réponse à ${answers} proposition`, label`vos réponses à ${answers} propositions`)}. Seuls les totaux restent quand l’action est planifiée, ou au bout d’une semaine.`
        : undefined,
      follows > 0
        ? say`${bold('Dates à vous dire')} : ${follows}. C’est oublié dès que vous savez, ou un mois après la dernière date.`
        : undefined,
    ),
}

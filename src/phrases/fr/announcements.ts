import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { RelayState, Say, Stage } from '../../domain/announcements/model.ts'
import type { TargetFate } from '../../domain/broadcasts/model.ts'
import { chats, forecast } from './forecast.ts'
import { whys } from './whys.ts'
import { platformName } from './platforms.ts'
import { truce } from './truces.ts'
import { label, plural, say } from './typography.ts'

const shown = (name: string): string => clip(name, 60)

/** `planned`: it leaves at its own time, with nobody’s doing. */
type Standing = Stage | 'planned'

const stages: Readonly<Record<Standing, string>> = {
  draft: 'brouillon',
  asking: 'attend un accord',
  holding: 'part dans un instant',
  planned: 'programmée',
  sent: 'partie',
  cancelled: 'abandonnée',
  withdrawn: 'retirée partout',
}

const states: Readonly<Record<Exclude<RelayState, 'sent'>, string>> = {
  waiting: 'attend son groupe',
  later: 'arrivera plus tard',
  declined: 'non relayée par son groupe',
  muted: 'ne prend pas d’annonces',
  troubled: 'en panne, rien n’y arrive',
  stopped: 'arrêtée avant d’arriver',
}

const fates: Readonly<Record<TargetFate, string>> = {
  delivered: 'arrivée',
  gone: 'échec',
  uncertain: 'incertaine',
  dropped: 'arrêtée avant d’arriver',
  waiting: 'pas encore arrivée',
}

export const announcements = {
  nothing: say`Pour faire une annonce, il faut animer un groupe ou une boucle avec moi. Qui l’anime déjà peut vous inviter : demandez-lui, puis ouvrez le lien reçu.`,
  where: say`${bold('Faire une annonce')}\nAu nom de qui ?`,
  insteadFor: (name: string): string => label`Plutôt pour ${name}`,
  tooLong: (most: number): Rich =>
    say`Ce message est trop long pour être relayé : ${most} caractères au plus. Raccourcissez-le, puis écrivez-le avec /annonce.`,
  everywhere: 'Coordination',
  write: 'Écrire l’annonce',
  writeFor: (place: string): Rich =>
    say`Une annonce au nom de « ${bold(shown(place))} » : écrivez-la, je vous la montre avant de l’envoyer.`,
  form: {
    title: 'Faire une annonce',
    again: 'Reprendre l’annonce',
    correct: 'Corriger partout',
    label: 'Votre annonce',
    hint: '**gras**, _italique_, [texte](adresse du lien), une ligne par idée',
    correctHint: 'Chaque copie déjà arrivée sera modifiée',
    when: 'Programmer l’annonce',
    whenLabel: 'Quand',
    whenHint: label`« lundi 9h », « tous les lundis à 9h », « la veille » de l’action jointe…`,
    line: 'Ajouter une ligne',
    lineLabel: 'Votre ligne, sous l’annonce',
    lineHint: 'Un rendez-vous local, un contact…',
  },

  truce,
  forecast,
  /** On a button: what was begun and not sent. */
  pickUp: (start: string): string => label`Reprendre : ${clip(start, 40)}`,
  send: 'Envoyer',
  schedule: 'Programmer',
  reschedule: 'Changer la date',
  unschedule: 'Sans date',
  sendLater: 'Programmer l’envoi',
  leaves: (when: string, rule: string | undefined): Rich =>
    rule === undefined
      ? say`Elle partira ${bold(when)}.`
      : say`Elle partira ${bold(when)}, puis ${rule} ; elle s’arrête d’elle-même.`,
  unclear: say`Je n’ai pas compris la date avec certitude.`,
  severalDates: say`Cette date peut se lire de plusieurs façons : donnez le jour et l’heure, par exemple « lundi 30 novembre à 9h ».`,
  noVote: say`Je ne connais pas encore la date du scrutin : la coordination la fixe avec la trêve électorale. Donnez une date, par exemple « tous les lundis à 9h jusqu’au 11 avril ».`,
  planned: say`C’est programmé. Jusque-là, vous pouvez l’arrêter.`,
  joinAction: 'Joindre une action',
  whichAction: say`Quelle action joindre ? Sa carte suivra votre annonce, avec les boutons pour répondre.`,
  noAction: say`Je ne vois aucune action à venir à joindre. Créez-en une avec /nouvelle.`,
  actionOn: (name: string, start: string): string => label`${clip(name, 28)}, ${start}`,
  insteadOfPoll: say`Elle prendra la place du sondage.`,
  withoutAction: 'Sans action',
  backToDraft: 'Revenir à l’annonce',
  joined: (name: string): Rich =>
    say`Avec la carte de « ${bold(shown(name))} », et les boutons pour répondre.`,
  change: 'Reprendre',
  drop: 'Abandonner',
  dropped: say`C’est abandonné : rien n’est parti.`,
  late: say`Trop tard : l’annonce n’en est plus là. Voyez où elle en est avec /suivi.`,
  holding: (seconds: number): Rich =>
    say`Elle part dans ${bold(label`${seconds} secondes`)}. Une erreur ? Vous pouvez encore l’arrêter.`,
  stop: 'Arrêter l’envoi',
  asked: say`Une annonce à tout un département demande l’accord d’une deuxième personne : je le lui demande. Dès qu’elle est d’accord, l’annonce part, et /suivi montre ce qu’elle devient.`,
  askedToPlan: say`Une annonce à tout un département demande l’accord d’une deuxième personne : je le lui demande. Dès qu’elle est d’accord, l’annonce est programmée.`,
  nobody: say`Il faut l’accord d’une deuxième personne de l’équipe, et il n’y en a pas encore. Invitez-la avec /equipe, puis envoyez de nouveau : l’annonce vous attend dans /suivi.`,

  agreement: (place: string): Rich =>
    say`Quelqu’un de l’équipe veut faire cette annonce au nom de « ${bold(shown(place))} ». Êtes-vous d’accord ? Sans réponse, elle ne part pas.`,
  agree: 'D’accord, envoyer',
  refuse: 'Pas d’accord',
  youAgreed: say`Merci : elle part dans un instant.`,
  youAgreedToPlan: say`Merci : elle est programmée.`,
  refused: say`C’est noté : elle ne part pas.`,
  agreedToPlan: say`Votre annonce a l’accord qu’il lui fallait : elle est programmée.`,
  agreedTold: say`Votre annonce a l’accord qu’il lui fallait : elle part dans un instant.`,
  becauseRole: say`Je vous l’écris parce que vous avez un rôle ici.`,
  becauseAuthor: say`Je vous l’écris parce que l’annonce est de vous.`,

  askedGroup: (from: string, group: string): Rich =>
    say`« ${bold(shown(from))} » annonce ce qui suit. Le relayez-vous dans les discussions de « ${shown(group)} » ?`,
  toldGroup: (from: string, group: string): Rich =>
    say`« ${bold(shown(from))} » annonce ce qui suit, et je l’ai relayé dans les discussions de « ${shown(group)} ».`,
  relay: 'Relayer',
  relayWithLine: 'Relayer avec une ligne',
  decline: 'Ne pas relayer',
  delay: 'Dans 3 heures',
  received: 'Bien reçu',
  thanks: say`Merci, c’est noté.`,
  relayed: say`C’est relayé dans vos discussions, aux heures choisies pour elles.`,
  relayedAfterTruce: say`C’est noté. À cause de la trêve électorale, elle n’arrivera dans vos discussions qu’ensuite.`,
  declined: say`C’est noté : vos discussions ne la recevront pas.`,
  delayed: say`C’est noté : elle arrivera dans trois heures, ou dès que vos discussions prennent des messages.`,

  heading: (stage: Standing, start: string): Rich =>
    say`${bold(label`Annonce : ${stages[stage]}`)}\n${start}`,
  counts: {
    total: (total: number): string => chats(total),
    delivered: (count: number): string =>
      plural(count, label`✓ ${count} arrivée`, label`✓ ${count} arrivées`),
    withdrawn: (count: number): string =>
      plural(count, label`✓ ${count} retirée`, label`✓ ${count} retirées`),
    under: (count: number): string => label`… ${count} en route`,
    /** While it is paused. */
    resting: (count: number): string =>
      plural(count, label`… ${count} pas encore partie`, label`… ${count} pas encore parties`),
    waiting: (count: number): string =>
      plural(count, label`? ${count} attend son groupe`, label`? ${count} attendent leur groupe`),
    later: (count: number): string =>
      plural(count, label`… ${count} arrivera plus tard`, label`… ${count} arriveront plus tard`),
    declined: (count: number): string =>
      plural(
        count,
        label`✗ ${count} non relayée par son groupe`,
        label`✗ ${count} non relayées par leur groupe`,
      ),
    stopped: (count: number): string =>
      plural(count, label`– ${count} arrêtée avant d’arriver`, label`– ${count} arrêtées avant d’arriver`),
    muted: (count: number): string =>
      plural(count, label`– ${count} ne prend pas d’annonces`, label`– ${count} ne prennent pas d’annonces`),
    failed: (count: number): string => label`! ${count} en échec`,
    uncertain: (count: number): string =>
      plural(count, label`! ${count} incertaine`, label`! ${count} incertaines`),
    old: (count: number): string =>
      plural(
        count,
        label`– ${count} copie de plus de six mois : je ne peux plus la changer`,
        label`– ${count} copies de plus de six mois : je ne peux plus les changer`,
      ),
    unlinked: (count: number): string =>
      plural(
        count,
        label`– ${count} groupe sans discussion reliée`,
        label`– ${count} groupes sans discussion reliée`,
      ),
    received: (count: number): string => label`« Bien reçu » : ${count}`,
  },
  /** One bar for a message: what arrived, what did not, what is to come. */
  chart: (done: number, failed: number, left: number): string => {
    const total = done + failed + left
    if (total === 0) return ''
    const cells = 12
    const full = Math.round((done / total) * cells)
    const bad = failed === 0 ? 0 : Math.max(1, Math.round((failed / total) * cells))
    return (
      '▓'.repeat(full) + '▒'.repeat(Math.min(bad, cells - full)) + '░'.repeat(Math.max(0, cells - full - bad))
    )
  },
  waitsForAgreement: say`Il lui manque l’accord d’une deuxième personne, à qui je l’ai demandé.`,
  again: say`Pour la refaire, écrivez-la de nouveau avec /annonce.`,
  chats: 'Discussion par discussion',
  back: 'Revenir au suivi',
  relayLine: (
    title: string,
    platform: string,
    state: RelayState,
    fate: TargetFate | undefined,
    why: string | undefined,
    stage?: Stage,
  ): Rich => {
    const became = stage === 'withdrawn' && fate === 'delivered' ? 'retirée' : fates[fate ?? 'waiting']
    const words = state === 'sent' ? became : states[state]
    return say`• ${clip(title, 40)} (${platformName(platform)}) : ${words}${why === undefined ? '' : label`, ${whys[why] ?? why}`}`
  },
  retry: (count: number): string => label`Réessayer (${count})`,
  doubtful: (count: number): Rich =>
    plural(
      count,
      say`${bold('Une copie est incertaine')} : elle est partie sans que la plateforme réponde. La renvoyer ? On la recevra peut-être deux fois.`,
      say`${bold(label`${count} copies sont incertaines`)} : elles sont parties sans que la plateforme réponde. Les renvoyer ? On les recevra peut-être deux fois.`,
    ),
  resend: (count: number): string =>
    plural(count, label`Renvoyer l’incertaine`, label`Renvoyer les ${count} incertaines`),
  pause: 'Mettre en pause',
  paused: say`${bold('En pause')} : plus rien ne part. Reprenez quand vous voulez.`,
  goAhead: 'Reprendre l’envoi',
  cut: 'Arrêter là',
  confirmCut: say`Arrêter là ? Les discussions qui ne l’ont pas encore reçue ne la recevront pas ; les autres la gardent.`,
  goOn: 'Continuer',
  correct: 'Corriger partout',
  corrected: say`C’est corrigé : chaque copie déjà arrivée est en train de changer.`,
  withdraw: 'Retirer partout',
  confirmWithdraw: say`Retirer cette annonce de toutes les discussions où elle est arrivée ?`,
  keep: 'La laisser',
  refresh: 'Actualiser',
  resume: 'Ouvrir le brouillon',
  list: bold('Vos annonces'),
  listLine: (at: number, stage: Standing, start: string): Rich => say`${at}. ${start} (${stages[stage]})`,
  one: (at: number): string => label`Annonce ${at}`,

  sayOf: ({ mode, otherwise }: Say): Rich =>
    mode === 'automatic'
      ? say`Ce qu’annonce la boucle arrive ici automatiquement.`
      : say`Ce qu’annonce la boucle attend votre accord ; sans réponse sous 24 heures, ${otherwise === 'relay' ? 'je le relaie' : 'je ne le relaie pas'}.`,
  mode: ({ mode }: Say): string => (mode === 'automatic' ? 'Me demander d’abord' : 'Relayer sans demander'),
  otherwise: ({ otherwise }: Say): string =>
    otherwise === 'relay' ? label`Sans réponse : ne pas relayer` : label`Sans réponse : relayer`,
}

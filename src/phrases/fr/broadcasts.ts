import { bold, type Rich } from '../../base/rich.ts'
import type { Errand, State } from '../../domain/broadcasts/model.ts'
import { platformName } from './platforms.ts'
import { label, listed, plural, say } from './typography.ts'

const headings: Readonly<Record<Errand, Readonly<Record<State, string>>>> = {
  send: {
    running: 'Envoi en cours',
    paused: 'Envoi en pause',
    cancelled: 'Envoi annulé',
    done: 'Envoi terminé',
  },
  edit: {
    running: 'Modification en cours',
    paused: 'Modification en pause',
    cancelled: 'Modification annulée',
    done: 'Modification terminée',
  },
  withdraw: {
    running: 'Retrait en cours',
    paused: 'Retrait en pause',
    cancelled: 'Retrait annulé',
    done: 'Message retiré',
  },
}

const arrived: Readonly<Record<Errand, string>> = { send: 'Arrivé', edit: 'Modifié', withdraw: 'Retiré' }

/** In the platform's reasons, for whoever sent it. */
const reasons: Readonly<Record<string, (count: number) => string>> = {
  blocked: (count) => plural(count, label`${count} m’a bloqué`, label`${count} m’ont bloqué`),
  deactivated: (count) =>
    plural(count, label`${count} compte n’existe plus`, label`${count} comptes n’existent plus`),
  kicked: (count) =>
    plural(count, label`${count} discussion m’a exclu`, label`${count} discussions m’ont exclu`),
  forbidden: (count) =>
    plural(
      count,
      label`${count} discussion ne me laisse pas écrire`,
      label`${count} discussions ne me laissent pas écrire`,
    ),
  'not-found': (count) => plural(count, label`${count} introuvable`, label`${count} introuvables`),
}

const otherwise = (count: number): string =>
  plural(count, label`${count} refusé par la plateforme`, label`${count} refusés par la plateforme`)

const states: Readonly<Record<State, string>> = {
  running: 'en cours',
  paused: 'en pause',
  cancelled: 'annulé',
  done: 'terminé',
}

/** How one thing said to many fares. */
export const broadcasts = {
  list: bold('Vos derniers envois'),
  none: say`Vous n’avez rien envoyé : ce que vous direz à un groupe ou à une boucle se suivra ici. Pour commencer : /annonce`,
  /** `words`: how it begins, when it is in words. */
  line: (when: string, state: State, words: string): Rich =>
    words === '' ? say`• ${when}, ${states[state]}` : say`• ${when}, ${states[state]} : « ${words} »`,
  show: (nth: number): string => label`Voir le ${nth === 1 ? '1er' : `${nth}e`}`,
  heading: (errand: Errand, state: State): Rich => bold(headings[errand][state]),
  /** Among what is kept about somebody. */
  kept: (count: number): Rich =>
    say`${bold(label`Envois (${count})`)}, pour que vous les suiviez avec /suivi. Si vous effacez tout, ils restent, sans votre nom.`,
  counting: say`Je compte les destinataires…`,
  nobody: say`Il n’y a personne à qui l’écrire.`,
  arrived: (errand: Errand, count: number, total: number): Rich =>
    say`${bold(arrived[errand])} : ${count} sur ${total}`,
  left: (count: number): Rich => say`${bold('Reste')} : ${count}`,
  endsIn: (minutes: number): Rich =>
    minutes < 1
      ? say`${bold('Fin estimée')} : dans moins d’une minute`
      : say`${bold('Fin estimée')} : dans ${minutes} min`,
  gone: (count: number, whys: readonly (readonly [string, number])[]): Rich =>
    whys.length === 0
      ? say`${bold('Pas arrivé')} : ${count}`
      : say`${bold('Pas arrivé')} : ${count} (${listed(whys.map(([why, of]) => (reasons[why] ?? otherwise)(of)))})`,
  uncertain: (count: number): Rich =>
    say`${bold('Incertain')} : ${count}, parti sans que la plateforme réponde. Renvoyer ? On le recevra peut-être deux fois.`,
  dropped: (count: number): Rich => say`${bold('Non envoyé')} : ${count}`,

  /** The platforms by name. */
  silent: (platforms: readonly string[]): Rich =>
    plural(
      platforms.length,
      say`${bold(listed(platforms.map(platformName)))} ne répond pas en ce moment : ce qui doit y arriver attend, et repartira de lui-même dès son retour.`,
      say`${bold(listed(platforms.map(platformName)))} ne répondent pas en ce moment : ce qui doit y arriver attend, et repartira de lui-même dès leur retour.`,
    ),

  pause: 'Pause',
  resume: 'Reprendre',
  cancel: 'Annuler le reste',
  refresh: 'Actualiser',
  retry: (count: number): string => label`Réessayer (${count})`,
  resend: (count: number): string => label`Renvoyer les incertains (${count})`,
  withdraw: 'Retirer partout',
  confirm: (count: number): Rich =>
    plural(
      count,
      say`Retirer ce message de la discussion où il est arrivé ? C’est définitif.`,
      say`Retirer ce message des ${count} discussions où il est arrivé ? C’est définitif.`,
    ),
  keep: 'Le laisser',
  /** Stands where a message was that the platform no longer lets us delete. */
  withdrawn: say`Message retiré par son auteur·ice.`,
}

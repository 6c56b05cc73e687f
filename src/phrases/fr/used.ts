import type { NotedDeed } from '../../domain/rights/journal.ts'
import { label } from './typography.ts'

export const somebody = 'quelqu’un'

/** What says to whom something was given, or from whom it was taken back. */
export const usedOn = {
  'name-helper': (whom: string): string => label`a nommé ${whom} pour s’occuper d’une action`,
  'remove-helper': (whom: string): string => label`a déchargé ${whom} d’une action`,
  'hand-over': (whom: string): string => label`a confié une action à ${whom}`,
} satisfies Readonly<Partial<Record<NotedDeed, (whom: string) => string>>>

export const isUsedOn = (deed: NotedDeed): deed is keyof typeof usedOn => deed in usedOn

/** What somebody did with a right; what it was about may follow a colon. */
export const used: Readonly<Record<NotedDeed, string>> = {
  link: 'a relié une discussion',
  unlink: 'a délié une discussion',
  'change-link': 'a changé les réglages d’une discussion',
  follow: 'a fait suivre un agenda d’Action Populaire',
  unfollow: 'a cessé de suivre un agenda d’Action Populaire',
  announce: 'a fait une annonce',
  'ask-agreement': 'a demandé un accord pour une annonce',
  agree: 'a donné son accord à une annonce',
  disagree: 'a refusé son accord à une annonce',
  'stop-announcement': 'a arrêté une annonce avant son départ',
  'correct-announcement': 'a corrigé une annonce',
  'withdraw-announcement': 'a retiré une annonce',
  'retry-announcement': 'a relancé les copies manquées d’une annonce',
  'pause-announcement': 'a mis en pause l’envoi d’une annonce',
  'resume-announcement': 'a repris l’envoi d’une annonce',
  'cut-announcement': 'a arrêté l’envoi d’une annonce en route',
  'close-poll': 'a clos un sondage',
  'have-say': 'a décidé de ce que le groupe relaie',
  relay: 'a relayé une annonce',
  'delay-relay': 'a reporté de trois heures le relais d’une annonce',
  'decline-relay': 'a refusé de relayer une annonce',
  'change-say': 'a changé la façon dont le groupe relaie',
  'set-truce': 'a fixé la trêve électorale',
  'end-truce': 'a supprimé la trêve électorale',
  'ask-dates': 'a proposé plusieurs dates pour une action',
  'drop-dates': 'a abandonné une proposition de dates',
  'close-dates': 'a arrêté les réponses à une proposition de dates',
  plan: 'a planifié une action',
  'change-action': 'a modifié une action',
  'call-off': 'a annulé une action',
  'keep-seats': 'a changé le délai des places libérées',
  'name-helper': usedOn['name-helper'](somebody),
  'remove-helper': usedOn['remove-helper'](somebody),
  'hand-over': usedOn['hand-over'](somebody),
  'show-again': 'a remontré une action dans les discussions',
  'invite-group': 'a proposé à un autre groupe de coorganiser une action',
  'join-action': 'a accepté de coorganiser une action',
  'decline-action': 'a refusé de coorganiser une action',
  mirror: 'a changé l’affichage des actions dans les événements Discord',
  need: 'a changé la liste de ce qu’il faut pour une action',
  'see-names': 'a consulté la liste des personnes qui viennent',
  'take-off': 'a retiré quelqu’un de la liste d’une action',
  'choose-who-comes': 'a changé la façon de choisir qui vient à une action',
  'choose-somebody': 'a retenu quelqu’un pour une action',
  'open-in-stages': 'a fixé quand une action s’ouvre à d’autres',
  'remind-now': 'a envoyé un rappel aux personnes qui viennent à une action',
  'ask-again': 'a relancé les membres qui n’avaient pas répondu pour une action',
  outcome: 'a noté le bilan d’une action',
}

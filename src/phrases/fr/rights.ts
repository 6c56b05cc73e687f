import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Deed, Role } from '../../domain/rights/model.ts'
import type { Refusals } from '../../domain/refusal.ts'
import { either, label, say } from './typography.ts'

/** One of those who have the role. */
const one: Readonly<Record<Role, string>> = {
  operator: 'l’équipe qui s’occupe de moi',
  coordination: 'la coordination',
  'loop-animator': 'un·e animateur·ice de la boucle départementale',
  animator: 'un·e animateur·ice du groupe',
  manager: 'un·e gestionnaire du groupe',
  member: 'un·e membre du groupe',
}

/** What is refused, or was done. */
const deeds: Readonly<Record<Deed, string>> = {
  plan: 'Planifier une action',
  manage: 'Modifier ou annuler cette action',
  'see-names': 'Voir qui vient',
  link: 'Relier une discussion',
  unlink: 'Délier une discussion',
  follow: 'Suivre un agenda d’Action Populaire',
  unfollow: 'Ne plus suivre un agenda d’Action Populaire',
  announce: 'Faire une annonce',
  'withdraw-announcement': 'Retirer une annonce',
  'set-truce': 'Fixer la trêve électorale',
  'have-say': 'Décider de ce que le groupe relaie',
  'invite-coordination': 'Inviter dans la coordination',
  'invite-loop-animator': 'Inviter un·e animateur·ice de boucle',
  'invite-animator': 'Inviter un·e animateur·ice',
  'invite-manager': 'Inviter un·e gestionnaire',
  'withdraw-coordination': 'Retirer quelqu’un de la coordination',
  'withdraw-loop-animator': 'Retirer un·e animateur·ice de boucle',
  'withdraw-animator': 'Retirer un·e animateur·ice',
  'withdraw-manager': 'Retirer un·e gestionnaire',
  replace: 'Remplacer un·e animateur·ice de la boucle',
  'see-team': 'Voir l’équipe',
  'read-journal': 'Lire le journal',
}

const shownName = (place: string): string => clip(place, 80)

/** Who is closest comes first: they are the ones to ask. */
const helpers = (who: readonly Role[]): string =>
  either(who.toReversed().map((role) => label`à ${one[role]}`))

export const rights = {
  roles: {
    operator: label`Équipe technique`,
    coordination: label`Coordination`,
    'loop-animator': label`Animateur·ice de la boucle`,
    animator: label`Animateur·ice`,
    manager: label`Gestionnaire`,
    member: label`Membre`,
  } satisfies Readonly<Record<Role, string>>,

  notAllowed: ({ deed, place, who }: Refusals['not-allowed']): Rich =>
    place === undefined
      ? say`${deeds[deed]} n’est pas dans vos droits. Demandez ${helpers(who)}.`
      : say`${deeds[deed]} pour « ${bold(shownName(place))} » n’est pas dans vos droits. Demandez ${helpers(who)}.`,
}

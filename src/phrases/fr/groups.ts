import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { GroupKind } from '../../domain/groups/model.ts'
import { shortGroup } from './names.ts'
import { label, plural, say } from './typography.ts'

const kinds: Readonly<Record<GroupKind, string>> = {
  local: 'groupe local',
  thematic: 'groupe thématique',
  functional: 'groupe fonctionnel',
  loop: 'boucle départementale',
}

export const groups = {
  kind: (kind: GroupKind, certified: boolean): string =>
    certified && kind !== 'loop' ? label`${kinds[kind]} certifié` : kinds[kind],
  short: shortGroup,
  joined: 'vous en faites partie',
  followed: 'vous la suivez',
  next: (name: string, start: string): Rich => say`Prochaine action : ${clip(name, 80)}, ${start}`,
  noNext: say`Pas d’action annoncée pour le moment.`,

  join: (name: string): string => label`Rejoindre ${name}`,
  leave: (name: string): string => label`Quitter ${name}`,
  follow: (name: string): string => label`Suivre ${name}`,
  unfollow: (name: string): string => label`Ne plus suivre ${name}`,
  see: 'Voir la prochaine action',
  page: 'Page sur Action Populaire',
  create: 'Créer un groupe',
  find: 'Trouver un groupe',
  findAnother: 'Trouver un autre groupe',

  nearby: (where: string): Rich => bold(label`Groupes d’action, ${where}`),
  inDepartment: (within: string): Rich => bold(label`Groupes d’action ${within}`),
  beyond: say`Pas de groupe actif à moins de ${30} km. Voici les plus proches :`,
  nothing: say`Je ne connais pas encore de groupe actif ici. Et si vous lanciez le premier ? Action Populaire vous accompagne.`,
  noMore: say`Vous avez fait le tour : il n’y a pas d’autre groupe ici.`,
  loop: (name: string): Rich => say`La coordination du département : ${bold(clip(name, 100))}.`,
  orCreate: say`Aucun ne vous convient ? Vous pouvez créer le vôtre sur Action Populaire.`,

  mine: (count: number): Rich => bold(plural(count, 'Votre groupe', 'Vos groupes')),
  none: say`Vous n’avez pas encore rejoint de groupe.`,
  nowIn: (name: string): Rich =>
    say`C’est fait : vous avez rejoint ${clip(name, 60)}. Ses actions sont dans /actions.`,
  nowFollowed: (name: string): Rich =>
    say`C’est fait : vous suivez ${clip(name, 60)}. Ses actions sont dans /actions.`,
  alreadyIn: (name: string): Rich => say`Vous avez déjà rejoint ${clip(name, 60)}.`,
  nowOut: (name: string): Rich => say`C’est fait : vous avez quitté ${clip(name, 60)}.`,
  alreadyOut: (name: string): Rich => say`Vous ne faites pas partie de ${clip(name, 60)}.`,
  staysHere: say`Rejoindre un groupe ici, c’est suivre ses actions avec moi. Pour vous présenter à ses membres, passez par sa page sur Action Populaire.`,
  theLoop: 'la boucle',
  mineLine: (name: string, facts: string): Rich => say`${bold(name)} : ${facts}`,
  askMe: 'Me demander si je viens',
  askNot: 'Ne plus me demander',
  asking: say`Quand ses organisateur·ices relancent, je vous demande en privé si vous venez.`,
}

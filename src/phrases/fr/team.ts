import { bold, lines, type Rich, type Span } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Doing } from '../../domain/rights/journal.ts'
import { isUsedOn, somebody, used, usedOn } from './used.ts'
import type { GrantedRole, Role } from '../../domain/rights/model.ts'
import { rights } from './rights.ts'
import { label, listed, plural, say } from './typography.ts'

const shown = (name: string): string => clip(name, 80)

/** « gestionnaire du groupe Montreuil insoumise » */
const roleAt = (role: Role, place: string | undefined): Rich =>
  place === undefined ? say`${bold(rights.roles[role])}` : say`${bold(rights.roles[role])} : ${shown(place)}`

/** What somebody may do from then on; also what the bot promises that they may not. */
const may: Readonly<Record<GrantedRole, Rich>> = {
  coordination: say`Vous pourrez faire des annonces à toutes les boucles et à tous les groupes, relier des discussions, planifier des actions, inviter les animateur·ices des boucles et des groupes, et lire le journal.`,
  'loop-animator': say`Vous pourrez faire des annonces à tous les groupes du département (chacun garde le dernier mot), relier les discussions de la boucle, planifier ses actions, inviter les animateur·ices des groupes, et lire le journal de la boucle.`,
  animator: say`Vous pourrez planifier et modifier les actions du groupe, voir qui y vient, relier ses discussions, y faire des annonces, décider de ce que le groupe relaie, inviter des gestionnaires, et lire son journal.`,
  manager: say`Vous pourrez planifier et modifier les actions du groupe, voir qui y vient, faire des annonces dans ses discussions, et décider de ce que le groupe relaie.`,
}

const leading = say`Pour commencer : /lier relie une discussion, /annonce écrit à tous les groupes, /equipe invite d’autres personnes.`
const begin: Readonly<Record<GrantedRole, Rich>> = {
  coordination: leading,
  'loop-animator': leading,
  animator: say`Pour commencer : /nouvelle prépare une action, /lier relie une discussion du groupe.`,
  manager: say`Pour commencer : /nouvelle prépare une action, /annonce écrit dans les discussions du groupe.`,
}

const done = (doing: Doing, about: string | undefined): string => {
  const whom = about ?? somebody
  switch (doing.is) {
    case 'invited':
      return label`a préparé une invitation : ${rights.roles[doing.role]}`
    case 'accepted':
      return label`a accepté le rôle : ${rights.roles[doing.role]}`
    case 'withdrawn':
      return label`a retiré à ${whom} le rôle : ${rights.roles[doing.role]}`
    case 'left':
      return label`a quitté le rôle : ${rights.roles[doing.role]}`
    case 'replaced':
      return label`a confirmé le remplacement de ${whom}`
    case 'asked-replacement':
      return label`a demandé le remplacement de ${whom}`
    case 'did': {
      const words = isUsedOn(doing.deed) ? usedOn[doing.deed](whom) : used[doing.deed]
      return doing.what === undefined ? words : label`${words} : ${clip(doing.what, 60)}`
    }
  }
}

export const team = {
  heading: bold('Vos rôles'),
  none: say`Vous n’avez pas de rôle pour le moment. Pour animer un groupe ou une boucle avec moi, demandez une invitation à quelqu’un qui l’anime déjà, puis ouvrez son lien.`,
  role: (role: Role, place?: string): Rich => say`• ${roleAt(role, place)}`,
  everywhere: 'Coordination',
  operatorHint: say`Vous pouvez nommer les premières personnes : la coordination, les boucles, puis les groupes. Choisissez un lieu pour voir sa boucle et ses groupes.`,
  choosePlace: 'Boucles et groupes d’un lieu',
  back: 'Mes rôles',
  form: { title: 'Boucles et groupes', label: 'Où' },
  unknownPlace: (asked: string): Rich =>
    say`Je ne trouve pas « ${clip(asked, 60)} ». Essayez un code postal, une commune ou un département.`,
  several: (asked: string): Rich => say`Il y a plusieurs « ${clip(asked, 60)} ». Lequel ?`,
  at: (where: string): Rich => say`${bold(label`Équipes, ${where}`)} : choisissez une boucle ou un groupe.`,
  nothingAt: say`Je ne connais ici ni boucle ni groupe.`,

  of: (place: string): Rich => bold(label`Équipe : ${shown(place)}`),
  nobody: say`Personne n’a encore de rôle ici.`,
  mate: (name: string | undefined, role: GrantedRole, since: string, you: boolean): Rich =>
    say`• ${bold(clip(name ?? 'Sans nom', 60))}${you ? ' (vous)' : ''} : ${rights.roles[role]}, depuis le ${since}`,
  binome: say`Le mouvement demande un binôme paritaire : pensez à inviter votre co-animateur·ice.`,
  invite: {
    coordination: 'Inviter dans la coordination',
    'loop-animator': 'Inviter un·e animateur·ice',
    animator: 'Inviter un·e animateur·ice',
    manager: 'Inviter un·e gestionnaire',
  } satisfies Readonly<Record<GrantedRole, string>>,
  takeOut: 'Retirer un rôle',
  quit: 'Quitter ce rôle',
  journal: 'Journal',
  team: 'Équipe',

  invited: (role: GrantedRole, place: string | undefined): Rich =>
    say`Invitation prête. ${roleAt(role, place)}. Envoyez ce qui suit à une seule personne, en privé : le lien sert une fois, pendant 72 heures, et je ne le montrerai plus.`,
  /** To be passed on as it is. */
  ticket: (role: GrantedRole, place: string | undefined, door: Span): Rich =>
    lines(
      say`Invitation de Porte-voix. ${roleAt(role, place)}.`,
      say`Pour l’accepter dans les 72 heures : ${[door]}`,
    ),
  typeCode: (code: string): string => label`/start ${code}`,

  offered: (role: GrantedRole, place: string | undefined): Rich =>
    say`On vous confie un rôle. ${roleAt(role, place)}.`,
  may: (role: GrantedRole): Rich => may[role],
  duties: say`Ce rôle vous engage : ne montrez jamais à d’autres qui vient ou répond. Ce que vous faites avec ce rôle est noté dans un journal que lisent les animateur·ices.`,
  accept: 'J’accepte',
  decline: 'Non merci',
  declined: say`D’accord, rien ne change. L’invitation reste valable jusqu’à sa date.`,
  accepted: (role: GrantedRole, place: string | undefined): Rich => say`C’est fait. ${roleAt(role, place)}.`,
  /** After {@link accepted}: where to begin. */
  next: (role: GrantedRole): Rich => begin[role],
  alreadyHas: say`Vous avez déjà ce rôle : l’invitation reste valable pour quelqu’un d’autre.`,
  knownAs: (name: string): Rich =>
    say`Les autres animateur·ices vous verront sous le nom « ${bold(clip(name, 60))} ». Vous pouvez en changer dans /reglages.`,

  whom: say`À qui retirer son rôle ?`,
  /** On a button. */
  mateLabel: (name: string | undefined, role: GrantedRole): string =>
    label`${clip(name ?? 'Sans nom', 24)} : ${rights.roles[role]}`,
  confirmOut: (name: string | undefined, role: GrantedRole): Rich =>
    say`Retirer à ${bold(clip(name ?? 'cette personne', 60))} ce rôle ? ${rights.roles[role]}. Cette personne sera prévenue, et c’est noté dans le journal.`,
  confirmReplace: (name: string | undefined): Rich =>
    say`Demander le remplacement de ${bold(clip(name ?? 'cette personne', 60))} ? Il faut l’accord d’un·e autre animateur·ice de la boucle : je le lui demande.`,
  yesOut: 'Retirer',
  yesReplace: 'Demander le remplacement',
  takenOut: say`C’est fait : le rôle est retiré.`,
  asked: say`C’est noté : dès qu’un·e autre animateur·ice de la boucle est d’accord, le rôle est retiré.`,
  notThere: say`Cette personne n’a plus ce rôle.`,
  confirmQuit: (role: GrantedRole, place: string | undefined): Rich =>
    say`Voulez-vous vraiment quitter ce rôle ? ${roleAt(role, place)}. Pour le reprendre, il vous faudra une invitation.`,
  /** Before they leave: what those above will know. */
  sole: (places: readonly string[]): Rich =>
    say`Vous êtes seul·e à animer ${listed(places.slice(0, 5).map((place) => label`« ${shown(place)} »`))} : la boucle ou la coordination saura que la place est libre, sans votre nom.`,
  yesQuit: 'Quitter',
  keep: 'Ne rien changer',
  left: say`C’est fait : vous n’avez plus ce rôle.`,

  journalOf: (place: string): Rich => bold(label`Journal : ${shown(place)}`),
  emptyJournal: say`Rien n’y est encore noté.`,
  entry: (when: string, by: string | undefined, doing: Doing, about: string | undefined): Rich =>
    say`• ${when}, ${bold(clip(by ?? 'une personne effacée', 40))} : ${done(doing, about && clip(about, 40))}`,
  whichJournal: say`De quel journal s’agit-il ?`,

  notices: {
    accepted: (name: string | undefined, role: GrantedRole, place: string | undefined): Rich =>
      say`${bold(clip(name ?? 'Quelqu’un', 60))} a accepté une invitation. ${roleAt(role, place)}.`,
    withdrawn: (role: GrantedRole, place: string | undefined): Rich =>
      say`Vous n’avez plus ce rôle. ${roleAt(role, place)}. Si vous pensez à une erreur, parlez-en aux autres animateur·ices.`,
    replacement: (name: string | undefined, place: string): Rich =>
      say`Un·e animateur·ice de « ${shown(place)} » demande le remplacement de ${bold(clip(name ?? 'quelqu’un', 60))}. Êtes-vous d’accord ? Sans réponse, rien ne change.`,
    unattended: (place: string): Rich =>
      say`${bold(shown(place))} n’a plus d’animateur·ice. Ce qui était prévu reste prévu, et les discussions restent reliées. Vous pouvez inviter quelqu’un à l’animer.`,
    agree: 'Je suis d’accord',
    because: say`Je vous l’écris parce que vous avez un rôle dans cette équipe.`,
    becauseInvites: say`Je vous l’écris parce que vous pouvez y inviter des animateur·ices.`,
    becauseHad: say`Je vous l’écris parce que vous aviez ce rôle.`,
  },

  kept: (count: number): Rich =>
    count === 0
      ? say`${bold('Rôles')} : aucun.`
      : say`${bold(label`Rôles (${count})`)}, pour savoir ce que vous pouvez faire :`,
  keptJournal: (count: number): Rich =>
    plural(
      count,
      say`${bold('Journal')} : une ligne dit ce que vous avez fait de ces rôles. Si vous effacez tout, elle reste sans votre nom.`,
      say`${bold('Journal')} : ${count} lignes disent ce que vous avez fait de ces rôles. Si vous effacez tout, elles restent sans votre nom.`,
    ),
}

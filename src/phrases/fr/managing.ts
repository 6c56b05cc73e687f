import { bold, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import { label, plural, say } from './typography.ts'

const named = (name: string): Rich => bold(clip(name, 90))

const told = (heard: boolean): string =>
  heard ? label`J’écris aux personnes qui ont répondu.` : label`Je n’ai personne à prévenir.`

/** What animators do with an action that is planned. */
export const managing = {
  heading: bold('Vos actions à venir'),
  noRole: say`Ici, qui anime un groupe change les actions planifiées avec moi. Vous n’avez pas de rôle pour le moment : demandez une invitation à quelqu’un qui l’anime, puis ouvrez son lien.`,
  nothing: say`Vous n’avez rien de planifié. Commencez avec /nouvelle.`,
  nothingYet: say`Rien n’est encore planifié ; votre groupe choisit des dates :`,
  line: (at: number, name: string): string => label`${at}. ${clip(name, 40)}`,
  /** Of a list; `day`: that of the action, or the next of the series. */
  pick: (at: number, day: string, name: string, others: number): string =>
    others === 0 ? label`${at}. ${day} · ${clip(name, 30)}` : label`${at}. dès ${day} · ${clip(name, 26)}`,
  others: (count: number): string =>
    plural(count, label`… et ${count} autre date`, label`… et ${count} autres dates`),
  ofSeries: (name: string): Rich => say`Les dates de ${named(name)}`,
  dateAt: (at: number, when: string): string => label`${at}. ${when}`,
  /** Of a series: one date that has a name of its own. */
  dateNamed: (at: number, when: string, name: string): string => label`${at}. ${when} : ${clip(name, 40)}`,
  more: 'Suivantes ›',
  earlier: '‹ Précédentes',
  buttons: {
    change: 'Modifier',
    changeThis: 'Modifier cette date',
    changeFollowing: 'Celle-ci et les suivantes',
    changeAll: 'Toute la série',
    again: 'Refaire',
    callOff: 'Annuler l’action',
    callOffSeries: 'Annuler la suite',
    handOver: 'Passer la main',
    helpers: 'Confier aussi à…',
    partners: 'Co-organiser',
    invite: 'Proposer à un groupe',
    elsewhere: 'Chercher ailleurs',
    repost: 'Remettre la carte en bas',
    needs: 'Besoins',
    keepSeats: 'Liste d’attente',
    opening: 'Ouvrir plus tard',
    remind: 'Rappeler maintenant',
    chase: 'Relancer',
    gather: 'Faire venir',
    picks: 'Choisir qui vient',
    picksNot: 'Ne plus choisir qui vient',
    show: 'Voir la carte',
    back: '‹ Mes actions',
    backToDates: '‹ Les dates',
    backTo: '‹ Retour',
    plan: 'Nouvelle action',
  },
  opening: {
    department: {
      label: label`Au département, quand ?`,
      hint: label`jeudi 18h ; laissez vide pour attendre`,
    },
    everyone: {
      label: label`À tout le monde, quand ?`,
      hint: label`vendredi 9h ; laissez vide pour attendre`,
    },
  },
  opens: (audience: 'department' | 'everyone', when: string): Rich =>
    audience === 'everyone'
      ? say`🔓 Ouverte à tout le monde ${when}`
      : say`🔓 Ouverte aux groupes du département ${when}`,
  gathering: say`« Rappeler maintenant » écrit aux personnes qui viennent. « Relancer » remet la carte en bas de vos discussions, et pose la question en privé aux membres qui l’ont souhaité.`,
  called: (count: number): Rich =>
    count === 0
      ? say`Personne à rappeler pour le moment.`
      : say`${plural(count, label`${count} personne va recevoir un rappel`, label`${count} personnes vont recevoir un rappel`)}.`,
  chased: (silent: number, chats: number, asked: number): Rich =>
    say`${plural(silent, label`${silent} membre n’a pas répondu`, label`${silent} membres n’ont pas répondu`)}. La carte est de nouveau en bas de ${plural(chats, label`${chats} discussion`, label`${chats} discussions`)} ; ${plural(asked, label`${asked} personne qui l’a voulu reçoit la question en privé`, label`${asked} personnes qui l’ont voulu reçoivent la question en privé`)}.`,
  chasedLately: say`Une relance est déjà partie il y a moins de vingt-quatre heures.`,
  calledLately: say`Un rappel est déjà parti il y a moins de douze heures.`,
  reason: {
    title: 'Annuler l’action',
    label: label`Pourquoi ?`,
    hint: 'Tout le monde lira ces mots. L’annulation est immédiate',
  },
  /** A window holds 45 characters of it: the date comes first. */
  callingOff: (day: string, name: string): string => label`Annuler ${day} : ${clip(name, 90)}`,
  callingOffSeries: (day: string, name: string): string => label`Annuler dès ${day} : ${clip(name, 90)}`,
  /** `heard`: somebody who had answered is told. */
  calledOff: (name: string, heard: boolean): Rich => say`L’action ${named(name)} est annulée. ${told(heard)}`,
  calledOffMany: (count: number, heard: boolean): Rich =>
    say`${plural(count, label`${count} date annulée`, label`${count} dates annulées`)}. ${told(heard)}`,
  helpers: ([first, ...others]: readonly string[]): Rich => {
    const may = 'modifier cette action et ses besoins, remettre sa carte en bas et l’annuler'
    if (first === undefined)
      return say`À qui confier aussi cette action ? Tant que cette personne vient, elle peut ${may}. Qui peut venir, les noms, les messages et la suite d’une série restent à l’équipe. Je la préviens si je peux lui écrire.`
    return others.length === 0
      ? say`${first} s’occupe aussi de cette action : cette personne peut ${may} ; le reste est à l’équipe.`
      : say`S’en occupent aussi : ${[first, ...others].join(', ')}. Ces personnes peuvent ${may} ; le reste est à l’équipe.`
  },
  noComers: say`Personne d’autre ne vient encore.`,
  removeHelper: (name: string): string => label`Ne plus confier à ${clip(name, 24)}`,
  toWhom: say`À qui passer la main ? Seule l’équipe du groupe peut la prendre.`,
  nobodyElse: say`Votre équipe ne compte personne d’autre. Invitez quelqu’un avec /equipe.`,
  unnamed: 'Sans nom',
  handedOver: (name: string): Rich =>
    say`C’est fait : vous avez confié ${named(name)}. Vous gardez vos droits dans le groupe.`,
  changed: (name: string, heard: boolean): Rich => say`C’est changé : ${named(name)}. ${told(heard)}`,
  changedSilently: (name: string): Rich =>
    say`C’est changé : ${named(name)}. Ni l’heure ni le lieu ne changent : je n’écris à personne pour cela.`,
  same: say`Rien n’a changé.`,
  moved: (name: string): Rich => say`La carte de ${named(name)} est plus bas dans la discussion.`,
  reposted: say`La carte est ici ; l’ancienne y renvoie.`,

  partnerForm: {
    title: 'Co-organiser',
    label: label`Avec quel groupe ?`,
    hint: label`Sa commune ou son code postal`,
  },
  hours: (hours: number): string => label`${hours} h`,
  keptFor: (hours: number): Rich =>
    say`Quand une place se libère, je la garde ${bold(label`${hours} h`)} pour la personne suivante de la liste d’attente ; sans réponse, elle va à la suivante. Dans les 12 dernières heures, la place est donnée aussitôt.`,
  whichPartner: say`Avec quel groupe ?`,
  noPartner: say`Je ne trouve pas d’autre groupe là. Cherchez-le par sa commune ou son code postal.`,
  asked: (group: string): Rich => say`C’est demandé à ${named(group)}. Vous saurez ce que ce groupe répond.`,
  nobodyThere: (group: string): Rich =>
    say`${named(group)} n’a encore personne ici pour répondre : parlez-lui directement, ou choisissez un autre groupe.`,
  alreadyAsked: (group: string): Rich => say`${named(group)} a déjà été sollicité.`,
  partner: (group: string, state: 'asked' | 'accepted' | 'refused'): Rich =>
    state === 'accepted'
      ? say`✓ ${clip(group, 60)} co-organise`
      : state === 'asked'
        ? say`… ${clip(group, 60)} n’a pas encore répondu`
        : say`✗ ${clip(group, 60)} a décliné`,
  accept: 'Co-organiser',
  refuse: 'Décliner',
  accepted: (name: string): Rich => say`C’est noté : votre groupe co-organise ${named(name)}.`,
  refused: say`C’est noté : votre groupe ne co-organise pas.`,
  answeredAlready: say`Votre groupe a déjà répondu.`,

  eventSays: label`Dites si vous venez sur la carte de l’action, dans la discussion : « intéressé·e » ici ne compte pas.`,
  eventNowhere: 'Lieu à préciser',
  eventsOn: '✓ Événements du serveur',
  eventsOff: '✗ Événements du serveur',

  notices: {
    handedOver: (name: string, when: Rich): Rich => say`${named(name)}, ${when} : on vous passe la main.`,
    named: (name: string, when: Rich): Rich =>
      say`${named(name)}, ${when} : l’équipe vous confie aussi cette action. Tant que vous venez, vous pouvez la modifier, changer ses besoins, remettre sa carte en bas et l’annuler, avec /gerer.`,
    becauseComing: say`Je vous l’écris parce que vous venez à cette action.`,
    becauseTeam: say`Je vous l’écris parce que vous êtes de l’équipe du groupe.`,
    invited: (name: string, when: Rich, group: string, others: string): Rich =>
      say`${clip(others, 90)} propose à ${named(group)} de co-organiser ${named(name)}, ${when}.`,
    answered: (group: string, name: string, accepts: boolean): Rich =>
      accepts
        ? say`${named(group)} co-organise ${named(name)}.`
        : say`${named(group)} ne co-organise pas ${named(name)}.`,
    becauseKeeper: say`Je vous l’écris parce que vous vous occupez de cette action.`,
  },
}

import { composing } from './composing.ts'
import { dates } from './dates.ts'
import { follows } from './follows.ts'
import { bold, paragraphs, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { RefusalCode, Refusals } from '../../domain/refusal.ts'
import { rights } from './rights.ts'
import { pairing } from './pairing.ts'
import { label, plural, say } from './typography.ts'

export const dialogue = {
  skip: 'Passer cette question',
  leave: 'Abandonner',
  correct: 'Corriger',
  inPrivate: say`Je vous écris en privé, pour ne pas encombrer la discussion.`,
  openPrivate: 'Répondre en privé',
  notUnderstood: say`Je n’ai pas compris. Répondez à la question ci-dessous, ou abandonnez avec /annuler.`,
  tooLong: (most: number, is: number): Rich =>
    say`C’est trop long : ${most.toLocaleString('fr-FR')} caractères au plus, et il y en a ${is.toLocaleString('fr-FR')}. Raccourcissez, puis renvoyez ; ou abandonnez avec /annuler.`,
  left: say`D’accord, j’oublie ces questions : rien n’a changé.`,
  nothing: say`Il n’y avait rien à abandonner.`,
}

const examples: Readonly<Record<string, Rich>> = {
  quand: say`Essayez « demain soir », « samedi », « ce week-end » ou « 12/12 ».`,
  type: say`Essayez « tracts », « porte-à-porte » ou « collage ».`,
  lieu: say`Essayez un code postal, une commune ou un département.`,
}

const retry = say`Vérifiez, puis recommencez.`

/** A window asks whole questions; options have a name. */
const unread = (field: string, given: string): Rich => {
  const asks = field.endsWith('?')
  if (given === '')
    return asks
      ? say`${bold(field)} Il me manque votre réponse.`
      : say`Il me manque une réponse pour ${bold(field)}.`
  return asks
    ? say`${bold(field)} Je ne comprends pas « ${clip(given, 60)} ».`
    : say`Je ne comprends pas « ${clip(given, 60)} » pour ${bold(field)}.`
}

export const engine = {
  failed: say`Quelque chose s’est cassé de mon côté, et rien n’a été enregistré. Réessayez dans quelques minutes ; si cela continue, prévenez l’équipe qui s’occupe de moi.`,
  /** `field`: what was asked for, as the reader sees it; `given` is empty when nothing was. */
  unreadable: (field: string, given: string): Rich =>
    paragraphs(unread(field, given), examples[field] ?? retry),
}

export const refusals: { readonly [C in RefusalCode]: (facts: Refusals[C]) => Rich } = {
  'not-allowed': rights.notAllowed,
  'invitation-over': () =>
    say`Cette invitation ne sert plus : elle a déjà été utilisée, ou a plus de 72 heures. Demandez-en une autre à la personne qui vous l’a envoyée.`,
  'binome-full': ({ place }) =>
    say`« ${clip(place, 80)} » a déjà ses deux animateur·ices. Voyez avec eux, ou devenez gestionnaire : un·e animateur·ice du groupe peut vous y inviter avec /equipe.`,
  'announcement-unknown': () =>
    say`Je ne trouve plus cette annonce, ou elle n’est plus à ce stade. Voyez où elle en est avec /suivi.`,
  'announcement-too-long': ({ most, pictured }) => composing.tooLong(most, pictured),
  'picture-undescribed': () => composing.undescribed,
  'own-agreement': () =>
    say`Il faut l’accord d’une autre personne que celle qui a écrit l’annonce : un·e autre animateur·ice, ou la coordination.`,
  'truce-lasts': () =>
    say`C’est la trêve électorale : ni annonce ni relance ne part avant sa fin. Réessayez ensuite ; ce qui attend partira tout seul.`,
  'link-unknown': () =>
    say`Cette discussion n’est plus reliée. Pour la relier, écrivez /lier dans la discussion.`,
  'follow-unknown': () => say`Cet agenda n’est plus suivi. Voyez ceux qui le sont avec /flux.`,
  'calendar-elsewhere': ({ site }) =>
    site === undefined
      ? follows.noSource
      : say`Seuls les agendas publics de ${site} peuvent être suivis. Copiez l’adresse depuis la page du groupe, de l’action ou de l’agenda, puis recommencez.`,
  'calendar-no-calendar': ({ site }) =>
    say`Cette page de ${site ?? 'ce site'} n’a pas d’agenda public. Donnez celle d’un groupe, d’une action, d’un agenda national, ou l’adresse d’un fichier « icalendar.ics ».`,
  'follows-full': ({ most }) =>
    say`Un groupe peut suivre ${most} agendas au plus. Cessez d’en suivre un avec /flux, puis recommencez.`,
  'not-chat-admin': () =>
    say`Il faut administrer cette discussion pour la relier. Demandez à un·e de ses administrateur·ices de le faire, ou de vous en donner le droit.`,
  'group-unknown': () =>
    say`Ce groupe n’est plus dans la liste d’Action Populaire. Cherchez-en un autre avec /groupes.`,
  'ride-unknown': () => say`Cette voiture n’est plus proposée. Voyez les autres sur la carte de l’action.`,
  'need-unknown': () => say`On n’a plus besoin de cela. Regardez la carte : elle dit ce qui manque.`,
  'need-unclear': () =>
    say`Je n’ai pas compris. Écrivez par exemple « 2 personnes au stand 10h-12h, 1 voiture, colle ».`,
  'need-outside': ({ words, start, end, action }) =>
    say`« ${clip(words, 60)} » : je lis ${dates.hours(start, end, action.zone)}, en dehors de l’action (${dates.hours(action.start, action.end, action.zone)}). Redonnez des heures pendant l’action, ou dans l’heure qui précède ou qui suit.`,
  'draft-unknown': () =>
    say`Ce brouillon n’est plus là : il a été enregistré, abandonné, ou il est trop ancien. Recommencez avec /nouvelle.`,
  'plan-unclear': () => say`Il manque une date claire. Donnez-la, puis enregistrez.`,
  'plan-past': () => say`Cette date est passée. Donnez-en une autre, puis enregistrez.`,
  'opening-outside': () =>
    say`L’ouverture doit être à venir, et précéder le début de l’action. Donnez une autre date.`,
  'action-not-ours': () =>
    say`Cette action n’a pas été planifiée ici : changez-la sur Action Populaire, la carte suivra.`,
  'not-in-team': () => say`Cette personne n’est plus dans l’équipe du groupe. Choisissez quelqu’un d’autre.`,
  'not-invited': ({ name, audience }) => {
    const what = label`« ${clip(name, 60)} »`
    switch (audience) {
      case 'group':
        return say`${what} est réservée aux membres du groupe. Rejoignez-le avec /groupes, puis répondez.`
      case 'department':
        return say`${what} est réservée aux groupes du département. Rejoignez-en un avec /groupes, puis répondez.`
      case 'animators':
        return say`${what} est réservée aux équipes des groupes du département. Si vous en êtes, faites-vous inviter avec /equipe, puis répondez.`
      case 'team':
        return say`${what} est réservée à l’équipe du groupe. Si vous en êtes, faites-vous inviter avec /equipe, puis répondez.`
    }
  },
  'named-only': ({ name }) =>
    say`Pour « ${clip(name, 60)} », cela revient à l’équipe du groupe : demandez-lui. Vous pouvez modifier l’action et l’annuler.`,
  'not-coming': () => say`Cette personne ne vient plus à l’action : nommez quelqu’un qui y participe.`,
  'opening-order': () =>
    say`L’action s’ouvre d’abord aux groupes du département, puis à tout le monde : donnez une date plus tardive à tout le monde.`,
  'dates-unclear': ({ fewest, most }) =>
    say`Il faut de ${fewest} à ${most} dates différentes, chacune claire. Touchez « Changer les dates ».`,
  'dates-until': () =>
    say`Les réponses doivent se terminer après maintenant, et avant la première date. Touchez « Changer les dates ».`,
  'proposal-unknown': () => say`Je ne trouve plus ces dates. Proposez-en d’autres avec /dates.`,
  'proposal-dropped': () => say`Ces dates ont été abandonnées. Proposez-en d’autres avec /dates.`,
  'proposal-made': () => say`La date est déjà choisie : l’action est dans /gerer.`,
  'action-unknown': () => say`Je ne trouve plus cette action. Voyez celles qui viennent avec /actions.`,
  'action-over': ({ name }) =>
    say`« ${clip(name, 60)} » est déjà terminée. Voyez les prochaines avec /actions.`,
  'action-cancelled': ({ name }) =>
    say`« ${clip(name, 60)} » est annulée ou retirée : ne vous déplacez pas. Voyez les autres avec /actions.`,
  'no-room': ({ free }) =>
    free === 0
      ? say`C’est complet : il n’y a pas de place pour quelqu’un d’autre. La vôtre vous reste.`
      : say`Il n’y a de place que pour ${plural(free, label`${free} personne`, label`${free} personnes`)} avec vous. La vôtre vous reste.`,
  'broadcast-unknown': () =>
    say`Je ne trouve plus cet envoi, ou ce n’est pas vous qui l’avez lancé : seul·e son auteur·ice peut y toucher.`,
  'code-unknown': () => pairing.unknown,
  'paired-already': () => pairing.already,
  'paired-elsewhere': ({ platform }) => pairing.elsewhere(platform),
  'name-too-long': ({ most }) =>
    say`Ce nom est trop long : ${most} caractères au plus. Choisissez-en un plus court.`,
}

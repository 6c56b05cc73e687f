import { bold, lines, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Filter, FilterPlace } from '../../domain/announcements/filter.ts'
import type { Poll } from '../../domain/announcements/poll.ts'
import type { GroupKind } from '../../domain/groups/model.ts'
import { platformName } from './platforms.ts'
import { either, label, listed, plural, say } from './typography.ts'

const kinds: Readonly<Record<GroupKind, string>> = {
  local: 'locaux',
  thematic: 'thématiques',
  functional: 'fonctionnels',
  loop: 'boucles',
}

const placed = (place: FilterPlace): string =>
  place.is === 'department' || place.metres === undefined
    ? place.name
    : label`${Math.round(place.metres / 1_000)} km autour de ${place.name}`

/** What stands in an announcement besides its words, and whom it is for. */
export const composing = {
  picture: 'Joindre une image',
  withoutPicture: 'Sans image',
  describe: 'Décrire l’image',
  pictureForm: {
    title: 'Joindre une image',
    image: 'L’image',
    imageHint: 'Une photo ou une affiche, en PNG ou en JPEG',
    alt: 'Ce que l’on y voit',
    altHint: 'Une ou deux phrases, pour qui écoute l’annonce au lieu de la lire',
  },
  described: (alt: string): Rich => say`Avec une image : « ${clip(alt, 300)} ».`,
  undescribed: say`${bold('L’image n’a pas de description.')} Ajoutez-en une : sans elle, l’annonce ne part pas.`,
  tooLong: (most: number, pictured: boolean): Rich =>
    pictured
      ? say`Avec ce qui l’accompagne, le texte peut avoir ${most.toLocaleString('fr-FR')} caractères au plus : au-delà, Telegram le couperait. Raccourcissez-le, ou retirez l’image.`
      : say`Une annonce peut avoir ${most.toLocaleString('fr-FR')} caractères au plus, pour rester lisible partout. Raccourcissez-la, puis renvoyez-la.`,
  noPicture: say`Je n’ai pas pu lire l’image : il me faut du PNG ou du JPEG, de 3 Mo au plus. Le texte, lui, est ci-dessous.`,

  poll: 'Joindre un sondage',
  withoutPoll: 'Sans sondage',
  pollForm: {
    title: 'Joindre un sondage',
    question: 'La question',
    questionHint: label`« Quel soir vous arrange ? »`,
    choices: 'Les réponses, une par ligne',
    choicesHint: label`De 2 à 10, chacune en 60 caractères au plus ; sur une seule ligne, séparez-les par des virgules`,
  },
  withPoll: ({ question, choices }: Poll): Rich =>
    say`Avec un sondage ouvert sept jours, « ${question} » : ${either(choices)}.`,

  audience: 'Choisir qui la reçoit',
  audienceHeading: (filter: Filter | undefined): Rich =>
    say`${bold(label`Qui reçoit l’annonce ?`)}\n${filter ? composing.filter(filter) : say`Tous les groupes, dans leurs discussions et, pour les membres qui l’ont demandé, en message privé.`}`,
  filter: ({ kinds: of, certified, places, way, patience }: Filter): Rich =>
    lines(
      of ? label`Groupes : ${listed(of.map((kind) => kinds[kind]))}` : undefined,
      certified === undefined
        ? undefined
        : certified
          ? label`Groupes certifiés seulement`
          : label`Groupes non certifiés seulement`,
      places ? label`Lieux : ${either(places.map(placed))}` : undefined,
      patience === undefined
        ? undefined
        : label`Les groupes qui veulent décider ont ${patience} heures pour répondre`,
      way === 'chats' ? label`Dans les discussions seulement` : undefined,
      way === 'members' ? label`En message privé seulement, aux membres qui l’ont demandé` : undefined,
    ),
  /** On buttons: what pressing them changes. */
  kind: (kind: GroupKind, on: boolean): string =>
    label`${on ? '✓ ' : ''}${kind === 'loop' ? 'Boucles' : label`Groupes ${kinds[kind]}`}`,
  certified: (is: boolean | undefined): string =>
    is === undefined ? 'Certifiés ou non' : is ? '✓ Certifiés seulement' : '✓ Non certifiés seulement',
  way: (way: Filter['way']): string =>
    way === 'chats'
      ? '✓ Discussions seulement'
      : way === 'members'
        ? '✓ Privé seulement'
        : 'Discussions et privé',
  patience: (hours: number): string => label`Réponse des groupes : ${hours} h`,
  places: 'Choisir les lieux',
  placesForm: {
    title: 'Choisir les lieux',
    label: 'Où sont les groupes',
    hint: label`« Montreuil, Bagnolet », « 15 km autour de Nevers », ou « partout »`,
  },
  unclearPlace: (words: string): Rich =>
    say`Je ne reconnais pas « ${clip(words, 60)} » avec certitude : donnez la commune et son département, par exemple « Montreuil 93 ».`,
  done: 'C’est bon',

  moved: (name: string, when: Rich | string): Rich =>
    say`L’action « ${bold(clip(name, 60))} » a changé de date : votre annonce la suit, et partira ${when}.`,
  stopped: (name: string): Rich =>
    say`L’action « ${bold(clip(name, 60))} » est annulée, ou avancée à une date qui ne laisse plus le temps : votre annonce ne partira pas d’elle-même. Elle est de nouveau un brouillon.`,

  lists: {
    unreached: 'Qui ne la recevra pas tout de suite',
    unlinked: 'Groupes sans discussion',
    unread: label`Sans « bien reçu »`,
    unlinkedHeading: say`${bold('Groupes sans discussion reliée')}\nLeurs animateur·ices peuvent en relier une avec /lier.`,
    unreadHeading: bold(label`Groupes qui n’ont pas dit « bien reçu »`),
    unreachedHeading: bold('Discussions qui ne la recevront pas tout de suite'),
    none: say`Rien à signaler : cette liste est vide.`,
    name: (name: string): Rich => say`• ${clip(name, 80)}`,
  },
  previewOn: (platform: string): string => label`Aperçu sur ${platformName(platform)}`,
  previewSent: (platform: string): Rich => say`Je vous envoie l’aperçu sur ${platformName(platform)}.`,
  previewNobody: (platform: string): Rich =>
    say`Je ne peux pas encore vous écrire en privé sur ${platformName(platform)} : ouvrez-y notre conversation, puis redemandez l’aperçu.`,
  looks: {
    heading: (platform: string): Rich =>
      say`Voici, au plus près, ce que verront les discussions sur ${platformName(platform)}. Pour le recevoir là-bas, reliez-y votre compte avec /jumeler.`,
    picture: {
      above: say`• L’image est au-dessus du texte.`,
      below: say`• L’image est sous le texte.`,
    },
    description: {
      under: say`• La description de l’image se lit sous le texte.`,
      behind: say`• La description de l’image ne se lit qu’en touchant l’image.`,
    },
    cut: (most: number): Rich =>
      say`• ${bold('Le texte y sera coupé')} : il y tient ${most} caractères, tout compris. Raccourcissez-le.`,
    whole: say`• Le texte y tient en entier.`,
    clock: {
      own: say`• Les heures de l’action s’y lisent à l’heure de qui les regarde.`,
      place: say`• Les heures de l’action s’y lisent à l’heure du lieu.`,
    },
    buttons: (labels: readonly string[]): Rich =>
      say`• Dessous, les boutons : ${listed(labels.map((each) => label`« ${each} »`))}.`,
    post: (title: string): Rich => say`• Dans un forum, c’est un post : « ${title} ».`,
    alt: (alt: string): Rich => say`Image : ${alt}`,
  },
  preview: say`Voici ce que les discussions verront sur cette plateforme :`,

  /** Members' own copies. */
  why: say`Vous recevez ceci en privé parce que vous l’avez demandé dans vos réglages.`,
  noMore: 'Ne plus recevoir',
  news: {
    on: 'Recevoir les annonces en privé',
    off: 'Ne plus les recevoir en privé',
    is: say`Les annonces de vos groupes et de leur boucle vous arrivent aussi en message privé.`,
    started: say`C’est noté : les annonces de vos groupes et de leur boucle vous arriveront aussi ici, jamais pendant vos heures de silence.`,
    stopped: say`C’est noté : les annonces ne vous arriveront plus en privé. Elles restent dans les discussions de vos groupes.`,
    kept: say`${bold('Annonces en privé')} : vous avez demandé à les recevoir.`,
  },
  members: (count: number): string =>
    plural(
      count,
      label`Et ${count} membre qui a demandé les annonces en privé.`,
      label`Et ${count} membres qui ont demandé les annonces en privé.`,
    ),
  copies: (delivered: number, total: number): string =>
    label`En privé, aux membres qui l’ont demandé : ${delivered} sur ${total}`,
}

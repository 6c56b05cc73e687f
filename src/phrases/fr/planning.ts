import { bold, lines, link, type Rich } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Unclear } from '../../domain/dates/model.ts'
import type { Audience } from '../../domain/actions/model.ts'
import { weekdays } from './dates.ts'
import { either, label, plural, say } from './typography.ts'

const audiences: Readonly<Record<Audience, string>> = {
  everyone: 'Tout le monde',
  department: 'Les groupes du département',
  group: 'Les membres du groupe',
  animators: 'Les animateur·ices du département',
  team: 'L’équipe du groupe',
}

const whatHour = (days: readonly string[]): Rich => say`À quelle heure, ${either(days)} ?`

/** `day`: how a day is said. */
const unclear = (why: Unclear, day: (of: string) => string): Rich => {
  switch (why.why) {
    case 'nothing':
      return say`Je n’ai pas trouvé de date. Écrivez par exemple « samedi 14h30 » ou « le 1er mai de 10h à 12h ».`
    case 'no-day':
      return say`Quel jour ? Écrivez par exemple « samedi 14h30 ».`
    case 'no-time':
      return why.days.length === 0
        ? say`À quelle heure ? Écrivez par exemple « tous les mardis à 19h ».`
        : say`${whatHour(why.days.slice(0, 2).map(day))} Redonnez le jour et l’heure.`
    case 'typo':
      return say`« ${clip(why.word, 30)} » : vouliez-vous dire « ${why.meant} » ? Je préfère ne pas deviner.`
    case 'words':
      return say`Je ne sais pas quoi faire de « ${clip(why.words, 40)} ». Donnez une seule date, avec son heure.`
    case 'several-days':
      return say`J’ai lu plusieurs jours. Donnez une seule date ; pour plusieurs, planifiez-les l’une après l’autre.`
    case 'several-times':
      return say`J’ai lu plusieurs heures. Écrivez par exemple « samedi de 14h à 16h ».`
    case 'no-such-day':
      return say`« ${clip(why.words, 30)} » n’existe pas au calendrier.`
    case 'no-such-time':
      return say`« ${clip(why.words, 30)} » n’est pas une heure de ce moment de la journée.`
    case 'weekday':
      return say`Le ${day(why.day)} n’est pas un ${weekdays[why.said - 1] ?? ''}. Lequel des deux est juste ?`
    case 'past':
      return why.undated
        ? say`Cette date est déjà passée. Si c’est l’an prochain, écrivez l’année.`
        : say`C’est déjà passé. Donnez une date à venir, par exemple « samedi 14h ».`
    case 'too-far':
      return say`C’est trop loin : ${day(why.day)}. Planifiez au plus un an et demi à l’avance.`
    case 'ends-before':
      return say`La fin tombe avant le début. Écrivez par exemple « de 14h à 16h ».`
    case 'too-long':
      return say`C’est trop long : sept jours au plus.`
    case 'gap':
      return say`Cette nuit-là, l’heure change : ${why.time} n’existe pas. Choisissez une autre heure.`
  }
}

export const planning = {
  audiences,
  unclear,
  noRole: say`Pour planifier une action, il faut animer un groupe ou en être gestionnaire. Qui l’anime déjà peut vous inviter : demandez-lui, puis ouvrez le lien reçu.`,
  whichGroup: say`Au nom de quel groupe ?`,
  check: say`À vérifier avant d’enregistrer`,
  checkChange: say`À vérifier avant de changer`,
  of: (kind: string, group: string): Rich => say`${kind} · ${clip(group, 60)}`,
  when: (words: string): Rich => say`📆 ${bold(words)}`,
  repeats: (words: string): Rich => say`🔁 ${words}`,
  noDate: say`📆 La date manque.`,
  /** Before {@link unclear}. */
  missing: ({ why }: Unclear): Rich => {
    if (why === 'nothing' || why === 'no-day') return say`📆 Le jour manque.`
    return why === 'no-time' ? say`📆 L’heure manque.` : say`📆 La date est à revoir.`
  },
  whatHour,
  meant: say`📆 Est-ce bien cette date ? Touchez-la, ou donnez-en une autre.`,
  several: say`📆 Quand exactement ? Choisissez :`,
  place: (words: string): Rich => say`📍 ${clip(words, 160)}`,
  assumed: (city: string): Rich => say`(à ${city}, comme votre groupe : sinon, changez le lieu)`,
  noPlace: say`📍 Le lieu manque : ajoutez-le si vous pouvez.`,
  open: (audience: Audience): Rich => say`👥 Qui peut venir : ${audiences[audience].toLowerCase()}`,
  seats: (capacity: number): Rich =>
    say`${plural(capacity, label`${capacity} place`, label`${capacity} places`)}`,
  before: (words: Rich | string): Rich => say`Avant : ${words}`,
  reach: {
    this: say`Cette date seulement.`,
    following: say`Cette date et les suivantes.`,
    all: say`Toutes les dates de la série.`,
  },

  buttons: {
    save: 'Enregistrer et publier',
    saveChange: 'Enregistrer le changement',
    date: 'Changer la date',
    oneDate: 'Une seule date',
    giveDate: 'Donner la date',
    giveHour: 'Donner l’heure',
    place: 'Changer le lieu',
    name: 'Changer le nom',
    kind: 'Changer le type',
    audience: 'Qui peut venir',
    details: 'Description, places',
    abandon: 'Abandonner',
    back: '‹ Retour',
    official: 'Créer sur Action Populaire',
    manage: 'Gérer',
  },
  chooseKind: say`De quel type est cette action ?`,
  chooseAudience: say`Qui peut venir ?`,

  form: {
    title: 'Nouvelle action',
    what: { label: label`Que faites-vous ?`, hint: 'Tractage marché de Belleville' },
    when: { label: label`Quand ?`, hint: 'samedi 14h-16h, demain 18h30, tous les mardis 19h' },
    where: { label: label`Où ?`, hint: '12 rue de la Paix, 93100 Montreuil' },
    description: { label: 'Description', hint: 'Où se retrouver, quoi apporter' },
    seats: { label: label`Combien de places ?`, hint: 'Un nombre, ou rien s’il n’y a pas de limite' },
    name: { label: label`Quel nom ?`, hint: 'Tractage marché de Belleville' },
  },

  saved: (name: string): Rich => say`C’est enregistré : ${bold(clip(name, 90))}.`,
  savedSeries: (name: string, count: number): Rich =>
    say`C’est enregistré : ${bold(clip(name, 90))}, ${plural(count, label`${count} date`, label`${count} dates`)} pour les trois mois qui viennent. Les suivantes viendront toutes seules.`,
  forFew: say`Je ne la montre dans aucune discussion, puisqu’elle n’est pas pour tout le monde. Celles et ceux qui peuvent venir la trouvent avec /actions.`,
  /** In how many chats, once the electoral silence is over. */
  postedAfterTruce: (chats: number, ends: string): Rich =>
    plural(
      chats,
      say`C’est la trêve électorale : la carte arrivera dans une discussion du groupe à sa fin, ${ends}.`,
      say`C’est la trêve électorale : la carte arrivera dans ${chats} discussions du groupe à sa fin, ${ends}.`,
    ),
  /** `waiting`: how many of these chats hear nothing before an hour that they chose. */
  posted: (chats: number, waiting: number): Rich =>
    waiting > 0 && waiting === chats
      ? plural(
          chats,
          say`La carte arrivera dans une discussion du groupe, à l’heure choisie pour elle.`,
          say`La carte arrivera dans ${chats} discussions du groupe, aux heures choisies pour elles.`,
        )
      : lines(
          plural(
            chats,
            say`La carte part dans une discussion du groupe.`,
            say`La carte part dans ${chats} discussions du groupe.`,
          ),
          waiting > 0
            ? plural(
                waiting,
                say`Dans l’une d’elles, elle attend l’heure choisie.`,
                say`Dans ${waiting} d’entre elles, elle attend l’heure choisie.`,
              )
            : undefined,
        ),
  notPosted: say`Aucune discussion n’est reliée au groupe : montrez la carte là où vous voulez, ou reliez-en une avec /lier.`,
  officialToo: (address: string, facts: Rich): Rich =>
    lines(
      // Written out: a button that no client can open is not shown.
      say`Pour l’annoncer aussi sur Action Populaire : ${link(address, address)}`,
      say`Le groupe et le type y sont déjà ; copiez-y le reste.`,
      facts,
    ),
  kept: (drafts: number, plans: number): Rich =>
    say`${bold('Planification')} : ${plural(plans, label`${plans} action dont vous vous occupez`, label`${plans} actions dont vous vous occupez`)}, ${plural(drafts, label`${drafts} brouillon`, label`${drafts} brouillons`)}. Un brouillon s’efface au bout d’une semaine.`,
  abandoned: say`C’est abandonné : rien n’a été enregistré.`,
}

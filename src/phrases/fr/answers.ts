import { bold, lines, type Rich } from '../../base/rich.ts'
import type { Answer, Counts } from '../../domain/actions/model.ts'
import { label, plural, say } from './typography.ts'

const ordinal = (place: number): string => (place === 1 ? '1re' : label`${place}e`)

const rank = (place: number): string => label`en ${ordinal(place)} position`

const along = (guests: number): string =>
  plural(guests, label`${guests} personne avec vous`, label`${guests} personnes avec vous`)

const heads: Readonly<Record<Answer | 'waiting', string>> = {
  yes: 'Participent',
  waiting: 'En liste d’attente',
  maybe: 'Peut-être',
  no: 'Ne viennent pas',
}

/** Seats, guests, the waiting list, and who comes. */
export const answers = {
  seats: ({ yes, waiting = 0 }: Counts, capacity: number): Rich => {
    const free = Math.max(0, capacity - yes)
    const queue = plural(
      waiting,
      label`${waiting} personne en liste d’attente`,
      label`${waiting} personnes en liste d’attente`,
    )
    if (free === 0 || waiting > 0) return waiting > 0 ? say`Complet · ${queue}` : say`Complet`
    return plural(free, say`${free} place libre sur ${capacity}`, say`${free} places libres sur ${capacity}`)
  },
  waits: (place: number): Rich => say`Vous êtes ${bold(rank(place))} sur la liste d’attente.`,
  signedUp: say`Votre inscription est notée. Les organisateur·ices choisissent qui vient ; je vous écris si c’est vous.`,
  chooses: (waiting: number): Rich =>
    waiting === 0
      ? say`Sur inscription : les organisateur·ices choisissent qui vient.`
      : say`Sur inscription : les organisateur·ices choisissent parmi ${plural(waiting, label`${waiting} personne inscrite`, label`${waiting} personnes inscrites`)}.`,
  choose: 'Choisir',
  chooseWhom: say`Qui vient ? J’écris à chaque personne choisie, si je le peux.`,
  nobodyWaits: say`Personne n’attend d’être choisi·e.`,
  choosing: {
    chosen: say`C’est noté : cette personne vient, je lui écris.`,
    unheard: say`C’est noté : cette personne vient. Je ne peux pas lui écrire : prévenez-la vous-même.`,
    already: say`Cette personne vient déjà.`,
    full: say`Il n’y a plus de place pour elle et les personnes qui l’accompagnent.`,
    absent: say`Cette personne ne vient plus.`,
  },
  waitsNext: say`Si une place se libère, je vous écris aussitôt.`,
  nowWaiting: (place: number): Rich =>
    say`C’est complet : vous êtes ${rank(place)} sur la liste d’attente. Si une place se libère, je vous écris aussitôt.`,
  kept: (until: string): Rich => say`Une place vous est gardée jusqu’à ${bold(until)} : la prenez-vous ?`,
  /** The same two to whoever may never have written in private, where nobody is written to before. */
  nowWaitingUnheard: (place: number, door: string): Rich =>
    say`Liste d’attente : rang ${place}. Pour que je vous écrive, touchez « ${door} ».`,
  signedUpUnheard: (door: string): Rich =>
    say`Inscription notée. Pour que je vous écrive, touchez « ${door} ».`,
  taken: say`C’est noté : la place est à vous.`,
  with: (guests: number): Rich =>
    say`Vous venez avec ${plural(guests, label`${guests} personne`, label`${guests} personnes`)}.`,
  broughtAlong: (guests: number): Rich =>
    guests === 0 ? say`C’est noté : vous venez sans invité·e.` : say`C’est noté : ${along(guests)}.`,
  noteTaken: say`C’est noté : les organisateur·ices liront votre mot.`,
  noteRefused: say`Dites d’abord si vous venez : votre mot ira avec votre réponse.`,
  already: say`C’est déjà noté.`,
  keptNotes: (count: number): Rich => say`${bold(label`Mots aux organisateur·ices (${count})`)}, chiffrés :`,
  buttons: {
    signUp: 'Je m’inscris',
    signedUp: '✓ Je suis inscrit·e',
    wait: 'Liste d’attente',
    waits: '✓ Liste d’attente',
    take: 'Je prends la place',
    more: '+1 avec moi',
    fewer: '−1 avec moi',
    note: 'Laisser un mot',
    who: label`Qui vient ?`,
    back: '‹ L’action',
    takeOff: 'Retirer quelqu’un',
  },
  form: {
    title: 'Un mot aux organisateur·ices',
    label: 'Votre mot',
    hint: 'Ce que vous apportez, votre heure d’arrivée… Lu par les organisateur·ices seulement',
  },
  takeOff: {
    choose: say`Qui voulez-vous retirer de la liste ? Je la préviens si je peux lui écrire, et sa place va à la suivante.`,
    none: say`Il n’y a personne à retirer.`,
    done: say`C’est fait : je lui écris.`,
    unheard: say`C’est fait. Je ne peux pas écrire à cette personne : prévenez-la vous-même.`,
    absent: say`Cette personne n’était déjà plus sur la liste.`,
    noName: 'Sans nom',
  },
  who: {
    heading: (name: string): Rich => say`Qui vient : ${bold(name)}`,
    head: (of: Answer | 'waiting', count: number): Rich => bold(label`${heads[of]} (${count})`),
    line: (name: string | undefined, guests: number, note: string | undefined): Rich =>
      lines(
        guests > 0 ? say`• ${name ?? 'Sans nom'} (+${guests})` : say`• ${name ?? 'Sans nom'}`,
        note === undefined ? undefined : say`« ${note} »`,
      ),
    list: (head: Rich, each: readonly Rich[]): Rich => lines(head, ...each),
    arrived: ({ did, didNot }: { readonly did: number; readonly didNot: number }): Rich => {
      const came = plural(
        did,
        label`${did} personne dit être venue`,
        label`${did} personnes disent être venues`,
      )
      if (did > 0 && didNot > 0)
        return say`Après l’action, ${came}, ${plural(didNot, label`${didNot} n’a pas pu`, label`${didNot} n’ont pas pu`)}.`
      if (did > 0) return say`Après l’action, ${came}.`
      if (didNot > 0)
        return say`Après l’action, ${plural(didNot, label`${didNot} personne dit ne pas avoir pu venir`, label`${didNot} personnes disent ne pas avoir pu venir`)}.`
      return say`Personne n’a encore dit avoir pu venir.`
    },
    none: say`Personne n’a encore répondu. Partagez la carte dans votre groupe pour le faire savoir.`,
    forgotten: say`Les réponses ont été oubliées deux mois après l’action.`,
    private: say`Ces noms sont pour vous seul·e : ne les recopiez dans aucune discussion.`,
  },
}

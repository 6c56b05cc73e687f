import { bold, lines, link, paragraphs, type Rich } from '../base/rich.ts'
import { clip, folded } from '../base/text.ts'
import type { Instant } from '../base/clock.ts'
import { shorten } from '../base/ids.ts'
import { answers, type Action, type ActionFound, type Venue } from '../domain/actions/model.ts'
import { isOver } from '../domain/actions/service.ts'
import type { Button, Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { rows } from './here.ts'
import { showRides } from './ride-presses.ts'
import { needsButtons, needsLines } from './needs-card.ts'
import { mostGuests } from '../domain/answers/model.ts'
import {
  attend,
  bring,
  listActions,
  noteForm,
  showAgenda,
  showEverybody,
  showOwnLeads,
  whoComes,
} from './presses.ts'

/** Who reads a card: one person, who sees their own answer, or a chat of many, which sees nobody's. */
export interface Reader {
  readonly now: Instant
  /** One person reads it. */
  readonly alone: boolean
  /** It is among the messages of a chat of many, though only one person may see it. */
  readonly inChat: boolean
  /** They may know who comes. */
  readonly entitled?: boolean
  /** The address of its file for calendars. */
  readonly calendar?: string
}

const longest = { name: 150, venue: 160, organiser: 60, description: 240 }
const mostOrganisers = 3

const map = ({ point, name, address, city, postalCode }: Venue): string | undefined => {
  if (point) {
    const [lat, lon] = [point.lat.toFixed(5), point.lon.toFixed(5)]
    return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`
  }
  const known = address ?? city
  if (known === undefined) return undefined
  const query = [address ?? name, postalCode, city].filter((part) => part !== undefined).join(' ')
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(clip(query, 120))}`
}

/** A place in words; empty where none is known. */
export const venueWords = (venue: Venue): string => {
  const town = [venue.postalCode, venue.city].filter((part) => part !== undefined).join(' ')
  const parts = [venue.name, venue.address, town].filter((part) => part !== undefined && part !== '')
  return clip([...new Set(parts)].join(', '), longest.venue)
}

export const where = (venue: Venue, t: Book): Rich | undefined => {
  const words = venueWords(venue)
  const to = map(venue)
  if (words === '') return venue.online === undefined ? undefined : t.actions.atPlace(t.actions.online)
  return t.actions.atPlace(to === undefined ? words : link(words, to))
}

const organised = ({ organisers }: Action, t: Book): Rich | undefined => {
  const names = organisers.slice(0, mostOrganisers).map(({ name }) => clip(name, longest.organiser))
  return names.length === 0 ? undefined : t.actions.organised(names, organisers.length - names.length)
}

export const description = (text: string): string =>
  clip(text.replaceAll(/\s+/g, ' ').trim(), longest.description)

export const facts = ({ action }: ActionFound, t: Book, now: Instant): Rich =>
  lines(t.actions.at(t.dates.when({ ...action, now })), where(action.venue, t), organised(action, t))

const isWeb = (address: string): boolean => /^https?:\/\//.test(address)

const links = ({ url, venue }: Action, t: Book, open: boolean): readonly Button[] => [
  ...(open && venue.online !== undefined && isWeb(venue.online)
    ? [{ label: t.actions.join, url: venue.online }]
    : []),
  ...(url === undefined ? [] : [{ label: t.actions.officialPage, url }]),
]

const closed = (found: ActionFound, t: Book, now: Instant): Rich | undefined => {
  switch (found.action.state) {
    case 'cancelled':
      return t.actions.wasCancelled
    case 'withdrawn':
      return t.actions.wasWithdrawn
    case 'planned':
      return isOver(found.action, now) ? t.actions.over : undefined
  }
}

/** What the reader's own answer has come to. */
export const ownAnswer = ({ action, answer, guests = 0, standing }: ActionFound, t: Book, now: Instant) => {
  if (answer === undefined) return undefined
  if (standing?.is === 'waiting')
    return action.picks ? t.answers.signedUp : lines(t.answers.waits(standing.place), t.answers.waitsNext)
  return lines(
    standing?.until === undefined
      ? t.actions.own(answer)
      : t.answers.kept(t.dates.until(standing.until, action.zone, now)),
    guests > 0 ? t.answers.with(guests) : undefined,
  )
}

const isFull = ({ action: { capacity }, counts: { yes, waiting } }: ActionFound): boolean =>
  capacity !== undefined && (yes >= capacity || waiting !== undefined)

type Own = { readonly own?: true }

const seatsLine = ({ action, counts }: ActionFound, t: Book): Rich | undefined => {
  if (action.picks) return t.answers.chooses(counts.waiting ?? 0)
  return action.capacity === undefined ? undefined : t.answers.seats(counts, action.capacity)
}

/** What a yes is from here on: a seat, or a place among those who wait. */
const yesLabel = (found: ActionFound, t: Book, mine: boolean): string => {
  const { buttons } = t.answers
  if (found.action.picks && (!mine || found.standing?.is === 'waiting'))
    return mine ? buttons.signedUp : buttons.signUp
  if (!mine) return isFull(found) ? buttons.wait : t.actions.answers.yes
  if (found.standing?.is === 'waiting') return buttons.waits
  return found.standing?.until === undefined ? t.actions.chosen('yes') : buttons.take
}

const choices = (found: ActionFound, t: Book, alone: boolean, own: Own): readonly Button[] =>
  answers.map((each) => {
    const { action, answer, standing } = found
    const mine = alone && answer === each
    const kept = mine && standing?.is === 'seated' && standing.until !== undefined
    const label =
      each === 'yes' ? yesLabel(found, t, mine) : mine ? t.actions.chosen(each) : t.actions.answers[each]
    const tone = kept ? 'primary' : mine ? 'success' : undefined
    return attend.button(label, { action: action.id, answer: each, ...own }, tone)
  })

/** For whoever comes: with whom, and a word to the organisers. */
const company = (found: ActionFound, t: Book, own: Own) => {
  const {
    action: { id: action, capacity },
    counts,
    answer,
    guests = 0,
    standing,
  } = found
  if (answer === undefined || answer === 'no') return []
  // Whoever waits may wait with others.
  const hasNoSeat = capacity !== undefined && counts.yes >= capacity && standing?.is !== 'waiting'
  const { more, fewer, note } = t.answers.buttons
  return [
    ...(answer === 'yes' && guests < mostGuests && !hasNoSeat
      ? [bring.button(more, { action, guests: guests + 1, ...own })]
      : []),
    ...(answer === 'yes' && guests > 0 ? [bring.button(fewer, { action, guests: guests - 1, ...own })] : []),
    noteForm.button(note, { action, ...own }),
  ]
}

/** For whoever comes: with whom they may ride. */
const cars = ({ action, answer }: ActionFound, t: Book, alone: boolean): readonly Button[] =>
  alone && action.venue.online === undefined && (answer === 'yes' || answer === 'maybe')
    ? [showRides.button(t.rides.open, { action: action.id })]
    : []

/** For whoever comes: when they are reminded of it. */
const reminded = ({ action, answer }: ActionFound, t: Book): readonly Button[] =>
  answer === 'yes' || answer === 'maybe'
    ? [showOwnLeads.button(t.reminders.buttons.ofAction, { action: action.id })]
    : []

/** What an action is, and the buttons to answer; `shows` keeps its copies up to date. */
export const actionCard = (
  t: Book,
  found: ActionFound,
  { now, alone, inChat, entitled, calendar }: Reader,
): Message => {
  const { action, counts, named = [] } = found
  const own = alone && inChat ? { own: true as const } : {}
  const name = clip(action.name, longest.name)
  const why = closed(found, t, now)
  const title = action.state === 'cancelled' ? t.actions.cancelled(name) : bold(name)
  const answer = alone ? ownAnswer(found, t, now) : undefined
  const seats = seatsLine(found, t)
  const who = entitled && alone ? [whoComes.button(t.answers.buttons.who, { action: action.id })] : []
  const kind = t.actions.kinds[action.kind]
  // Many are called what they are.
  const head = lines(title, folded(name) === folded(kind) ? undefined : kind)
  if (why)
    return {
      text: paragraphs(
        head,
        why,
        action.reason === undefined ? undefined : t.actions.reason(clip(action.reason, 300)),
        lines(facts(found, t, now), t.actions.comers(counts), answer),
      ),
      ...rows(links(action, t, false), [listActions.button(t.actions.see, own), ...who]),
      shows: action.id,
    }
  const door: Button = { label: t.actions.inPrivate, start: `a${shorten(action.id)}` }
  return {
    text: paragraphs(
      head,
      facts(found, t, now),
      description(action.description),
      lines(
        action.audience && t.planning.open(action.audience),
        t.actions.counts(counts),
        alone || named.length === 0 ? undefined : t.actions.among(named.map((each) => clip(each, 30))),
        seats,
        needsLines(found, t, alone),
        answer,
        action.url === undefined ? undefined : t.actions.staysHere,
      ),
    ),
    ...rows(
      choices(found, t, alone, own),
      alone ? company(found, t, own) : [],
      [
        ...links(action, t, true),
        ...(calendar === undefined ? [] : [{ label: t.calendars.add, url: calendar }]),
      ],
      [...needsButtons(found, t, alone, own), ...cars(found, t, alone)].slice(0, 5),
      alone
        ? [
            showAgenda.button(t.agenda.mine, {}),
            ...reminded(found, t),
            ...who,
            ...(inChat ? [showEverybody.button(t.actions.showEverybody, { action: action.id })] : []),
          ]
        : [door],
    ),
    shows: action.id,
  }
}

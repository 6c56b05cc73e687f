import { bold, lines, link, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { Instant } from '../base/clock.ts'
import { shorten } from '../base/ids.ts'
import { answers, type Action, type ActionFound, type Venue } from '../domain/actions/model.ts'
import { isOver } from '../domain/actions/service.ts'
import type { Button, Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { rows } from './here.ts'
import { attend, listActions, showAgenda, showEverybody } from './presses.ts'

/** Who reads a card: one person, who sees their own answer, or a chat of many, which sees nobody's. */
export interface Reader {
  readonly now: Instant
  /** One person reads it. */
  readonly alone: boolean
  /** It is among the messages of a chat of many, though only one person may see it. */
  readonly inChat: boolean
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

const where = (venue: Venue, t: Book): Rich | undefined => {
  const town = [venue.postalCode, venue.city].filter((part) => part !== undefined).join(' ')
  const parts = [venue.name, venue.address, town].filter((part) => part !== undefined && part !== '')
  const words = clip([...new Set(parts)].join(', '), longest.venue)
  const to = map(venue)
  if (words === '') return venue.online === undefined ? undefined : t.actions.atPlace(t.actions.online)
  return t.actions.atPlace(to === undefined ? words : link(words, to))
}

const organised = ({ organisers }: Action, t: Book): Rich | undefined => {
  const names = organisers.slice(0, mostOrganisers).map(({ name }) => clip(name, longest.organiser))
  return names.length === 0 ? undefined : t.actions.organised(names, organisers.length - names.length)
}

const description = (text: string): string => clip(text.replaceAll(/\s+/g, ' ').trim(), longest.description)

const facts = ({ action }: ActionFound, t: Book, now: Instant): Rich =>
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

/** What an action is, and the buttons to answer; `shows` keeps its copies up to date. */
export const actionCard = (t: Book, found: ActionFound, { now, alone, inChat }: Reader): Message => {
  const { action, counts } = found
  const own = alone && inChat ? { own: true as const } : {}
  const name = clip(action.name, longest.name)
  const why = closed(found, t, now)
  const title = action.state === 'cancelled' ? t.actions.cancelled(name) : bold(name)
  const answer = alone && found.answer !== undefined ? t.actions.own(found.answer) : undefined
  const head = lines(title, t.actions.kinds[action.kind])
  if (why)
    return {
      text: paragraphs(head, why, lines(facts(found, t, now), t.actions.comers(counts), answer)),
      ...rows(links(action, t, false), [listActions.button(t.actions.see, own)]),
      shows: action.id,
    }
  const choices = answers.map((each) => {
    const chosen = alone && found.answer === each
    const label = chosen ? t.actions.chosen(each) : t.actions.answers[each]
    return attend.button(label, { action: action.id, answer: each, ...own }, chosen ? 'success' : undefined)
  })
  const door: Button = { label: t.actions.inPrivate, start: `a${shorten(action.id)}` }
  return {
    text: paragraphs(
      head,
      facts(found, t, now),
      description(action.description),
      lines(t.actions.counts(counts), answer, action.url === undefined ? undefined : t.actions.staysHere),
    ),
    ...rows(
      choices,
      links(action, t, true),
      alone
        ? [
            showAgenda.button(t.agenda.mine, {}),
            ...(inChat ? [showEverybody.button(t.actions.showEverybody, { action: action.id })] : []),
          ]
        : [door],
    ),
    shows: action.id,
  }
}

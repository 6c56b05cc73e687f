import type { Instant } from '../../base/clock.ts'
import type { FollowId, GroupId } from '../../base/ids.ts'

/** How many calendars a group may follow: each is one more question to its source, for ever. */
export const mostFollowed = 5

/** A public calendar of the source as a group follows it. */
export interface Followed {
  readonly id: FollowId
  readonly group: GroupId
  /** On the source's host: `/groupes/…/icalendar.ics`. */
  readonly path: string
  /** `gone`: it is not there for the public any more. `silent`: it could not be read. */
  readonly state: 'new' | 'read' | 'gone' | 'silent'
  /** The last time it was read in full. */
  readonly read?: Instant
  /** What it announces that is not over. */
  readonly coming: number
  /** Entries that made no sense, the last time. */
  readonly skipped: number
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** The pages that have a calendar, and where it is; the older ending leads to the same. */
const calendars = new RegExp(
  `^/(groupes/${uuid}|evenements/${uuid}|agenda/[\\w-]{1,80}|evenements/sous-types/\\d{1,6})(?:/(?:icalendar(?:\\.ics)?/?)?)?$`,
)

/** What somebody gave as the address of a calendar. */
export type Address =
  | { readonly is: 'calendar'; readonly path: string }
  /** Of another site, or no address at all. */
  | { readonly is: 'elsewhere' }
  /** Of that site, but of no calendar. */
  | { readonly is: 'no-calendar' }

const hostOf = ({ host }: URL): string => host.replace(/^www\./, '')

/**
 * Only the path is kept: what stands after it, in links from e-mails, logs their reader in. The page of a group, an action or an agenda
 * stands for its calendar.
 */
export const readAddress = (root: string, typed: string): Address => {
  const words = typed.trim().replace(/^webcal:/i, 'https:')
  const absolute = /^https?:\/\//i.test(words) ? words : `https://${words}`
  if (!URL.canParse(absolute)) return { is: 'elsewhere' }
  const url = new URL(absolute)
  if (hostOf(url) !== hostOf(new URL(root))) return { is: 'elsewhere' }
  const page = calendars.exec(url.pathname.toLowerCase())?.[1]
  return page === undefined ? { is: 'no-calendar' } : { is: 'calendar', path: `/${page}/icalendar.ics` }
}

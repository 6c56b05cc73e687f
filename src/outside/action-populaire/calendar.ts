import ICAL from 'ical.js'
import { hour, instant, later, second, type Instant } from '../../base/clock.ts'
import { fingerprint } from '../../base/fingerprint.ts'
import type { ListedAction, Lot } from '../../domain/imports/model.ts'

const isWhole = (body: string): boolean =>
  /^\uFEFF?\s*BEGIN:VCALENDAR\r?\n/.test(body) && /\nEND:VCALENDAR\s*$/.test(body)

/** Each entry by itself, so that one that is broken spoils no other. */
const entries = /^BEGIN:VEVENT\r?\n[^]*?^END:VEVENT\r?$/gm

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

const timeOf = (event: ICAL.Component, name: string): Instant | undefined => {
  const value: unknown = event.getFirstPropertyValue(name)
  if (!(value instanceof ICAL.Time)) return undefined
  // Without a zone it is on nobody's clock: near enough to know when to look at its page.
  const at = instant(value.toUnixTime() * second)
  return Number.isFinite(at) ? at : undefined
}

const wordsOf = (event: ICAL.Component, name: string): string => {
  const value: unknown = event.getFirstPropertyValue(name)
  return typeof value === 'string' ? value : ''
}

/** Who wrote it, and where to reach them, is in there too: only what tells which action it is, and that it changed, is looked at. */
const listed = (event: ICAL.Component): ListedAction | undefined => {
  const id = (uuid.exec(wordsOf(event, 'uid')) ?? uuid.exec(wordsOf(event, 'url')))?.[0]
  const start = timeOf(event, 'dtstart')
  if (id === undefined || start === undefined) return undefined
  const told = timeOf(event, 'dtend')
  const end = told === undefined || told <= start ? later(start, 2 * hour) : told
  const print = fingerprint([
    start,
    end,
    timeOf(event, 'last-modified') ?? 0,
    ...['summary', 'location', 'status'].map((name) => wordsOf(event, name)),
  ])
  return { sourceId: id.toLowerCase(), start, end, print }
}

const read = (entry: string): ListedAction | undefined => {
  try {
    const calendar = new ICAL.Component(
      ICAL.parse(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${entry}\r\nEND:VCALENDAR`) as unknown[],
    )
    const event = calendar.getFirstSubcomponent('vevent')
    return event ? listed(event) : undefined
  } catch (error) {
    // Besides errors of its own, the library throws raw ones at foreign text, some of them only when a value is looked at.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** `undefined` for what is no whole calendar; entries that make no sense are skipped and counted. */
export const decodeCalendar = (body: string): Lot<ListedAction> | undefined => {
  if (!isWhole(body)) return undefined
  const found = body.match(entries) ?? []
  const items = found.flatMap((entry) => {
    const item = read(entry)
    return item ? [item] : []
  })
  const begun = body.match(/^BEGIN:VEVENT\r?$/gm)?.length ?? 0
  return { items, skipped: begun - items.length }
}

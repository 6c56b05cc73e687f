import { day, hour, later, minute, second, type Clock, type Instant } from '../../base/clock.ts'
import type { Sleep } from '../../base/sleep.ts'
import type { Version } from '../../domain/follows/ports.ts'
import type { Reading } from '../../domain/imports/model.ts'
import { given } from '../../base/given.ts'
import { get, type Got } from './get.ts'
import { createPace } from './pace.ts'

/** The service is asked for its lists at most so often, whatever the caller thinks. */
const listsApart = 5 * minute

/** Longer silences are not waited for: the caller comes back. */
const longestWait = minute

/** Where the service does not say how long to wait: twice as long each time. */
const firstSilence = minute
const longestSilence = hour

const waits = { page: [2 * second, 8 * second], list: [] } as const
const mostBytes = { page: 4 * 2 ** 20, list: 64 * 2 ** 20 } as const

/** A calendar has all that its group ever did. */
const mostCalendarBytes = 16 * 2 ** 20

export type Sort = keyof typeof waits

export interface Questions {
  /** The JSON of a path; tries again, further and further apart, what is not a list and may work later. */
  ask(path: string, sort: Sort, signal: AbortSignal): Promise<Reading<unknown>>
  /** The words of a calendar; `same` when they are those of that version. Not tried again: the caller comes back. */
  words(path: string, version: Version, signal: AbortSignal): Promise<Reading<Words>>
}

export type Words =
  { readonly is: 'same' } | { readonly is: 'new'; readonly body: string; readonly version: Version }

interface Needs {
  readonly url: string
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly sleep: Sleep
  readonly userAgent: string
  readonly paceMs: number
  readonly patienceMs: number
}

/** Seconds or a date, as HTTP has it; at most a day. */
const silenceAsked = (retryAfter: string | undefined, now: Instant): number | undefined => {
  if (retryAfter === undefined) return undefined
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * second : Date.parse(retryAfter) - now
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), day) : undefined
}

const parsed = (body: string): Reading<unknown> => {
  try {
    return { is: 'read', value: JSON.parse(body) as unknown }
  } catch (error) {
    if (error instanceof SyntaxError) return failed('not JSON')
    throw error
  }
}

/** `isRefusal`: asking again at once would be insisting. */
interface Turn<T> {
  readonly reading: Reading<T>
  readonly isRefusal: boolean
}

type Answered = Extract<Got, { is: 'answer' }>

const failed = (why: string): Reading<never> => ({ is: 'failed', why })

const isGone = (status: number): boolean => status === 401 || status === 404 || status === 410

const worded = ({ status, body, etag, modified }: Answered): Reading<Words> =>
  status === 304
    ? { is: 'read', value: { is: 'same' } }
    : { is: 'read', value: { is: 'new', body, version: given({ etag, modified }) } }

export const createQuestions = (needs: Needs): Questions => {
  const { url, fetch, clock, sleep, userAgent, paceMs, patienceMs } = needs
  const pace = createPace({ clock, sleep, apartMs: paceMs })
  const common = { fetch, patienceMs }
  const headers = { accept: 'application/json', 'accept-language': 'fr', 'user-agent': userAgent }
  const listed = new Map<string, Instant>()
  let tooMany = 0

  /** A service that wants silence gets it from everybody; otherwise what the answer says of what was asked. */
  const readingOf = <T>(got: Got, read: (got: Answered) => Reading<T>): Reading<T> => {
    if (got.is === 'fault') return failed(got.why)
    const { status } = got
    const silence = silenceAsked(got.retryAfter, clock.now())
    if (status === 429 || (status === 503 && silence !== undefined)) {
      const inMs = silence ?? Math.min(firstSilence * 2 ** tooMany, longestSilence)
      tooMany += 1
      pace.hold(later(clock.now(), inMs))
      return { is: 'busy', inMs }
    }
    tooMany = 0
    if (status === 200 || status === 304) return read(got)
    if (isGone(status)) return { is: 'hidden' }
    return status === 422 ? { is: 'refused', why: 'status 422' } : failed(`status ${status}`)
  }

  const once = (path: string, sort: Sort, signal: AbortSignal): Promise<Turn<unknown>> =>
    pace.turn(async () => {
      const got = await get({ ...common, url: `${url}${path}`, headers, mostBytes: mostBytes[sort], signal })
      const isRefusal = got.is === 'answer' && got.status >= 300 && got.status < 500
      return { reading: readingOf(got, ({ body }) => parsed(body)), isRefusal }
    }, signal)

  const tooSoon = (path: string): number =>
    later(listed.get(path) ?? (0 as Instant), listsApart) - clock.now()

  /** No list is asked twice within a few minutes; in how long it may be. */
  const listedNow = (path: string): number => {
    const inMs = tooSoon(path)
    if (inMs <= 0) listed.set(path, clock.now())
    return inMs
  }

  return {
    ask: async (path, sort, signal) => {
      if (pace.silentFor() > longestWait) return { is: 'busy', inMs: pace.silentFor() }
      if (sort === 'list') {
        const inMs = listedNow(path)
        if (inMs > 0) return { is: 'busy', inMs }
      }
      for (const wait of waits[sort]) {
        const { reading, isRefusal } = await once(path, sort, signal)
        const isShort = reading.is === 'busy' && reading.inMs <= longestWait
        if (!isShort && (reading.is !== 'failed' || isRefusal)) return reading
        if (!isShort) await sleep(wait, signal)
      }
      return (await once(path, sort, signal)).reading
    },
    words: async (path, { etag, modified }, signal) => {
      if (pace.silentFor() > longestWait) return { is: 'busy', inMs: pace.silentFor() }
      // One calendar asked too soon says nothing of the others.
      if (listedNow(path) > 0) return { is: 'refused', why: 'asked a moment ago' }
      const asking = {
        ...headers,
        accept: 'text/calendar',
        ...given({ 'if-none-match': etag, 'if-modified-since': modified }),
      }
      return pace.turn(
        async () =>
          readingOf(
            await get({
              ...common,
              url: `${url}${path}`,
              headers: asking,
              mostBytes: mostCalendarBytes,
              signal,
            }),
            worded,
          ),
        signal,
      )
    },
  }
}

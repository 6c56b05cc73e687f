import { day, later, type Instant } from '../../base/clock.ts'
import { given } from '../../base/given.ts'
import type { Log } from '../../base/log.ts'
import type { ImportedAction } from '../actions/model.ts'
import type { DueCalendar, FollowedItem, FollowStore } from '../follows/ports.ts'
import { listAtLeast, listEvery } from './due.ts'
import type { Memory } from './memory.ts'
import type { Source } from './ports.ts'
import type { Round } from './round.ts'
import { isDoubtful } from './survey.ts'

interface Needs {
  readonly name: ImportedAction['source']
  readonly source: Pick<Source, 'calendar'>
  readonly store: Pick<FollowStore, 'due' | 'keep' | 'note' | 'postpone' | 'items'>
  readonly memory: Pick<Memory, 'actions'>
  readonly log: Log
}

export interface FollowWatch {
  /** Reads the calendars that are due, and has what they announce looked at on its page. */
  run(round: Round): Promise<void>
}

const calendarsAtOnce = 50

/** What is further away is of no use yet; nobody's calendar of actions announces more than that. */
const ahead = 400 * day
const mostItems = 1_000

const unread = 0 as Instant

const isNear = ({ start, end }: FollowedItem, now: Instant): boolean => end > now && start < later(now, ahead)

/**
 * Calendars are a list of what to look at, no more: that of a group also has what is hidden or for organisers only. What an action is, and
 * whether it is still there for the public, its own page tells; so nothing here ever calls one off.
 */
export const createFollowWatch = ({ name, source, store, memory, log }: Needs): FollowWatch => {
  const { actions: traces } = memory

  const look = (items: readonly FollowedItem[]): void => {
    for (const { sourceId, start, end, print } of items) {
      const known = traces.get(sourceId)
      if (known?.feed === print && !known.out) continue
      // It is wanted, wherever it is.
      const { out: _, ...others } = known ?? { print: '' }
      traces.set(sourceId, {
        ...given({ ...others, fails: undefined }),
        start,
        end,
        feed: print,
        checked: unread,
      })
    }
  }

  const read = async (calendar: DueCalendar, round: Round): Promise<void> => {
    const { path, coming, ...version } = calendar
    const reading = await round.ask({ calendar: path }, (signal) => source.calendar(path, version, signal))
    const now = round.now()
    const next = later(now, listEvery)
    switch (reading.is) {
      case 'busy':
        // Asked within a few minutes, it would not be asked at all, which says nothing of it either.
        return store.postpone(path, later(now, Math.max(reading.inMs, listAtLeast)))
      case 'hidden':
        return store.note(path, 'gone', now, later(now, 6 * listEvery))
      case 'refused':
      case 'failed':
        return store.note(path, 'silent', now, later(now, listAtLeast))
      case 'read': {
        if (reading.value.is === 'same') {
          await store.note(path, 'read', now, next)
          return look(await store.items(path))
        }
        const { lot, version: fresh } = reading.value
        const items = lot.items
          .filter((item) => isNear(item, now))
          .toSorted((one, other) => one.start - other.start)
          .slice(0, mostItems)
        if (isDoubtful(items.length, coming)) {
          log.warn(
            { calendar: path, found: items.length, coming },
            'a calendar lost more than half of its entries',
          )
          return store.note(path, 'silent', now, next)
        }
        if (lot.skipped > 0)
          log.warn({ calendar: path, skipped: lot.skipped }, 'skipped entries that make no sense')
        await store.keep(path, { source: name, items, skipped: lot.skipped, version: fresh }, now, next)
        return look(items)
      }
    }
  }

  return {
    run: async (round) => {
      for (const calendar of await store.due(round.now(), calendarsAtOnce)) {
        if (!round.goesOn()) return
        await read(calendar, round)
      }
    },
  }
}

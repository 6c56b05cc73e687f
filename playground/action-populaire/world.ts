import type { Instant } from '../../src/base/clock.ts'
import { later } from '../../src/base/clock.ts'
import type { MadeUpEvent, MadeUpGroup, Movement } from '../movement/index.ts'

/** The movement as the server knows it now; tests and the playground change it as they go. */
export interface World {
  events(): readonly MadeUpEvent[]
  groups(): readonly MadeUpGroup[]
  event(id: string): MadeUpEvent | undefined
  /** Published only. */
  group(id: string): MadeUpGroup | undefined
  /** Items that break the contract, as a list shows them after the others. */
  spoilt(list: List): readonly unknown[]
  /** Somebody asked for the whole list of events. */
  listed(): void
  readonly change: Change
}

export type List = 'events' | 'groups' | 'departments'

export interface Change {
  /** Cancelled by its organisers: answers 404 from now on. */
  hide(event: string): void
  /** Back to its organisers only: answers 401. */
  restrict(event: string): void
  show(event: string): void
  event(id: string, to: Partial<MadeUpEvent>): void
  group(id: string, to: Partial<MadeUpGroup>): void
  add(event: MadeUpEvent): void
  /** Puts something that is no proper item into a list. */
  spoil(list: List, item: unknown): void
}

/** From its second showing on, an event that is to turn has turned. */
const turned = (event: MadeUpEvent): MadeUpEvent => {
  if (!event.turn) return event
  if ('hidden' in event.turn) return { ...event, visibility: 'A' }
  return {
    ...event,
    start: later(event.start, event.turn.laterBy),
    end: later(event.end, event.turn.laterBy),
  }
}

const changed = <T extends { readonly id: string }>(
  all: Map<string, T>,
  id: string,
  to: Partial<T>,
): void => {
  const known = all.get(id)
  if (!known) throw new RangeError(`Nothing has the identifier ${id}`)
  all.set(id, { ...known, ...to })
}

export const createWorld = (movement: Movement): World => {
  const events = new Map(movement.events.map((event) => [event.id, event]))
  const groups = new Map(movement.groups.map((group) => [group.id, group]))
  const spoilt = new Map<List, unknown[]>()
  let showings = 0
  return {
    events: () => [...events.values()],
    groups: () => [...groups.values()].filter((group) => group.published),
    event: (id) => events.get(id),
    group: (id) => {
      const group = groups.get(id)
      return group?.published ? group : undefined
    },
    spoilt: (list) => spoilt.get(list) ?? [],
    listed: () => {
      showings += 1
      if (showings !== 2) return
      for (const event of [...events.values()].map(turned)) events.set(event.id, event)
    },
    change: {
      hide: (id) => changed(events, id, { visibility: 'A' }),
      restrict: (id) => changed(events, id, { visibility: 'O' }),
      show: (id) => changed(events, id, { visibility: 'P' }),
      event: (id, to) => changed(events, id, to),
      group: (id, to) => changed(groups, id, to),
      add: (event) => void events.set(event.id, event),
      spoil: (list, item) => void spoilt.set(list, [...(spoilt.get(list) ?? []), item]),
    },
  }
}

export const isOver = (event: MadeUpEvent, now: Instant): boolean => event.end < now

/** Public, and in lists. */
export const isListed = (event: MadeUpEvent): boolean => event.visibility === 'P' && event.listed

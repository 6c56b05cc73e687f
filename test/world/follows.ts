import type { Clock } from '../../src/base/clock.ts'
import type { Followed } from '../../src/domain/follows/model.ts'
import type { FollowedItem, FollowStore, Version } from '../../src/domain/follows/ports.ts'

interface Calendar {
  readonly state: Followed['state']
  readonly next: number
  readonly read?: Followed['read']
  readonly skipped: number
  readonly version: Version
  readonly items: readonly FollowedItem[]
}

/** Followed calendars, in memory. */
export const createFollowsInMemory = ({ clock }: { readonly clock: Clock }): FollowStore => {
  let follows: readonly Pick<Followed, 'id' | 'group' | 'path'>[] = []
  const calendars = new Map<string, Calendar>()
  const coming = ({ items }: Calendar): readonly FollowedItem[] =>
    items.filter(({ end }) => end > clock.now())
  const asFollowed = (of: (typeof follows)[number]): Followed => {
    const calendar = calendars.get(of.path)
    if (!calendar) throw new Error('a followed calendar is not kept')
    const { state, read, skipped } = calendar
    return { ...of, state, skipped, coming: coming(calendar).length, ...(read !== undefined && { read }) }
  }
  return {
    add: async (follow, _, at, most) => {
      const own = follows.filter(({ group }) => group === follow.group)
      if (own.some(({ path }) => path === follow.path)) return 'already'
      if (own.length >= most) return 'full'
      follows = [...follows, follow]
      const blank: Calendar = { state: 'new', next: at, skipped: 0, version: {}, items: [] }
      calendars.set(follow.path, calendars.get(follow.path) ?? blank)
      return 'added'
    },
    byId: async (id) => follows.filter((each) => each.id === id).map(asFollowed)[0],
    of: async (group) => follows.filter((each) => each.group === group).map(asFollowed),
    end: async (id) => {
      const gone = follows.find((each) => each.id === id)
      follows = follows.filter((each) => each.id !== id)
      return gone !== undefined
    },
    due: async (now, most) =>
      [...calendars]
        .filter(([path, { next }]) => next <= now && follows.some((each) => each.path === path))
        .slice(0, most)
        .map(([path, calendar]) => ({ path, coming: coming(calendar).length, ...calendar.version })),
    keep: async (path, { items, skipped, version }, read, next) => {
      if (calendars.has(path)) calendars.set(path, { state: 'read', read, next, skipped, version, items })
    },
    note: async (path, state, at, next) => {
      const calendar = calendars.get(path)
      if (calendar) calendars.set(path, { ...calendar, state, next, ...(state === 'read' && { read: at }) })
    },
    postpone: async (path, next) => {
      const calendar = calendars.get(path)
      if (calendar) calendars.set(path, { ...calendar, next })
    },
    items: async (path) => {
      const calendar = calendars.get(path)
      return calendar ? coming(calendar) : []
    },
  }
}

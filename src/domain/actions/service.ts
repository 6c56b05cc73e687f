import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import { dayOf, type Zone } from '../../base/zones.ts'
import type { Page } from '../groups/ports.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import { nearby } from '../territory/distance.ts'
import type { Area } from '../territory/model.ts'
import type { Promoted, Standing, Wish } from '../answers/model.ts'
import type { Action, ActionFound, ActionKind, Answer } from './model.ts'
import type { ActionStore, Search } from './ports.ts'
import { boundsOf } from './parts.ts'
import { daysOf, type Days, type When } from './when.ts'

/** What somebody wants to see. */
export interface Look {
  /** Near or in an area, or what the groups of whoever looks organise. */
  readonly where: Area | 'mine'
  readonly when?: When
  readonly kind?: ActionKind
  /** Where the days are counted. */
  readonly zone: Zone
}

export interface Seen {
  readonly actions: readonly ActionFound[]
  readonly more: boolean
  /** The days that `when` means. */
  readonly days?: Days
}

export interface Answered {
  /** As it stands afterwards. */
  readonly found: ActionFound
  readonly was?: Answer
  /** Something is other than before. */
  readonly changed: boolean
  /** The seat had been kept for them, and is theirs from now on. */
  readonly confirmed?: true
  /** The name that organisers see from now on, when none was kept before. */
  readonly introducedAs?: string
}

export interface Actions {
  /** `undefined` when it is not known, or no longer. */
  found(id: ActionId): Promise<ActionFound | undefined>
  look(look: Look, page: Page): Promise<Seen>
  /** Refuses what is unknown, over, cancelled or withdrawn, and more guests than there is room for. */
  answer(id: ActionId, answer: Answer, more?: Omit<Wish, 'answer'>): Promise<Answered>
  /** Whether they could come, once it has begun; somebody who never said yes is not counted. */
  came(id: ActionId, did: boolean): Promise<void>
  /** What whoever speaks answered and was not over at that instant (now), the soonest first. */
  mine(since?: Instant): Promise<readonly ActionFound[]>
}

interface Needs {
  readonly store: ActionStore
  readonly people: People
  readonly now: Instant
  /** The counts of that action have changed. */
  readonly touched: (action: ActionId) => void
  /** Others have got a seat for which they had waited. */
  readonly promoted?: (who: readonly Promoted[]) => Promise<void>
  /** Whoever speaks answered otherwise than before: what they are owed is worked out anew. */
  readonly answered?: (action: Action, answer: Answer, was: Answer | undefined) => Promise<void>
}

const standingOf = (answer: Answer, place: number | undefined): Standing | undefined => {
  if (answer !== 'yes') return undefined
  return place === undefined ? { is: 'seated' } : { is: 'waiting', place }
}

export const isOver = (action: Action, now: Instant): boolean => action.end <= now

const nowhere: Seen = { actions: [], more: false }

export const createActions = ({
  store,
  people,
  now,
  touched,
  promoted = () => Promise.resolve(),
  answered = () => Promise.resolve(),
}: Needs): Actions => {
  // Asked each time: answering makes a stranger known.
  const viewer = (): PersonId | undefined => people.known()

  const where = (area: Area | 'mine'): Pick<Search, 'groupsOf' | 'near' | 'department'> | undefined => {
    if (area === 'mine') {
      const groupsOf = viewer()
      return groupsOf && { groupsOf }
    }
    if (area.is === 'department') return { department: area.code }
    if (area.point) return { near: { point: area.point, within: nearby } }
    return area.is === 'commune' ? { department: area.department } : undefined
  }

  const open = async (id: ActionId): Promise<ActionFound> => {
    const found = await store.found(id, viewer())
    if (!found) throw new Refusal('action-unknown', {})
    const { action } = found
    if (action.state !== 'planned') throw new Refusal('action-cancelled', { name: action.name })
    if (isOver(action, now)) throw new Refusal('action-over', { name: action.name })
    return found
  }

  return {
    found: (id) => store.found(id, viewer()),
    look: async (look, page) => {
      const days = look.when && daysOf(look.when, dayOf(now, look.zone))
      const place = where(look.where)
      const bounds = days && boundsOf(days, look.zone)
      const from = bounds?.from ?? now
      const wanted: Omit<Search, 'page'> = {
        ...place,
        from: from > now ? from : now,
        ...(bounds && { to: bounds.to }),
        ...(look.kind && { kind: look.kind }),
      }
      if (!place) return { ...nowhere, ...(days && { days }) }
      const found = await store.search({ ...wanted, page: { ...page, take: page.take + 1 } }, viewer())
      return {
        actions: found.slice(0, page.take),
        more: found.length > page.take,
        ...(days && { days }),
      }
    },
    answer: async (id, answer, more) => {
      const { action, metres, needs } = await open(id)
      const by = await people.keep()
      const { audience, name } = action
      if (audience && answer !== 'no' && !(await store.mayCome(id, by)))
        throw new Refusal('not-invited', { name, audience })
      const introducedAs = answer === 'no' ? undefined : await people.introduce()
      const noted = await store.answer(by, id, answer, now, more)
      if (noted.is === 'no-room') throw new Refusal('no-room', { free: noted.free })
      const { was, counts, changed, confirmed, guests, place } = noted
      if (changed) touched(id)
      await promoted(noted.promoted)
      if (was !== answer) await answered(action, answer, was)
      const standing = standingOf(answer, place)
      return {
        found: {
          action,
          counts,
          answer,
          ...(guests > 0 && { guests }),
          ...(standing && { standing }),
          ...(metres !== undefined && { metres }),
          ...(needs && { needs }),
        },
        changed,
        ...(confirmed && { confirmed }),
        ...(was && { was }),
        ...(introducedAs !== undefined && { introducedAs }),
      }
    },
    came: async (id, did) => {
      const by = viewer()
      if (by) await store.came(by, id, did)
    },
    mine: async (since = now) => {
      const by = viewer()
      return by ? store.answeredBy(by, since) : []
    },
  }
}

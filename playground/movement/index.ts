import type { Instant } from '../../src/base/clock.ts'
import { makeEvent } from './events.ts'
import { makeGroup } from './groups.ts'
import { eventsOfLoop } from './loops.ts'
import type { MadeUpEvent, MadeUpGroup, Movement } from './model.ts'
import { createRandom } from './random.ts'
import { makeSpecials } from './specials.ts'
import { subtypes } from './subtypes.ts'
import { towns as ownTowns, type Town } from './towns.ts'

export type { MadeUpEvent, MadeUpGroup, MadeUpPlace, Movement, Subtype } from './model.ts'
export type { Town } from './towns.ts'

export interface Wish {
  /** The month of actions begins here. */
  readonly start: Instant
  /** The same seed and start give the same movement, to the identifier. */
  readonly seed?: string
  /** Besides loops and special cases. */
  readonly groups?: number
  readonly events?: number
  /** Communes of Paris, Seine-Saint-Denis, Haute-Garonne and La Réunion unless told otherwise. */
  readonly towns?: readonly Town[]
  /** Also what only a test wants to meet: markup in names, subtypes nobody knows, places without department. */
  readonly odd?: boolean
}

const seats = (towns: readonly Town[]): ReadonlyMap<string, Town> =>
  new Map(towns.toReversed().map((town) => [town.department, town]))

const turn = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length]
  if (found === undefined) throw new RangeError('A movement needs a town')
  return found
}

/** A movement that never was: same shapes, plausible names, no real person. */
export const makeMovement = ({
  start,
  seed = 'porte-voix',
  towns = ownTowns,
  groups: groupCount = 64,
  events: eventCount = 180,
  odd = false,
}: Wish): Movement => {
  const loops = [...seats(towns).values()].map((town) => ({
    town,
    group: makeGroup({ seed, start, town, rank: 0, type: 'D' }),
  }))
  const ranks = new Map<string, number>()
  const settled = Array.from({ length: groupCount }, (_, at) => {
    const town = turn(towns, at * 7)
    const rank = ranks.get(town.department) ?? 0
    ranks.set(town.department, rank + 1)
    return { town, group: makeGroup({ seed, start, town, rank }) }
  })
  const busy = settled.filter(({ group }) => group.active)
  const draw = createRandom(`${seed} who`)
  const planned = Array.from({ length: eventCount }, (_, rank) =>
    makeEvent({ seed, start, rank, ...draw.pick(busy) }),
  )
  const held = loops.flatMap(({ group, town }) => eventsOfLoop(seed, start, group, town))
  const groups: MadeUpGroup[] = [...loops, ...settled].map(({ group }) => group)
  const events: MadeUpEvent[] = [...held, ...planned]
  const special = makeSpecials({ start, seed, odd, groups })
  return { subtypes, groups: [...groups, ...special.groups], events: [...events, ...special.events] }
}

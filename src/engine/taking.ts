import { later, type Clock } from '../base/clock.ts'
import type { Platform } from '../chat/index.ts'
import type { Breaker } from './breaker.ts'
import { hold } from './courier.ts'
import { lanes, type Lane, type Letter } from './letter.ts'
import type { Store } from './ports.ts'
import type { Weather } from './weather.ts'

/** One letter in that many is of a later lane, should there be one. */
const favour = 10
const patientLanes = lanes.slice(lanes.indexOf('reminder')).toReversed()

interface Needs {
  readonly store: Store
  readonly breaker: Breaker
  readonly weather: Weather
  readonly clock: Clock
}

/** Takes letters of a platform by lanes; now and then a later one comes first, so that the last still moves. */
export const createTaking = ({ store, breaker, weather, clock }: Needs, there: Platform) => {
  const platform = there.name
  let taken = 0
  let turns = 0

  const takeFrom = (from: Lane, to: Lane, most: number): Promise<readonly Letter[]> => {
    const now = clock.now()
    return store.outbox.takeNext({ platform, now, until: later(now, hold), most, from, to })
  }

  return async (most: number): Promise<readonly Letter[]> => {
    const bad = weather.isBad(platform)
    if (bad && !(await weather.clears(there))) return []
    if (breaker.isOpen(platform)) return takeFrom('answer', 'answer', bad ? 1 : most)
    if (bad) return takeFrom('answer', 'refresh', 1)
    const turn = taken >= favour ? patientLanes[turns % patientLanes.length] : undefined
    if (turn) {
      taken = 0
      turns += 1
      const favoured = await takeFrom(turn, 'refresh', 1)
      if (favoured.length > 0) return favoured
    }
    const letters = await takeFrom('answer', 'refresh', most)
    taken += letters.length
    return letters
  }
}

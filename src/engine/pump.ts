import { later, second, type Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Platform } from '../chat/index.ts'
import { createBell, type Bell } from './bell.ts'
import type { Breaker } from './breaker.ts'
import { hold, type Courier, type Patience } from './courier.ts'
import type { Parcel } from './fates.ts'
import { lanes, type Lane, type Letter } from './letter.ts'
import type { Slot } from './pace.ts'
import type { Store } from './ports.ts'
import type { Waker } from './waker.ts'

/** Letters in the hands of one pump: what may arrive twice after a crash. */
const mostUnderWay = 16

/** One letter in that many is of a later lane, should there be one. */
const favour = 10
const patientLanes = lanes.slice(lanes.indexOf('reminder')).toReversed()

/** A letter whose chat must wait makes room for others; so do all when the platform must wait for long. */
const patience: Patience = { chat: 0, platform: 2 * second }

/** A pump that has nothing else to do waits that long for the next letter. */
const linger = second

/** A pump that fails that often leaves the letters to the next sweep. */
const mostFailures = 5

/** What others hold may be free again after that, in milliseconds. */
const glance = 50

interface Needs {
  readonly store: Store
  readonly courier: Courier
  readonly breaker: Breaker
  readonly wake: Waker
  readonly platforms: ReadonlyMap<string, Platform>
  readonly clock: Clock
  readonly sleep: Sleep
  readonly log: Log
}

export interface Pump {
  /** Carries what is due on a platform, by lanes, until nothing is; wakes itself for what is due later. */
  run(platform: string, signal: AbortSignal): Promise<void>
}

export const createPump = (needs: Needs): Pump => {
  const { store, courier, breaker, wake, platforms, clock, sleep, log } = needs
  const bells = new Map<string, Bell>()

  /** When that fails, as when the database goes away, they are given back: else nobody would carry them for a minute. */
  const packed = async (letters: readonly Letter[]): Promise<readonly (Parcel | undefined)[]> => {
    try {
      return await Promise.all(letters.map((letter) => courier.pack(letter)))
    } catch (error) {
      for (const { id } of letters) await store.outbox.putBack(id, clock.now())
      throw error
    }
  }

  const pump = async (platform: Platform, bell: Bell, signal: AbortSignal): Promise<void> => {
    const { name, can } = platform
    const underWay = new Set<Promise<void>>()
    const atOnce = Math.min(Math.max(Math.ceil(can.perSecond / 10), 1), mostUnderWay)
    let taken = 0
    let turns = 0

    const takeFrom = (from: Lane, to: Lane, most: number): Promise<readonly Letter[]> => {
      const now = clock.now()
      return store.outbox.takeNext({ platform: name, now, until: later(now, hold), most, from, to })
    }

    /** By lanes; now and then a later one comes first, so that the last still moves. */
    const take = async (): Promise<readonly Letter[]> => {
      const most = Math.min(atOnce, mostUnderWay - underWay.size)
      if (breaker.isOpen(name)) return takeFrom('answer', 'answer', most)
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

    const start = async (parcel: Parcel): Promise<void> => {
      try {
        await courier.deliver(parcel)
      } catch (error) {
        log.error({ err: error, platform: name }, 'what became of a letter could not be written down')
      }
    }

    /** `undefined`: the signal came first. */
    const turn = async (parcel: Parcel): Promise<Slot | undefined> => {
      try {
        return signal.aborted ? undefined : await courier.turn(parcel, patience, signal)
      } catch (error) {
        if (signal.aborted) return undefined
        throw error
      }
    }

    /** Each in its turn; for how long the platform takes nothing, when that is long. */
    const send = async (letters: readonly Letter[]): Promise<number> => {
      // In words all at once, so that nobody waits for that when a slot is there.
      const parcels = await packed(letters)
      for (const [at, letter] of letters.entries()) {
        const parcel = parcels[at]
        if (!parcel) continue
        const slot = await turn(parcel)
        if (slot?.is === 'go') {
          const carried = start(parcel).finally(() => underWay.delete(carried))
          underWay.add(carried)
        } else if (slot?.on === 'chat') await courier.putBack(letter, slot.inMs)
        else {
          for (const left of parcels.slice(at)) if (left) await courier.putBack(left.letter, 0)
          return slot?.inMs ?? 0
        }
      }
      return 0
    }

    while (!signal.aborted) {
      bell.heard()
      const letters = underWay.size < mostUnderWay ? await take() : []
      if (letters.length > 0) {
        const inMs = await send(letters)
        if (inMs > 0) await bell.rest(inMs, signal)
        continue
      }
      const next = breaker.isOpen(name) ? undefined : await store.outbox.next(name)
      const inMs = next === undefined ? Infinity : next - clock.now()
      if (underWay.size === 0 && inMs > linger && !bell.rung()) {
        if (inMs < Infinity) await wake(name, inMs)
        return
      }
      await Promise.race([...underWay, bell.rest(Math.min(Math.max(inMs, glance), linger), signal)])
    }
    await Promise.all(underWay)
  }

  /** A database that was away for a moment is no reason to leave the letters to the next sweep. */
  const again = async (platform: Platform, bell: Bell, signal: AbortSignal): Promise<void> => {
    for (let failures = 1; ; failures += 1)
      try {
        return await pump(platform, bell, signal)
      } catch (error) {
        if (signal.aborted || failures === mostFailures) throw error
        log.warn({ err: error, platform: platform.name }, 'letters could not be carried; trying again')
        await bell.rest(linger, signal)
      }
  }

  return {
    run: async (name, signal) => {
      const platform = platforms.get(name)
      const already = bells.get(name)
      if (already) already.ring()
      if (already || !platform) return
      const bell = createBell(sleep)
      bells.set(name, bell)
      try {
        await again(platform, bell, signal)
      } finally {
        bells.delete(name)
      }
    },
  }
}

import { setMaxListeners } from 'node:events'
import { second, type Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Platform } from '../chat/index.ts'
import type { Bell } from './bell.ts'
import type { Breaker } from './breaker.ts'
import type { Courier } from './courier.ts'
import type { Parcel } from './fates.ts'
import type { Letter } from './letter.ts'
import { abreast, type Slot } from './pace.ts'
import type { Store } from './ports.ts'
import { createTaking } from './taking.ts'
import type { Patience } from './turns.ts'
import type { Waker } from './waker.ts'

/** Letters in the hands of one pump: what may arrive twice after a crash. */
const mostInHand = 16

/** Taken together when that many are missing: a query for each would be dear. */
const fewest = 4

/** A letter whose chat must wait makes room for others; so do all when the platform must wait for long. */
const patience: Patience = { chat: 0, platform: 2 * second }

/** Whoever has nothing else to do waits that long for the next letter. */
const linger = second

/** What others hold may be free again after that, in milliseconds. */
const glance = 50

export interface CarryingNeeds {
  readonly store: Store
  readonly courier: Courier
  readonly breaker: Breaker
  readonly wake: Waker
  readonly clock: Clock
  readonly log: Log
}

/**
 * Carries what is due on a platform until nothing is. While some letters are at the platform, others wait for their slot and the next ones
 * are taken and put into words, so that no slot passes unused.
 */
export const createCarrying = ({ store, courier, breaker, wake, clock, log }: CarryingNeeds) => {
  const putBack = async (letters: readonly Letter[]): Promise<void> => {
    const back = await Promise.allSettled(letters.map((letter) => courier.putBack(letter, 0)))
    for (const one of back)
      if (one.status === 'rejected') log.warn({ err: one.reason }, 'a letter is free only when its hold ends')
  }

  /** In words all at once. When that fails, as when the database goes away, they are given back: else nobody would carry them for a minute. */
  const packed = async (letters: readonly Letter[]): Promise<readonly Parcel[]> => {
    try {
      const parcels = await Promise.all(letters.map((letter) => courier.pack(letter)))
      return parcels.filter((parcel) => parcel !== undefined)
    } catch (error) {
      await putBack(letters)
      throw error
    }
  }

  return async ({ name, can }: Platform, bell: Bell, stop: AbortSignal): Promise<void> => {
    // As many letters wait for it as there are slots.
    const signal = AbortSignal.any([stop])
    setMaxListeners(0, signal)
    const take = createTaking({ store, breaker, clock }, name)
    const atOnce = Math.min(Math.max(Math.ceil(can.perSecond / 10), 1), mostInHand)
    const mostTurning = abreast(can.perSecond)
    const ready: Parcel[] = []
    const turning = new Set<Promise<void>>()
    const underWay = new Set<Promise<void>>()
    let fetching: Promise<void> | undefined
    let dry = false
    /** The platform takes nothing until then. */
    let shut = 0
    let trouble: { readonly error: unknown } | undefined

    const room = (): number => mostInHand - ready.length - turning.size - underWay.size

    /** No more are kept ready than bridge the time that taking others lasts: what becomes urgent meanwhile waits for them. */
    const isShort = (): boolean => ready.length <= atOnce / 2 && room() >= Math.min(atOnce, fewest)

    const fetch = async (): Promise<void> => {
      try {
        const letters = await take(Math.min(atOnce, room()))
        dry = letters.length === 0
        for (const parcel of await packed(letters))
          if (parcel.letter.lane === 'answer') ready.unshift(parcel)
          else ready.push(parcel)
      } catch (error) {
        trouble ??= { error }
      } finally {
        fetching = undefined
      }
    }

    const deliver = async (parcel: Parcel): Promise<void> => {
      try {
        await courier.deliver(parcel)
      } catch (error) {
        log.error({ err: error, platform: name }, 'what became of a letter could not be written down')
      }
    }

    /** `undefined`: the signal came first. */
    const slotOf = async (parcel: Parcel): Promise<Slot | undefined> => {
      try {
        return signal.aborted ? undefined : await courier.turn(parcel, patience, signal)
      } catch (error) {
        if (signal.aborted) return undefined
        throw error
      }
    }

    const turn = async (parcel: Parcel): Promise<void> => {
      try {
        const slot = await slotOf(parcel)
        if (slot?.is === 'go') {
          const carried = deliver(parcel).finally(() => underWay.delete(carried))
          underWay.add(carried)
          return
        }
        const waits = slot?.on === 'chat'
        if (!waits) shut = Math.max(shut, performance.now() + (slot?.inMs ?? 0))
        await courier.putBack(parcel.letter, waits ? slot.inMs : 0)
      } catch (error) {
        trouble ??= { error }
        await putBack([parcel.letter])
      }
    }

    const begin = (parcel: Parcel): void => {
      const turned = turn(parcel).finally(() => turning.delete(turned))
      turning.add(turned)
    }

    const giveBack = (): Promise<void> => putBack(ready.splice(0).map(({ letter }) => letter))

    /** False when there is nothing to do for long. */
    const waitFor = async (busy: readonly Promise<void>[]): Promise<boolean> => {
      const next = breaker.isOpen(name) ? undefined : await store.outbox.next(name)
      const inMs = next === undefined ? Infinity : next - clock.now()
      if (busy.length === 0 && inMs > linger && !bell.rung()) {
        if (inMs < Infinity) await wake(name, inMs)
        return false
      }
      await Promise.race([...busy, bell.rest(Math.min(Math.max(inMs, glance), linger), signal)])
      return true
    }

    const carry = async (): Promise<void> => {
      while (!signal.aborted) {
        if (trouble) return
        if (shut > performance.now()) {
          await giveBack()
          bell.heard()
          await bell.rest(shut - performance.now(), signal)
          continue
        }
        const parcel = turning.size < mostTurning ? ready.shift() : undefined
        if (parcel) begin(parcel)
        if (!fetching && !dry && isShort()) {
          bell.heard()
          fetching = fetch()
        }
        if (parcel) continue
        const busy = [...turning, ...underWay, ...(fetching ? [fetching] : [])]
        if (!dry) await Promise.race(busy)
        else if (await waitFor(busy)) dry = false
        else return
      }
    }

    try {
      await carry()
    } finally {
      await fetching
      if (signal.aborted) await Promise.all(turning)
      await giveBack()
      if (signal.aborted) await Promise.all(underWay)
    }
    if (trouble) throw trouble.error
  }
}

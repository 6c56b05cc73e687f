import { setMaxListeners } from 'node:events'
import { second, type Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Platform } from '../chat/index.ts'
import type { Bell } from './bell.ts'
import type { Breaker } from './breaker.ts'
import type { Courier } from './courier.ts'
import type { Parcel } from './fates.ts'
import type { Letter } from './letter.ts'
import { abreast, breath } from './pace.ts'
import type { Store } from './ports.ts'
import { createTaking } from './taking.ts'
import type { Coming, Turn } from './turns.ts'
import type { Waker } from './waker.ts'
import type { Weather } from './weather.ts'

/** Letters in the hands of one pump: what may arrive twice after a crash. */
const mostInHand = 16

/** Taken together when that many are missing: a query for each would be dear. */
const fewest = 4

/** A letter whose chat must wait makes room for others; so do all when the platform must wait for longer than that, in milliseconds. */
const patience = 2 * second

/** Whoever has nothing else to do waits that long for the next letter. */
const linger = second

/** What others hold may be free again after that, in milliseconds. */
const glance = 50

const isAnswer = ({ letter }: Parcel): boolean => letter.lane === 'answer'

export interface CarryingNeeds {
  readonly store: Store
  readonly courier: Courier
  readonly breaker: Breaker
  readonly weather: Weather
  readonly wake: Waker
  readonly clock: Clock
  readonly sleep: Sleep
  readonly log: Log
}

/**
 * Carries what is due on a platform until nothing is. While some letters are at the platform, others wait for their slot and the next ones
 * are taken and put into words, so that no slot passes unused.
 */
export const createCarrying = (needs: CarryingNeeds) => {
  const { store, courier, breaker, weather, wake, clock, sleep, log } = needs

  const putBack = async (letters: readonly Letter[], inMs = 0): Promise<void> => {
    // Before: whoever takes one as soon as it may be taken must find that nobody has it.
    for (const letter of letters) courier.release(letter)
    const back = await Promise.allSettled(letters.map((letter) => courier.putBack(letter, inMs)))
    for (const one of back)
      if (one.status === 'rejected') log.warn({ err: one.reason }, 'a letter is free only when its hold ends')
  }

  /** In words all at once. When that fails, as when the database goes away, they are given back: else nobody would carry them for a minute. */
  const packed = async (letters: readonly Letter[]): Promise<readonly Parcel[]> => {
    try {
      const parcels = await Promise.all(letters.map((letter) => courier.pack(letter)))
      for (const [at, letter] of letters.entries()) if (!parcels[at]) courier.release(letter)
      return parcels.filter((parcel) => parcel !== undefined)
    } catch (error) {
      await putBack(letters)
      throw error
    }
  }

  return async (platform: Platform, bell: Bell, stop: AbortSignal): Promise<void> => {
    const { name, can } = platform
    // As many letters wait for it as there are slots.
    const signal = AbortSignal.any([stop])
    setMaxListeners(0, signal)
    const take = createTaking(needs, platform)
    const atOnce = Math.min(Math.max(Math.ceil(can.perSecond / 10), 1), mostInHand)
    const mostTurning = abreast(can.perSecond)
    const ready: Parcel[] = []
    const turning = new Set<Promise<void>>()
    const underWay = new Set<Promise<void>>()
    let fetching: Promise<void> | undefined
    let asking: Promise<void> | undefined
    let dry = false
    /** The platform takes nothing until then. */
    let shut = 0
    let trouble: { readonly error: unknown } | undefined
    /** Neither ready, for the moment, nor turning. */
    let asked = 0

    const room = (): number => mostInHand - ready.length - asked - turning.size - underWay.size

    /** No more are kept ready than bridge the time that taking others lasts: what becomes urgent meanwhile waits for them. */
    const isShort = (): boolean =>
      weather.isBad(name)
        ? room() === mostInHand
        : ready.length <= atOnce / 2 && room() >= Math.min(atOnce, fewest)

    const fetch = async (): Promise<void> => {
      try {
        const began = performance.now()
        const letters = await take(Math.min(atOnce, room()))
        dry = letters.length === 0
        const { free, stale } = courier.grasp(letters, began)
        await Promise.all(stale.map((letter) => courier.putBack(letter, 0)))
        for (const parcel of await packed(free))
          if (isAnswer(parcel)) ready.unshift(parcel)
          else ready.push(parcel)
      } catch (error) {
        trouble ??= { error }
      } finally {
        fetching = undefined
      }
    }

    const deliver = async (parcel: Parcel, turn: Coming): Promise<void> => {
      try {
        await courier.deliver(parcel, turn)
      } catch (error) {
        log.error({ err: error, platform: name }, 'what became of a letter could not be written down')
      } finally {
        courier.release(parcel.letter)
      }
    }

    /** A slot that was missed, or that nobody may use any more: the parcel is as ready as before, or given back in the end. */
    const waitsItsTurn = async (parcel: Parcel, turn: Coming): Promise<void> => {
      try {
        if (!(await turn.comes(signal))) {
          ready.unshift(parcel)
          return
        }
        const carried = deliver(parcel, turn).finally(() => underWay.delete(carried))
        underWay.add(carried)
      } catch (error) {
        ready.unshift(parcel)
        if (!signal.aborted) trouble ??= { error }
      }
    }

    const begin = (parcel: Parcel, turn: Coming): void => {
      const turned = waitsItsTurn(parcel, turn).finally(() => turning.delete(turned))
      turning.add(turned)
    }

    const rest = async (ms: number): Promise<void> => {
      try {
        await sleep(Math.ceil(ms), signal)
      } catch (error) {
        if (!signal.aborted) throw error
      }
    }

    /** The first of those that are ready, as many as may wait for a slot at once: answers ask for other slots than the rest. */
    const firstOnes = (): readonly Parcel[] => {
      const [first] = ready
      const other = ready.findIndex((parcel) => first && isAnswer(parcel) !== isAnswer(first))
      return ready.splice(0, Math.min(mostTurning - turning.size, other < 0 ? ready.length : other))
    }

    const given = async (parcels: readonly Parcel[]): Promise<readonly Turn[]> => {
      asked = parcels.length
      try {
        return await courier.turns(parcels)
      } catch (error) {
        trouble ??= { error }
        return []
      } finally {
        asked = 0
      }
    }

    /** One asks for all: what each process asks does not grow with how many letters it has. */
    const ask = async (): Promise<void> => {
      const parcels = firstOnes()
      const turns = await given(parcels)
      let wait = 0
      const again: Parcel[] = []
      const back: Promise<void>[] = []
      for (const [at, parcel] of parcels.entries()) {
        const turn = turns[at]
        if (turn?.is === 'go') begin(parcel, turn)
        else if (turn?.on === 'chat') back.push(putBack([parcel.letter], turn.inMs))
        else {
          again.push(parcel)
          wait = Math.max(wait, turn?.inMs ?? 0)
        }
      }
      ready.unshift(...again)
      await Promise.all(back)
      if (wait > patience) shut = Math.max(shut, performance.now() + wait)
      else if (wait > 0) await rest(Math.max(wait, breath(can.perSecond)))
      asking = undefined
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
        const closed = Math.max(shut, weather.until(name))
        if (closed > performance.now()) {
          await giveBack()
          bell.heard()
          await bell.rest(closed - performance.now(), signal)
          continue
        }
        if (!asking && ready.length > 0 && turning.size < mostTurning) asking = ask()
        if (!fetching && !dry && isShort()) {
          bell.heard()
          fetching = fetch()
        }
        const busy = [...turning, ...underWay, ...[fetching, asking].filter((each) => each !== undefined)]
        if (!dry || ready.length > 0) await Promise.race(busy)
        else if (await waitFor(busy)) dry = false
        else return
      }
    }

    try {
      await carry()
    } finally {
      await Promise.all([fetching, asking])
      await Promise.all(turning)
      await giveBack()
      if (signal.aborted) await Promise.all(underWay)
    }
    if (trouble) throw trouble.error
  }
}

import { later, minute, type Clock } from '../base/clock.ts'
import type { LetterId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Message, Outcome, Platform } from '../chat/index.ts'
import type { Body, Fate, Letter } from './letter.ts'
import type { Store } from './ports.ts'
import type { Waker } from './waker.ts'

/** How long one carrier holds a letter: longer than any call to a platform may last. */
const hold = minute

/** Puts a body into words; `undefined` when there is nothing left to say. */
export type Wording = (body: Body, reader: Letter['reader']) => Promise<Message | undefined>

interface Needs {
  readonly store: Store
  readonly wake: Waker
  readonly platforms: ReadonlyMap<string, Platform>
  readonly wording: Wording
  readonly clock: Clock
  readonly log: Log
}

export interface Courier {
  /** Carries one letter to its address; a letter that is closed or held by another is left alone. */
  carry(id: LetterId): Promise<void>
}

export const createCourier = ({ store, wake, platforms, wording, clock, log }: Needs): Courier => {
  const close = (letter: Letter, fate: Fate): Promise<void> =>
    store.outbox.close(letter.id, fate, clock.now())

  const delivered = async (
    letter: Letter,
    message: Message,
    outcome: Outcome & { is: 'delivered' },
  ): Promise<void> => {
    await close(letter, { is: 'delivered', ref: outcome.ref })
    if (message.shows === undefined || outcome.home === undefined) return
    const copy = {
      to: { platform: letter.to.platform, key: outcome.home },
      ref: outcome.ref,
      ...(letter.reader && { reader: letter.reader }),
    }
    await store.copies.add(message.shows, copy, clock.now())
  }

  const settle = async (letter: Letter, message: Message, outcome: Outcome): Promise<void> => {
    switch (outcome.is) {
      case 'delivered':
        return delivered(letter, message, outcome)
      case 'gone':
        if (letter.replaces !== undefined) await store.copies.remove({ to: letter.to, ref: letter.replaces })
        return close(letter, outcome)
      case 'uncertain':
        return close(letter, outcome)
      case 'later':
        await store.outbox.postpone(letter.id, later(clock.now(), outcome.inMs))
        return wake(letter.id, outcome.inMs)
    }
  }

  const deliver = async (platform: Platform, letter: Letter, message: Message): Promise<Outcome> => {
    try {
      return await platform.deliver(letter.to, message, letter.replaces, letter.id)
    } catch (error) {
      // Unknown, so a bug: the same letter would fail for ever. It is closed, and the log tells why.
      log.error({ err: error, letter: letter.id, platform: platform.name }, 'a letter could not be carried')
      return { is: 'gone', why: 'refused' }
    }
  }

  return {
    carry: async (id) => {
      const now = clock.now()
      const letter = await store.outbox.take(id, now, later(now, hold))
      if (!letter) return
      const platform = platforms.get(letter.to.platform)
      const message = await wording(letter.body, letter.reader)
      if (!platform || !message) return close(letter, { is: 'dropped' })
      const outcome = await deliver(platform, letter, message)
      await settle(letter, message, outcome)
      log.debug(
        {
          letter: id,
          lane: letter.lane,
          platform: platform.name,
          outcome: outcome.is,
          ms: clock.now() - now,
        },
        'letter',
      )
    },
  }
}

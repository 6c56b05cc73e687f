import { second, type Clock } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Stride } from './broadcasting.ts'
import type { Store } from './ports.ts'
import type { Waker } from './waker.ts'

/** Letters of one broadcast that wait at once: what the platforms carry in some ten seconds, whatever the audience. */
const window = 500
/** Written in one transaction. */
const most = 200

/** Until room is looked for again, in milliseconds. */
const glance = second / 4

/** The author's message changes that often at most: its edits count as messages do. */
const shownEach = 3 * second

interface Needs {
  readonly store: Store
  readonly wake: Waker
  readonly clock: Clock
  readonly sleep: Sleep
}

export interface Conductor {
  /** Writes a broadcast out as fast as it is carried, and shows its author how it fares, until it ends or is paused. */
  conduct(id: BroadcastId, signal: AbortSignal): Promise<void>
}

/**
 * All that it knows is in the database: whoever goes on after a crash, or beside it, continues where the last step ended.
 */
export const createConductor = ({ store, wake, clock, sleep }: Needs): Conductor => {
  const conducted = new Set<BroadcastId>()

  /** The author's message, once more, when what it says has changed. */
  const createShowing = (id: BroadcastId) => {
    let at = -Infinity
    let last: string | undefined
    return async (finally_: boolean): Promise<void> => {
      if (!finally_ && performance.now() - at < shownEach) return
      at = performance.now()
      const watch = await store.broadcasts.watched(id)
      const progress = watch && (await store.broadcasts.progress(id, clock.now()))
      if (!progress) return
      const { delivered, gone, uncertain, left, silent = [], broadcast } = progress
      const now = JSON.stringify([delivered, gone, uncertain, left, silent, broadcast.state])
      if (now === last) return
      last = now
      const { to, ref } = watch
      await store.outbox.put(
        [
          {
            to,
            lane: 'refresh',
            body: { is: 'progress', broadcast: id },
            replaces: ref,
            key: `progress ${id}`,
            ...(broadcast.author && { reader: broadcast.author }),
          },
        ],
        clock.now(),
      )
      await wake(to.platform, 0)
    }
  }

  const go = async (id: BroadcastId, signal: AbortSignal): Promise<void> => {
    const show = createShowing(id)
    for (let steps = 0; !signal.aborted; steps += 1) {
      const stride: Stride = { now: clock.now(), window, most }
      const step = await store.broadcasts.advance(id, stride)
      switch (step.is) {
        case 'wrote':
          for (const platform of step.platforms) await wake(platform, 0)
          await show(false)
          break
        case 'waits':
          await show(false)
          await sleep(glance, signal)
          break
        case 'sleeps':
          // Whoever only had a look shows nothing.
          return steps > 0 ? show(true) : undefined
        case 'ended':
        case 'rests':
          return show(true)
      }
    }
  }

  return {
    conduct: async (id, signal) => {
      if (conducted.has(id)) return
      conducted.add(id)
      try {
        await go(id, signal)
      } catch (error) {
        if (!signal.aborted) throw error
      } finally {
        conducted.delete(id)
      }
    },
  }
}

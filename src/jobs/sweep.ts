import { day, later, type Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Queue, Store, Workers } from '../engine/ports.ts'

/** Letters woken by one sweep; the next one takes the rest. */
const most = 1_000

/** Telegram keeps undelivered updates for a day, Discord's answers live a quarter of an hour: nothing older is told again. */
const updatesKept = 3 * day
const lettersKept = 7 * day

interface Needs {
  readonly store: Store
  readonly queue: Queue
  readonly clock: Clock
  readonly log: Log
}

/** Wakes the letters that the queue forgot, and forgets what is of no more use. */
export const createSweep =
  ({ store, queue, clock, log }: Needs): Workers['sweep'] =>
  async (_, signal) => {
    const now = clock.now()
    const due = await store.outbox.due(now, most)
    for (const letter of due) {
      if (signal.aborted) return
      await queue.add('carry', { letter }, { id: letter })
    }
    const forgotten = {
      updates: await store.inbox.forget(later(now, -updatesKept)),
      letters: await store.outbox.forget(later(now, -lettersKept)),
      dialogues: await store.dialogues.forget(now),
    }
    log.debug({ woken: due.length, forgotten }, 'swept')
  }

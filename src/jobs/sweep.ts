import { day, later, type Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Pace } from '../engine/pace.ts'
import type { Store, Workers } from '../engine/ports.ts'
import type { Stir, Waker } from '../engine/waker.ts'

/** Telegram keeps undelivered updates for a day, Discord's answers live a quarter of an hour: nothing older is told again. */
const updatesKept = 3 * day
const lettersKept = 7 * day
/** What was announced half a year ago is corrected no more. */
const copiesKept = 183 * day
/** Of a draft that was given up. */
const picturesKept = day

interface Needs {
  readonly store: Store
  readonly pace: Pace
  readonly wake: Waker
  readonly stir: Stir
  readonly clock: Clock
  readonly log: Log
}

/** Wakes the pumps and the broadcasts that the queue forgot, also those of platforms that others write on, and forgets what is of no more use. */
export const createSweep =
  ({ store, pace, wake, stir, clock, log }: Needs): Workers['sweep'] =>
  async () => {
    const now = clock.now()
    for (const platform of await store.outbox.pressing(now)) await wake(platform, 0)
    for (const broadcast of await store.broadcasts.running()) await stir(broadcast)
    await pace.forget()
    const forgotten = {
      updates: await store.inbox.forget(later(now, -updatesKept)),
      letters: await store.outbox.forget(later(now, -lettersKept), later(now, -copiesKept)),
      pictures: await store.pictures.forget(later(now, -picturesKept), later(now, -copiesKept)),
      dialogues: await store.dialogues.forget(now),
    }
    log.debug({ forgotten }, 'swept')
  }

import { minute, later, type Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { HeldEvent, Platform } from '../chat/index.ts'
import type { Action } from '../domain/actions/model.ts'
import { noteEventless } from '../engine/link-watch.ts'
import type { Store } from '../engine/ports.ts'
import { createTelling } from '../engine/telling.ts'
import type { Waker } from '../engine/waker.ts'

const atOnce = 20

interface Needs {
  readonly store: Store
  readonly wake: Waker
  readonly platforms: ReadonlyMap<string, Platform>
  /** An action in the words of such an event. */
  readonly held: (action: Action) => HeldEvent
  readonly clock: Clock
  readonly log: Log
}

/** Brings the platform's own events in step with the actions, where a linked server wants them. */
export const createMirroring =
  ({ store, wake, platforms, held, clock, log }: Needs) =>
  async (): Promise<void> => {
    const reached = new Set<string>()
    for (const { link, action, revision, ref } of await store.mirrors.due(
      clock.now(),
      later(clock.now(), minute),
      atOnce,
    )) {
      const [known, found] = [await store.links.byId(link), await store.actions.found(action)]
      const events = known && platforms.get(known.address.platform)?.events
      if (!known || !found || !events) continue
      const begun = found.action.start <= clock.now()
      const event = { ...held(found.action), ...(begun && { begun: true as const }) }
      const outcome = await events(known.address.key, event, ref)
      if (outcome.is === 'later') break
      if (outcome.is === 'gone' && outcome.why === 'forbidden') {
        await store.transaction(async (within) => {
          const { tell, platforms: told } = createTelling({ within, now: clock.now() })
          await noteEventless(within, tell, known)
          for (const each of told) reached.add(each)
        })
        continue
      }
      if (outcome.is === 'gone')
        log.warn({ why: outcome.why, action }, 'an action has no event on its server')
      // What is uncertain is not made twice; what was refused waits for the next change.
      const made = outcome.is === 'delivered' ? outcome.ref : ref
      await store.mirrors.note({ link, action, revision, ...(made !== undefined && { ref: made }) })
    }
    for (const each of reached) await wake(each, 0)
  }

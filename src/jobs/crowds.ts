import { day, hour, later, type Clock } from '../base/clock.ts'
import type { Platform } from '../chat/index.ts'
import type { Store } from '../engine/ports.ts'

/** A number that is about right stays about right for so long. */
const holds = 7 * day
/** A platform that had no time is asked again after that long. */
const again = hour
/** Each is a request or two, between those that carry words. */
const atOnce = 5

interface Needs {
  readonly store: Store
  readonly platforms: ReadonlyMap<string, Platform>
  readonly clock: Clock
}

/**
 * Asks the platforms about how many people are in the linked chats: soon after they are linked, and now and then. Chats of a platform that
 * another process writes to are left to it.
 */
export const createCounting =
  ({ store, platforms, clock }: Needs) =>
  async (): Promise<void> => {
    const asked = [...platforms.values()].filter(({ crowd }) => crowd).map(({ name }) => name)
    if (asked.length === 0) return
    for (const { id, address } of await store.links.uncounted(asked, later(clock.now(), -holds), atOnce)) {
      const now = clock.now()
      const crowd = await platforms.get(address.platform)?.crowd?.(address.key)
      // Others are asked meanwhile.
      if (crowd === 'later') await store.links.counted(id, 'same', later(now, again - holds))
      else await store.links.counted(id, crowd, now)
    }
  }

import { day, hour, later, second, type Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Platform } from '../chat/index.ts'
import type { Store } from '../engine/ports.ts'
import type { Weather } from '../engine/weather.ts'

/** A number that is about right stays about right for so long. */
const holds = 7 * day
/** A platform that had no time is asked again after that long. */
const again = hour
/** Each is a request or two, between those that carry words. */
const atOnce = 5
/** In milliseconds: whoever counts keeps a sweep waiting. */
const patience = 2 * second

type Answer = Awaited<ReturnType<NonNullable<Platform['crowd']>>>

interface Needs {
  readonly store: Store
  readonly platforms: ReadonlyMap<string, Platform>
  readonly weather: Pick<Weather, 'isBad'>
  readonly clock: Clock
  readonly sleep: Sleep
  readonly log: Log
}

/**
 * Asks the platforms about how many people are in the linked chats: soon after they are linked, and now and then. Chats of a platform that
 * another process writes to are left to it.
 */
export const createCounting = ({ store, platforms, weather, clock, sleep, log }: Needs) => {
  /** Rather late than wrong: a platform that refuses us, or is silent, is no reason to ask nobody else. */
  const ask = async (platform: Platform | undefined, key: string): Promise<Answer> => {
    if (!platform?.crowd) return undefined
    if (weather.isBad(platform.name)) return 'later'
    const stop = new AbortController()
    const asked = platform.crowd(key).catch((error: unknown) => {
      log.warn({ err: error, platform: platform.name }, 'the people in a chat could not be counted')
      return 'later' as const
    })
    try {
      return await Promise.race([asked, sleep(patience, stop.signal).then(() => 'later' as const)])
    } finally {
      stop.abort()
    }
  }

  return async (): Promise<void> => {
    const ours = [...platforms.values()].filter(({ crowd }) => crowd).map(({ name }) => name)
    if (ours.length === 0) return
    for (const { id, address } of await store.links.uncounted(ours, later(clock.now(), -holds), atOnce)) {
      const now = clock.now()
      const crowd = await ask(platforms.get(address.platform), address.key)
      // Others are asked meanwhile.
      if (crowd === 'later') await store.links.counted(id, 'same', later(now, again - holds))
      else await store.links.counted(id, crowd, now)
    }
  }
}

import { minute, second } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Command, Platform } from '../chat/index.ts'

const firstPause = 10 * second
const longestPause = 30 * minute

interface Needs {
  readonly commands: readonly Command[]
  readonly sleep: Sleep
  readonly log: Log
}

/**
 * Shows the menus of a platform. Menus are a convenience: when it does not take them, people are heard all the same, and it is tried again
 * until the signal. Resolves after the first try, with what resolves when the last one has ended; a token that is refused is told by
 * whoever listens.
 */
export const createPublishing = ({ commands, sleep, log }: Needs) => {
  const publish = async (platform: Platform): Promise<boolean> => {
    try {
      await platform.publish(commands)
      return true
    } catch (error) {
      log.warn({ err: error, platform: platform.name }, 'the menus could not all be published')
      return false
    }
  }

  const again = async (platform: Platform, signal: AbortSignal): Promise<void> => {
    for (let pause = firstPause; !signal.aborted; pause = Math.min(2 * pause, longestPause)) {
      try {
        await sleep(pause, signal)
      } catch (error) {
        if (signal.aborted) return
        throw error
      }
      if (await publish(platform)) return
    }
  }

  return async (platform: Platform, signal: AbortSignal): Promise<{ readonly ended: Promise<void> }> => {
    const isDone = await publish(platform)
    return { ended: isDone ? Promise.resolve() : again(platform, signal) }
  }
}

import type { Log } from '../base/log.ts'
import type { Store } from './ports.ts'

interface Needs {
  readonly store: Pick<Store, 'silences'>
  readonly log: Log
}

/** Has it shown to whoever waits for their letters that a platform does not answer. Nothing depends on it. */
export const createShowing =
  ({ store, log }: Needs) =>
  async (platform: string, silent: boolean): Promise<void> => {
    try {
      await store.silences.note(platform, silent)
    } catch (error) {
      log.debug({ err: error, platform }, 'that the platform is silent could not be written down')
    }
  }

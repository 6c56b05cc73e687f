import { minute } from '../base/clock.ts'
import type { Log } from '../base/log.ts'

/** Every connection complains of the same loss, again and again: each trouble is told once a minute. */
export const complaints = (log: Log): ((error: Error) => void) => {
  const told = new Map<string, ReturnType<typeof setTimeout>>()
  return (error) => {
    if (told.has(error.message)) return
    const again = setTimeout(() => told.delete(error.message), minute)
    again.unref()
    told.set(error.message, again)
    log.warn({ err: error }, 'the queue is in trouble')
  }
}

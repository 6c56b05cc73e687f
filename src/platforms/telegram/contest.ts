import { second } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'

/** Whoever polls that long, undisturbed, is at home here. */
const settling = 10 * second
/** Before whoever is at home polls again: the other has stepped back by then. */
const soon = 300
/** Before a newcomer tries whether the other is still there. */
const patience = 4 * second
/** Two that both think to be at home disturb each other that often within that time: then neither is. */
const most = 5

interface Needs {
  readonly log: Log
  /** Milliseconds from any origin. */
  readonly now?: () => number
  /** From 0 to 1. */
  readonly chance?: () => number
}

export interface Contest {
  /** A poll begins. */
  begins(): void
  /** It was answered. */
  answered(): void
  /** It ended because another poller with the same token began one; how long to wait, in milliseconds. */
  lost(): number
}

/**
 * Two processes were started with one token, and Telegram ends the poll of one whenever the other asks. The second steps back and looks
 * from time to time whether the first is gone; then it takes over.
 */
export const createContest = ({
  log,
  now = () => performance.now(),
  chance = Math.random,
}: Needs): Contest => {
  let since: number | undefined
  let isSettled = false
  let isTold = false
  let losses: readonly number[] = []

  const settle = (): void => {
    isSettled ||= since !== undefined && now() - since >= settling
  }

  return {
    begins: () => {
      since ??= now()
    },
    answered: () => {
      settle()
      if (!isTold) return
      isTold = false
      log.info({}, 'no other poller disturbs us any more')
    },
    lost: () => {
      settle()
      losses = [...losses.filter((at) => now() - at < settling), now()]
      if (losses.length > most) isSettled = false
      if (!isTold)
        log.warn(
          {},
          isSettled
            ? 'another poller has this token: it should step back'
            : 'another poller has this token: stepping back until it is gone',
        )
      isTold = true
      if (isSettled) return soon * (1 + chance())
      since = undefined
      return patience * (1 + chance())
    },
  }
}

import { second } from '../base/clock.ts'

/** How far two clocks that run true part from each other, in milliseconds a millisecond; each is slewed by 500 millionths at most (NTP). */
const drift = 1 / second

/**
 * How another clock stands to ours, `performance.now()`. Each time it is asked, its answer was true somewhere between question and answer:
 * the quickest ones tell it well, and the slow ones do no harm.
 */
export const createOtherClock = () => {
  let [least, most] = [-Infinity, Infinity]
  let known = 0

  return {
    /** It showed `theirs` between `asked` and `answered`, which are ours; milliseconds. */
    note: (theirs: number, asked: number, answered: number): void => {
      const since = Math.max(0, answered - known) * drift
      known = Math.max(known, answered)
      least = Math.max(least - since, theirs - answered)
      most = Math.min(most + since, theirs - asked)
      // It was set.
      if (least > most) [least, most] = [theirs - answered, theirs - asked]
    },
    /** What ours shows at that instant of the other one, give or take {@link doubt}; something must have been noted. */
    ours: (theirs: number): number => theirs - (least + most) / 2,
    /** Milliseconds. */
    doubt: (): number => (most - least) / 2,
  }
}

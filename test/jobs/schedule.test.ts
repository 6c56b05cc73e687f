import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { hour, systemClock } from '../../src/base/clock.ts'
import type { Log } from '../../src/base/log.ts'
import type { Queue } from '../../src/engine/ports.ts'
import { QueueUnavailable } from '../../src/engine/unavailable.ts'
import { startSchedule } from '../../src/jobs/schedule.ts'

/** A queue that is away until it is back. */
const awayQueue = () => {
  const added: string[] = []
  const state = { away: true }
  const queue: Queue = {
    add: async (name) => {
      if (state.away) throw new QueueUnavailable()
      added.push(name)
    },
    work: async () => {},
    ready: async () => {},
    [Symbol.asyncDispose]: async () => {},
  }
  return { queue, added, state }
}

describe('the schedule', () => {
  it(
    'starts without its queue, says so, and makes up for it at the next round',
    { timeout: 20_000 },
    async () => {
      const warned: string[] = []
      const quiet = (): void => {}
      const log: Log = {
        debug: quiet,
        info: quiet,
        warn: (_, words) => void warned.push(words),
        error: quiet,
      }
      const { queue, added, state } = awayQueue()
      const stop = new AbortController()
      onTestFinished(() => stop.abort())
      startSchedule({ queue, names: new Set(['sweep']), clock: systemClock, log }, stop.signal)
      await expect.poll(() => warned).toHaveLength(1)
      state.away = false
      await expect.poll(() => added, { timeout: 15_000, interval: 200 }).toEqual(['sweep'])
    },
  )

  it('adds at once what this house has work for, and nothing else', async () => {
    const quiet = (): void => {}
    const { queue, added, state } = awayQueue()
    state.away = false
    const stop = new AbortController()
    onTestFinished(() => stop.abort())
    const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
    startSchedule({ queue, names: new Set(['import']), clock: systemClock, log }, stop.signal)
    await expect.poll(() => added).toEqual(['import'])
  })

  it('goes on when the clock is set back', { timeout: 30_000 }, async () => {
    const quiet = (): void => {}
    const { queue, added, state } = awayQueue()
    state.away = false
    const stop = new AbortController()
    onTestFinished(() => {
      stop.abort()
      vi.useRealTimers()
    })
    const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
    startSchedule({ queue, names: new Set(['sweep']), clock: systemClock, log }, stop.signal)
    await expect.poll(() => added).toHaveLength(1)
    const [real, now] = [performance.now(), Date.now()]
    vi.useFakeTimers({ toFake: ['Date'] })
    const ticks = setInterval(() => vi.setSystemTime(now - hour + performance.now() - real), 50)
    onTestFinished(() => clearInterval(ticks))
    // At once, and from then on every ten seconds.
    await expect.poll(() => added.length, { timeout: 25_000, interval: 100 }).toBeGreaterThanOrEqual(3)
  })
})

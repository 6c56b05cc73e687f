import { expect, it } from 'vitest'
import { createContest } from '../../../src/platforms/telegram/contest.ts'
import { quietLog } from './bot.ts'

const aContest = (log: string[], clock: { at: number }) =>
  createContest({ log: quietLog(log), now: () => clock.at, chance: () => 0.5 })

it('the second poller steps back, says so once, and takes over when the first is gone', () => {
  const [clock, first, second] = [{ at: 0 }, [] as string[], [] as string[]]
  const [older, newer] = [aContest(first, clock), aContest(second, clock)]
  older.begins()
  clock.at = 20_000
  newer.begins()
  const homeWait = older.lost()
  expect(homeWait).toBeLessThan(1_000)
  clock.at += homeWait
  older.begins()
  const wait = newer.lost()
  expect(wait).toBeGreaterThan(3 * homeWait)
  clock.at += wait
  newer.begins()
  older.lost()
  newer.lost()
  expect(first).toHaveLength(1)
  expect(second).toEqual(['warn another poller has this token: stepping back until it is gone {}'])
  clock.at += wait
  newer.begins()
  clock.at += 50_000
  newer.answered()
  expect(second.at(-1)).toMatch(/^info no other poller/)
  expect(newer.lost()).toBeLessThan(1_000)
})

it('of two that think to be at home, neither is after a while', () => {
  const clock = { at: 0 }
  const one = aContest([], clock)
  one.begins()
  clock.at = 20_000
  const waits = Array.from({ length: 7 }, () => {
    clock.at += 400
    return one.lost()
  })
  expect(waits[0]).toBeLessThan(1_000)
  expect(waits.at(-1)).toBeGreaterThan(3_000)
})

import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { later, systemClock } from '../../src/base/clock.ts'
import { rich } from '../../src/base/rich.ts'
import { kept } from '../../src/engine/letter.ts'
import { compiled } from '../support/compiled.ts'
import { hasServers, openScenery, type Scenery } from './scenery.ts'

const patient = { timeout: 40_000, interval: 50 }

describe.skipIf(!hasServers)('several processes', { timeout: 90_000 }, () => {
  let scenery: Scenery
  beforeAll(async () => {
    const opening = openScenery()
    await Promise.all([opening, compiled()])
    scenery = await opening
  }, 120_000)
  beforeEach(() => scenery.begins())
  afterAll(() => scenery[Symbol.asyncDispose]())

  it('a process dies between writing an answer and carrying it: another carries it within seconds, in its place', async () => {
    const { worker, stage, store } = scenery
    await worker()
    const person = stage.person('Amel')
    await person.says('/start')
    const now = systemClock.now()
    const answer = (words: string) =>
      ({
        to: { platform: 'telegram', key: person.id },
        lane: 'answer',
        body: { is: 'message', message: { text: rich`${words}` } },
        due: later(now, kept),
      }) as const
    await store.outbox.put([answer('un'), answer('deux')], now)
    const said = () => person.seen().flatMap(({ from, text }) => (from === 'bot' ? [text] : []))
    await expect.poll(said, { timeout: 20_000, interval: 50 }).toEqual(['un', 'deux'])
  })

  it('two workers carry a broadcast that is paused, goes on, and is cancelled: each chat hears it once at most', async () => {
    const { worker, bots, store, progress, broadcast, arrives, arrived, ended, count } = scenery
    await worker()
    const second = await bots.start('worker')
    const whole = await broadcast('announcement')
    await arrives(30)
    expect(await store.broadcasts.pause(whole, systemClock.now())).toBe(true)
    // What was under way ends.
    await setTimeout(1_000)
    const before = arrived()
    await setTimeout(1_000)
    expect(arrived()).toBe(before)
    expect(before).toBeLessThan(150)
    expect(await store.broadcasts.resume(whole, systemClock.now())).toBe(true)
    expect(await ended(whole)).toMatchObject({ delivered: 150, left: 0 })
    expect(count()).toEqual({ lost: 0, doubled: 0 })

    const cut = await broadcast('announcement')
    await arrives(180)
    expect(await store.broadcasts.cancel(cut, systemClock.now())).toBe(true)
    const left = async () => (await progress(cut)).left
    await expect.poll(left, patient).toBe(0)
    const { delivered, dropped } = await progress(cut)
    expect(delivered).toBeLessThan(150)
    expect({ all: delivered + dropped, arrived: arrived() }).toEqual({ all: 150, arrived: 150 + delivered })
    await second.ends('SIGKILL')
  })
})

import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import type { Stage } from '../../playground/stage.ts'
import { startDiscord } from '../../playground/discord/index.ts'
import { later, systemClock } from '../../src/base/clock.ts'
import { rich } from '../../src/base/rich.ts'
import { kept } from '../../src/engine/letter.ts'
import { fr } from '../../src/phrases/fr.ts'
import { times } from '../scenes/seeing.ts'
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

  it('a bot is told to stop while it answers: each answer arrives once, the next one hears the rest, and it is gone in time', async () => {
    const { bots, stage, nobodyWorks } = scenery
    await nobodyWorks()
    await using discord = await startDiscord()
    const onBoth = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.url }
    const answered = (who: readonly Actor[]) => who.map((each) => times(each, fr.help.heading))
    const first = await bots.start('all', onBoth)
    const four = (on: Stage) => Array.from({ length: 4 }, () => on.person('Amel'))
    const [onTelegram, onDiscord] = [four(stage), four(discord)]
    const late = stage.person('Max')
    await Promise.all([stage.awake(), discord.awake()])
    stage.misbehave({ what: 'slow', method: 'sendMessage', seconds: 2, times: 4 })
    discord.misbehave({ what: 'slow', method: 'webhooks', seconds: 2, times: 4 })
    const asked = [...onDiscord, ...onTelegram].map((each) => each.asks('aide'))
    const heard = () => discord.ledger().filter(({ method }) => method.includes('/callback')).length
    await expect.poll(heard, patient).toBe(4)
    expect(answered([...onDiscord, ...onTelegram])).toContain(0)
    const ending = first.ends('SIGTERM')
    await setTimeout(100)
    asked.push(late.asks('aide'))
    const { code, ms } = await ending
    expect({ code, inTime: ms < 10_000 }).toEqual({ code: 0, inTime: true })
    await Promise.all(asked)
    // Where nobody tells it again, as on Discord, it is answered before the end.
    expect(answered(onDiscord)).toEqual(onDiscord.map(() => 1))
    expect(first.said()).not.toMatch(/"level":(50|60)|resuming/)
    const second = await bots.start('all', onBoth)
    const all = [...onDiscord, ...onTelegram, late]
    await expect.poll(() => answered(all), patient).toEqual(all.map(() => 1))
    // As if a minute had passed: nobody holds a letter for longer.
    await scenery.holdsEnd(systemClock.now())
    await setTimeout(1_000)
    expect(answered(all)).toEqual(all.map(() => 1))
    expect((await second.ends('SIGTERM')).code).toBe(0)
  })
})

import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDiscord } from '../../playground/discord/index.ts'
import { hour, minute, systemClock } from '../../src/base/clock.ts'
import { doorKey } from '../../src/platforms/discord/keys.ts'
import { compiled } from '../support/compiled.ts'
import { hasServers, mostUnderWay, openScenery, type Scenery } from './scenery.ts'

/*
 * The program in processes of its own, on a Redis and a PostgreSQL of their own; what really arrived is counted by the make-believe
 * Telegram. A worker lives on from story to story, until one ends it: it takes seconds to start.
 */

const patient = { timeout: 40_000, interval: 50 }

if (!hasServers) process.stderr.write('skipped: breakages need a Redis and a PostgreSQL\n')

describe.skipIf(!hasServers)('what breaks', { timeout: 90_000 }, () => {
  let scenery: Scenery
  beforeAll(async () => {
    const opening = openScenery()
    await Promise.all([opening, compiled()])
    scenery = await opening
  }, 120_000)
  beforeEach(() => scenery.begins())
  afterAll(() => scenery[Symbol.asyncDispose]())

  it('a worker is killed: nothing is lost, and only what it had in its hands is doubled', async () => {
    const { worker, arrives, ended, count, broadcast, holdsEnd } = scenery
    const first = await worker()
    const id = await broadcast('reminder')
    await arrives(50)
    await first.ends('SIGKILL')
    await holdsEnd(systemClock.now())
    await worker()
    expect(await ended(id)).toMatchObject({ delivered: 150, gone: 0, uncertain: 0, left: 0 })
    expect(count().lost).toBe(0)
    expect(count().doubled).toBeLessThanOrEqual(mostUnderWay)
  })

  it('a worker is killed: of an announcement nothing is doubled, and its author is asked about the rest', async () => {
    const { worker, arrives, ended, count, broadcast, holdsEnd } = scenery
    const first = await worker()
    const id = await broadcast('announcement')
    await arrives(50)
    await first.ends('SIGKILL')
    await holdsEnd(systemClock.now())
    await worker()
    const { delivered, uncertain } = await ended(id)
    expect(delivered + uncertain).toBe(150)
    expect(uncertain).toBeLessThanOrEqual(mostUnderWay)
    expect(count().doubled).toBe(0)
    expect(count().lost).toBeLessThanOrEqual(uncertain)
  })

  it('a worker is killed that writes on Discord: nothing is lost, and nothing doubled', async () => {
    const { bots, tell, ended, holdsEnd, nobodyWorks } = scenery
    await nobodyWorks()
    await using stage = await startDiscord()
    const onDiscord = { DISCORD_TOKEN: stage.token, DISCORD_API: stage.url }
    const people = Array.from({ length: 60 }, (_, at) => stage.person(`Personne ${at}`))
    const got = () => people.map((each) => each.seen().filter(({ from }) => from === 'bot').length)
    const first = await bots.start('worker', onDiscord)
    const id = await tell(
      people.map(({ id: key }) => ({ account: { platform: 'discord', key }, door: doorKey(key) })),
      'announcement',
    )
    await expect.poll(() => got().filter((many) => many > 0).length, patient).toBeGreaterThan(20)
    await first.ends('SIGKILL')
    await holdsEnd(systemClock.now())
    const second = await bots.start('worker', onDiscord)
    expect(await ended(id)).toMatchObject({ delivered: 60, gone: 0, uncertain: 0, left: 0 })
    expect(new Set(got())).toEqual(new Set([1]))
    await second.ends('SIGKILL')
  })

  it('Redis is emptied, then restarted: nothing is lost or doubled', async () => {
    const { worker, redis, arrives, ended, count, broadcast, emptyRedis } = scenery
    await worker()
    const id = await broadcast('reminder')
    await arrives(20)
    await emptyRedis()
    await arrives(60)
    await redis.stop('SIGKILL')
    await setTimeout(300)
    await redis.again()
    expect(await ended(id)).toMatchObject({ delivered: 150, left: 0 })
    expect(count()).toEqual({ lost: 0, doubled: 0 })
  })

  it('PostgreSQL is restarted: nothing is lost, and only what was under way is doubled', async () => {
    const { worker, postgres, arrives, arrived, ended, count, broadcast, holdsEnd } = scenery
    await worker()
    const id = await broadcast('reminder')
    await arrives(50)
    await postgres.stop('SIGINT')
    // Until the very end letters may have been taken of which nobody was told.
    const stopped = systemClock.now()
    await setTimeout(300)
    await postgres.again()
    await arrives(arrived() + mostUnderWay)
    await holdsEnd(stopped)
    expect(await ended(id)).toMatchObject({ delivered: 150, left: 0 })
    expect(count().lost).toBe(0)
    expect(count().doubled).toBeLessThanOrEqual(mostUnderWay)
  })

  it('the platform answers with errors and web pages, then slowly: all arrives, once', async () => {
    const { worker, stage, arrives, ended, count, broadcast } = scenery
    await worker()
    const id = await broadcast('reminder')
    await arrives(30)
    for (const what of ['error', 'page'] as const) {
      stage.misbehave({ what, method: 'sendMessage', times: Infinity })
      await setTimeout(700)
      stage.behave()
    }
    stage.misbehave({ what: 'slow', method: 'sendMessage', seconds: 1, times: 20 })
    expect(await ended(id)).toMatchObject({ delivered: 150, left: 0 })
    expect(count()).toEqual({ lost: 0, doubled: 0 })
  })

  it('the platform is away for ten minutes: all waits, and arrives once it is back, but what is too late by then', async () => {
    const { stage, broadcast, ended, count, answers, reminds, fateOf, minutePasses } = scenery
    const worker = await scenery.worker()
    const before = worker.said().length
    const person = stage.person('Amel')
    await person.says('/start')
    const said = () => person.seen().flatMap(({ from, text }) => (from === 'bot' ? [text] : []))
    await answers(person, 'avant')
    await expect.poll(said, patient).toEqual(['avant'])
    const tried = (): number => stage.ledger().filter(({ method }) => method !== 'getUpdates').length

    const calm = tried()
    stage.misbehave({ what: 'page', times: Infinity })
    await answers(person, 'un', 'deux', 'trois')
    const [soon, far] = [await reminds(person, 5 * minute), await reminds(person, 3 * hour)]
    const lanes = ['urgent', 'reminder', 'announcement'] as const
    const told = await Promise.all(lanes.map((lane) => broadcast(lane, 30)))
    for (let passed = 0; passed < 10; passed += 1) {
      const sofar = tried()
      await minutePasses(worker)
      await expect.poll(tried, patient).toBeGreaterThan(sofar)
      if (passed !== 4) continue
      stage.behave()
      stage.misbehave({ what: 'cut', times: Infinity })
    }
    // Nobody hammers at a door that is closed.
    expect(tried() - calm).toBeLessThan(100)
    stage.behave()
    await minutePasses(worker)

    const all = await Promise.all(told.map(ended))
    expect(all).toMatchObject(lanes.map(() => ({ gone: 0, dropped: 0, left: 0 })))
    const uncertain = all.reduce((many, each) => many + each.uncertain, 0)
    expect(uncertain).toBeLessThanOrEqual(mostUnderWay)
    expect(count().doubled).toBe(0)
    expect(count().lost).toBeLessThanOrEqual(uncertain)
    await expect.poll(() => fateOf(far), patient).toBe('delivered')
    await expect.poll(() => fateOf(soon), patient).toBe('dropped')
    expect(said().slice(0, 4)).toEqual(['avant', 'un', 'deux', 'trois'])
    expect(said()).toHaveLength(5)
    const figures = await worker.figures()
    expect(figures).toContain(
      'porte_voix_letters_total{platform="telegram",lane="reminder",outcome="dropped"} 1',
    )
    expect(worker.said().slice(before).split('\n').length).toBeLessThan(20)
  })

  it('a process is told to stop: what is under way ends, it is gone in time, and another goes on', async () => {
    const { worker, stage, arrives, ended, count, broadcast } = scenery
    const first = await worker()
    const id = await broadcast('reminder')
    await arrives(30)
    stage.misbehave({ what: 'slow', method: 'sendMessage', seconds: 2, times: 16 })
    await setTimeout(300)
    const { code, ms } = await first.ends('SIGTERM')
    expect({ code, inTime: ms < 10_000 }).toEqual({ code: 0, inTime: true })
    await worker()
    expect(await ended(id)).toMatchObject({ delivered: 150, left: 0 })
    expect(count()).toEqual({ lost: 0, doubled: 0 })
  })

  it('the clock is set an hour forward, and back: nothing is lost, doubled, or late', async () => {
    const { worker, arrives, ended, count, broadcast } = scenery
    const one = await worker()
    const id = await broadcast('reminder')
    for (const [many, ms] of [
      [30, hour],
      [90, -hour],
    ] as const) {
      await arrives(many)
      one.movesClock(ms)
    }
    expect(await ended(id)).toMatchObject({ delivered: 150, left: 0 })
    expect(count()).toEqual({ lost: 0, doubled: 0 })
  })

  it('two bots have one token: one steps back and says so, and takes over when the other is killed while it answers', async () => {
    const { bots, stage, witness, worker, holdsEnd } = scenery
    await worker()
    const answers = (to = witness): number => to.seen().filter(({ from }) => from === 'bot').length
    const polls = (): number => stage.ledger().filter(({ method }) => method === 'getUpdates').length
    const first = await bots.start('bot')
    void witness.says('/aide')
    await expect.poll(answers, patient).toBe(1)
    const before = polls()
    const second = await bots.start('bot')
    const stranger = await bots.start('worker', { TELEGRAM_TOKEN: '77:another' })
    await expect.poll(() => polls() - before, patient).toBeGreaterThan(1)
    await expect.poll(() => first.said() + second.said(), patient).toMatch(/stepping back until it is gone/)
    void witness.says('/aide')
    await expect.poll(answers, patient).toBe(2)
    await expect.poll(() => stranger.lives(), patient).toBe(false)
    expect(stranger.said()).toContain('déjà à un autre bot (telegram)')

    stage.misbehave({ what: 'slow', method: 'sendMessage', seconds: 1, times: 3 })
    const crowd = Array.from({ length: 6 }, (_, at) => stage.person(`Personne ${at}`))
    const answered = () => crowd.map((each) => answers(each))
    for (const each of crowd) void each.says('/aide')
    await expect.poll(() => answered().filter((many) => many > 0).length, patient).toBeGreaterThan(0)
    await first.ends('SIGKILL')
    await holdsEnd(systemClock.now())
    await expect.poll(() => Math.min(...answered()), patient).toBeGreaterThan(0)
    expect(answered().filter((many) => many > 1).length).toBeLessThan(crowd.length)
    expect(Math.max(...answered())).toBeLessThanOrEqual(2)
    expect(second.said()).not.toMatch(/"level":(50|60)/)
  })
})

import { expect, it } from 'vitest'
import { day, hour, later, type Instant } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { sleep } from '../../src/base/sleep.ts'
import type { Platform } from '../../src/chat/index.ts'
import { usual } from '../../src/domain/links/model.ts'
import { createCounting } from '../../src/jobs/crowds.ts'
import { noon, onEachSize, silent, somebody, telegram } from '../store/sizes.ts'

onEachSize('the people in linked chats', (world) => {
  it('are counted once a week, and chats of which nothing is said for now keep nobody waiting', async () => {
    const { store } = world()
    const by = await somebody(store, '42')
    const keys = Array.from({ length: 8 }, (_, at) => `-${at + 1}`)
    for (const key of keys)
      await store.links.put(
        { id: newId.link(), address: telegram(key), title: key, since: noon, settings: usual },
        by,
      )
    const elsewhere = { platform: 'discord', key: '7' }
    const theirs = newId.link()
    await store.links.put({ id: theirs, address: elsewhere, title: '7', since: noon, settings: usual }, by)
    await store.links.counted(theirs, { of: '7', people: 12 }, later(noon, -30 * day))
    let now: Instant = noon
    let asked: string[] = []
    let busy = true
    const platform: Pick<Platform, 'name' | 'crowd'> = {
      name: 'telegram',
      crowd: async (key) => {
        asked.push(key)
        return busy ? 'later' : { of: key, people: 30 }
      },
    }
    const platforms = new Map([['telegram', platform as Platform]])
    const count = createCounting({
      store,
      platforms,
      weather: { isBad: () => false },
      clock: { now: () => now },
      sleep,
      log: silent,
    })
    const rounds = async (many: number) => {
      asked = []
      for (let round = 0; round < many; round += 1) await count()
      return asked.toSorted((one, other) => one.localeCompare(other))
    }
    expect(await rounds(3)).toEqual(keys)
    busy = false
    expect(await rounds(1)).toEqual([])
    now = later(noon, hour + 1)
    expect(await rounds(3)).toEqual(keys)
    now = later(noon, 7 * day)
    expect(await rounds(1)).toEqual([])
    now = later(noon, 7 * day + hour + 2)
    expect(await rounds(3)).toEqual(keys)
    // Another process writes there, and has counted.
    expect(await store.links.uncounted(['discord'], noon, 5)).toMatchObject([
      { id: theirs, crowd: { people: 12 } },
    ])
  })
  it('are asked about later where the platform refuses, is silent, or has a bad day', async () => {
    const { store } = world()
    const by = await somebody(store, '42')
    for (const platform of ['refusing', 'silent', 'cloudy', 'calm'])
      await store.links.put(
        { id: newId.link(), address: { platform, key: '-1' }, title: platform, since: noon, settings: usual },
        by,
      )
    const crowds: Readonly<Record<string, NonNullable<Platform['crowd']>>> = {
      refusing: () => Promise.reject(new Error('a token that nobody knows')),
      silent: () => new Promise(() => {}),
      cloudy: () => Promise.reject(new Error('it should not be asked')),
      calm: async (key) => ({ of: key, people: 30 }),
    }
    const count = createCounting({
      store,
      platforms: new Map(
        Object.entries(crowds).map(([name, crowd]) => [name, { name, crowd } as Platform] as const),
      ),
      weather: { isBad: (platform) => platform === 'cloudy' },
      clock: { now: () => noon },
      sleep,
      log: silent,
    })
    await count()
    expect((await store.links.at({ platform: 'calm', key: '-1' }))?.crowd?.people).toBe(30)
    const due = await store.links.uncounted(Object.keys(crowds), later(noon, hour + 1 - 7 * day), 5)
    expect(due.map(({ title }) => title).toSorted()).toEqual(['cloudy', 'refusing', 'silent'])
  })
})

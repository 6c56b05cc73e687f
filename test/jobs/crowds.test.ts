import { expect, it } from 'vitest'
import { day, hour, later, type Instant } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import type { Platform } from '../../src/chat/index.ts'
import { usual } from '../../src/domain/links/model.ts'
import { createCounting } from '../../src/jobs/crowds.ts'
import { noon, onEachSize, somebody, telegram } from '../store/sizes.ts'

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
    const count = createCounting({ store, platforms, clock: { now: () => now } })
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
})

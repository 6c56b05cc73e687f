import { expect, it } from 'vitest'
import { day, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import { usual } from '../../src/domain/links/model.ts'
import { due, noon, onEachSize, somebody, telegram } from './sizes.ts'

const compare = (one: string, other: string): number => one.localeCompare(other)

onEachSize('the account of an announcement', (world) => {
  it('says what became of its copies when their letters are long forgotten', async () => {
    const { store } = world()
    const author = await somebody(store, '42')
    const [announcement, broadcast] = [newId.announcement(), newId.broadcast()]
    const links = []
    for (const key of ['-1', '-2', '-3']) {
      const link = { id: newId.link(), address: telegram(key), title: key, since: noon, settings: usual }
      links.push((await store.links.put(link, author)).link)
    }
    const text = rich`Bonjour`
    await store.announcements.put({ id: announcement, author, text, stage: 'sent', made: noon })
    const made = links.map(({ id }) => ({ link: id, state: 'sent', broadcast }) as const)
    await store.announcements.relay(announcement, made)
    const audience = { is: 'relays', broadcast } as const
    await store.broadcasts.put(
      broadcast,
      { audience, what: { is: 'text', text }, urgency: 'announcement' },
      noon,
    )
    await store.broadcasts.advance(broadcast, { now: noon, window: 10, most: 10 })
    const [first, second, third] = await due(world(), noon, 10)
    if (!first || !second || !third) throw new Error('there are three letters')
    await store.outbox.close(new Map([[first, { is: 'delivered', ref: '7' }]]), noon)
    await store.outbox.close(new Map([[second, { is: 'gone', why: 'kicked' }]]), noon)
    const fates = async () =>
      (await store.announcements.relays(announcement))
        .map(({ fate, why }) => why ?? fate ?? '')
        .toSorted(compare)
    expect(await fates()).toEqual(['delivered', 'kicked', 'waiting'])
    // A week later, what failed is forgotten; what arrived can still be changed.
    const nextWeek = later(noon, 8 * day)
    expect(await store.outbox.forget(nextWeek, noon)).toBe(1)
    expect(await fates()).toEqual(['delivered', 'kicked', 'waiting'])
    await store.outbox.close(new Map([[third, { is: 'uncertain' }]]), later(noon, day))
    expect(await store.outbox.forget(nextWeek, noon)).toBe(1)
    expect(await fates()).toEqual(['delivered', 'kicked', 'uncertain'])
    expect(await store.broadcasts.edit(broadcast, { is: 'text', text: rich`Bonsoir` }, nextWeek)).toBe(true)
    await store.broadcasts.advance(broadcast, { now: nextWeek, window: 10, most: 10 })
    const [again] = await due(world(), nextWeek, 10)
    const taken = again && (await store.outbox.take(again, nextWeek, nextWeek))
    expect(taken).toMatchObject({ replaces: '7' })
    if (taken) await store.outbox.close(new Map([[taken.id, { is: 'delivered', ref: '7' }]]), nextWeek)
    // Half a year later it cannot, and the account says so.
    const muchLater = later(noon, 200 * day)
    expect(await store.outbox.forget(muchLater, muchLater)).toBe(1)
    expect(await fates()).toEqual(['delivered', 'kicked', 'uncertain'])
    const old = (await store.announcements.relays(announcement)).filter((relay) => relay.old)
    expect(old.map(({ fate }) => fate)).toEqual(['delivered'])
  })
})

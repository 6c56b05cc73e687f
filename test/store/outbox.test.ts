import { describe, expect, it } from 'vitest'
import { later, minute, second } from '../../src/base/clock.ts'
import { newId, type LetterId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import { kept, lanes, type Draft } from '../../src/engine/letter.ts'
import type { Store } from '../../src/engine/ports.ts'
import { clock, due, noon, onEachSize, telegram, timesOver } from './sizes.ts'

const says = (words: string, of: Partial<Draft> = {}): Draft => ({
  to: telegram('42'),
  lane: 'answer',
  body: { is: 'message', message: { text: rich`${words}` } },
  ...of,
})

const soon = later(noon, minute)

const put = async (store: Store, draft: Draft): Promise<LetterId> => {
  const [id] = await store.outbox.put([draft], noon)
  if (id === undefined) throw new Error('nothing was put')
  return id
}

onEachSize('the outbox', (world) => {
  it('gives a letter as it was written', async () => {
    const { store } = world()
    const reader = newId.person()
    const draft = says('Bonjour', { replaces: '12', key: 'card', reader, due: later(noon, -5) })
    const id = await put(store, draft)
    expect(await store.outbox.take(id, noon, soon)).toEqual({ ...draft, id, written: noon, tries: 0 })
  })

  it('gives a letter to one carrier only', async () => {
    const { store } = world()
    const id = await put(store, says('Bonjour'))
    const taken = await timesOver(20, () => store.outbox.take(id, noon, soon))
    expect(taken.filter((letter) => letter !== undefined)).toHaveLength(1)
    expect(await due(world(), noon, 10)).toEqual([])
  })

  it('gives it again when its carrier never came back, and counts that as a try', async () => {
    const { store } = world()
    const id = await put(store, says('Bonjour'))
    await store.outbox.take(id, noon, soon)
    expect(await store.outbox.take(id, later(soon, -1), later(soon, minute))).toBeUndefined()
    expect(await due(world(), soon, 10)).toEqual([id])
    expect(await store.outbox.take(id, soon, later(soon, minute))).toMatchObject({ id, tries: 1 })
  })

  it('lets a letter that waits for its hour be overtaken, and not one that was put off', async () => {
    const { store } = world()
    const tomorrow = await put(store, says('Demain matin', { lane: 'reminder', due: soon }))
    const first = await put(store, says('Maintenant', { lane: 'reminder' }))
    const next = await put(store, says('Ensuite', { lane: 'reminder' }))
    expect(await store.outbox.take(first, noon, later(noon, second))).toMatchObject({ id: first })
    await store.outbox.postpone(first, soon)
    expect(await store.outbox.take(next, noon, later(noon, second))).toBeUndefined()
    await store.outbox.close(new Map([[first, { is: 'uncertain' }]]), noon)
    expect(await store.outbox.take(next, noon, later(noon, second))).toMatchObject({ id: next })
    expect(await due(world(), noon, 10)).toEqual([])
    await store.outbox.close(new Map([[next, { is: 'uncertain' }]]), noon)
    expect(await store.outbox.take(tomorrow, soon, later(soon, second))).toMatchObject({ id: tomorrow })
  })

  it('gives nothing that is closed, not yet due, or unknown', async () => {
    const { store } = world()
    const then = later(noon, second)
    const id = await put(store, says('Plus tard', { due: then }))
    expect(await due(world(), noon, 10)).toEqual([])
    expect(await due(world(), then, 10)).toEqual([id])
    await store.outbox.close(new Map([[id, { is: 'uncertain' }]]), noon)
    expect(await store.outbox.take(id, then, soon)).toBeUndefined()
    expect(await due(world(), then, 10)).toEqual([])
    expect(await store.outbox.take(newId.letter(), noon, soon)).toBeUndefined()
  })

  it('keeps a letter for a while for whoever wrote it, who takes it as if it were due', async () => {
    const { store } = world()
    const id = await put(store, says('Bonjour', { due: later(noon, second) }))
    expect(await due(world(), noon, 10)).toEqual([])
    expect(await store.outbox.take(id, noon, soon)).toMatchObject({ id, due: noon, tries: 0 })
    expect(await store.outbox.take(id, noon, soon)).toBeUndefined()
    await store.outbox.putBack(id)
    expect(await due(world(), noon, 10)).toEqual([id])
  })

  it('keeps the order of answers, though the first one is kept for whoever wrote it', async () => {
    const { store } = world()
    const first = await put(store, says('Bonjour', { due: later(noon, kept) }))
    const next = await put(store, says('Ensuite', { due: later(noon, kept) }))
    const elsewhere = await put(store, says('Ailleurs', { to: telegram('43'), due: later(noon, kept) }))
    expect(await store.outbox.take(next, noon, soon)).toBeUndefined()
    expect(await store.outbox.take(elsewhere, noon, soon)).toMatchObject({ id: elsewhere })
    // Nobody carries the first one, as when the process died that had heard the question.
    expect(await due(world(), later(noon, kept), 1)).toEqual([first])
    await store.outbox.close(new Map([[first, { is: 'uncertain' }]]), noon)
    expect(await store.outbox.take(next, noon, soon)).toMatchObject({ id: next })
  })

  it('keeps no answer for longer, though the clock is set back, and knows since when it waits', async () => {
    const { store } = world()
    const id = await put(store, says('Bonjour', { due: later(noon, kept) }))
    expect(await store.outbox.oldest(later(noon, 1))).toEqual(new Map([['answer', noon]]))
    const before = later(noon, -10 * minute)
    expect(await store.outbox.pressing(before)).toEqual(['telegram'])
    const taking = { platform: 'telegram', now: before, until: noon, most: 9 }
    expect(await store.outbox.takeNext({ ...taking, from: 'answer', to: 'answer' })).toMatchObject([{ id }])
  })

  it('a postponed letter waits, and one more try is counted', async () => {
    const { store } = world()
    const id = await put(store, says('Bonjour'))
    await store.outbox.take(id, noon, soon)
    const again = later(noon, 5 * second)
    await store.outbox.postpone(id, again)
    expect(await store.outbox.take(id, later(again, -1), soon)).toBeUndefined()
    expect(await store.outbox.take(id, again, soon)).toMatchObject({ tries: 1, due: again })
  })

  it('lists the most pressing lane first, and each lane in the order it was written', async () => {
    const { store } = world()
    const drafts = lanes.toReversed().flatMap((lane) => [says('1', { lane }), says('2', { lane })])
    const ids = await store.outbox.put(drafts, noon)
    const expected = lanes.flatMap((lane) => ids.filter((_, at) => drafts[at]?.lane === lane))
    expect(await due(world(), noon, 100)).toEqual(expected)
    expect(await due(world(), noon, 3)).toEqual(expected.slice(0, 3))
  })

  it('takes thousands at once, in their order', async () => {
    const { store } = world()
    const ids = await store.outbox.put(
      Array.from({ length: 2_500 }, (_, at) => says(String(at), { lane: 'announcement' })),
      noon,
    )
    expect(await due(world(), noon, 3_000)).toEqual(ids)
    expect(await store.outbox.put([], noon)).toEqual([])
  })

  describe('letters of one key', () => {
    it('the newer takes the place of the one that waits', async () => {
      const { store } = world()
      const first = await put(store, says('vieux', { key: 'card' }))
      const between = await put(store, says('autre'))
      const newer = await put(store, says('neuf', { key: 'card' }))
      expect(await store.outbox.take(first, noon, soon)).toBeUndefined()
      expect(await due(world(), noon, 10)).toEqual([newer, between])
      expect((await store.outbox.take(newer, noon, soon))?.body).toEqual(says('neuf').body)
    })

    it('written together leave only the last', async () => {
      const { store } = world()
      const ids = await store.outbox.put(
        [says('vieux', { key: 'card' }), says('neuf', { key: 'card' }), says('autre')],
        noon,
      )
      expect(ids).toHaveLength(2)
      expect(await due(world(), noon, 10)).toEqual(ids)
    })

    it('written at once by many leave one', async () => {
      const { store } = world()
      await timesOver(10, (at) => put(store, says(String(at), { key: 'card' })))
      expect(await due(world(), noon, 10)).toHaveLength(1)
    })

    it('the newer follows the one that is being carried', async () => {
      const { store } = world()
      const old = await put(store, says('vieux', { key: 'card' }))
      await store.outbox.take(old, noon, soon)
      const fresh = await put(store, says('neuf', { key: 'card' }))
      await store.outbox.close(new Map([[old, { is: 'delivered', ref: '1' }]]), noon)
      expect(await due(world(), noon, 10)).toEqual([fresh])
    })

    it('the older is dropped when it is postponed while the newer waits', async () => {
      const { store } = world()
      const old = await put(store, says('vieux', { key: 'card' }))
      await store.outbox.take(old, noon, soon)
      const fresh = await put(store, says('neuf', { key: 'card' }))
      await store.outbox.postpone(old, noon)
      expect(await store.outbox.take(old, noon, soon)).toBeUndefined()
      expect(await due(world(), noon, 10)).toEqual([fresh])
    })

    it('the older is dropped when its carrier never came back while the newer waits', async () => {
      const { store } = world()
      const old = await put(store, says('vieux', { key: 'card' }))
      await store.outbox.take(old, noon, soon)
      const fresh = await put(store, says('neuf', { key: 'card' }))
      expect(await store.outbox.take(old, soon, later(soon, minute))).toBeUndefined()
      expect(await due(world(), soon, 10)).toEqual([fresh])
    })

    it('a letter that is closed makes room for the next of its key', async () => {
      const { store } = world()
      await store.outbox.close(
        new Map([[await put(store, says('vieux', { key: 'card' })), { is: 'dropped' }]]),
        noon,
      )
      const fresh = await put(store, says('neuf', { key: 'card' }))
      expect(await due(world(), noon, 10)).toEqual([fresh])
    })
  })

  it('remembers how a letter ended, once, and no longer what it said once it has arrived', async () => {
    const { store, database } = world()
    const fates = [
      { is: 'delivered', ref: '77' },
      { is: 'gone', why: 'blocked' },
      { is: 'uncertain' },
      { is: 'dropped' },
    ] as const
    for (const fate of fates) {
      const id = await put(store, says('Bonjour'))
      await store.outbox.close(new Map([[id, fate]]), noon)
      await store.outbox.close(new Map([[id, { is: 'gone', why: 'kicked' }]]), later(noon, 1))
    }
    const { rows } = await database.sql.ask(
      `select fate, why, sealed_ref is not null as named, sealed_content is null as silent
       from porte_voix.letters order by turn`,
    )
    expect(rows).toEqual([
      { fate: 'delivered', why: null, named: true, silent: true },
      { fate: 'gone', why: 'blocked', named: false, silent: false },
      { fate: 'uncertain', why: null, named: false, silent: false },
      { fate: 'dropped', why: null, named: false, silent: true },
    ])
  })

  it('forgets letters closed long ago, and no other', async () => {
    const { store } = world()
    const open = await put(store, says('ouverte'))
    await store.outbox.close(
      new Map([[await put(store, says('vieille')), { is: 'dropped' }]]),
      later(noon, -minute),
    )
    await store.outbox.close(new Map([[await put(store, says('récente')), { is: 'dropped' }]]), noon)
    expect(await store.outbox.forget(clock.now(), clock.now())).toBe(1)
    expect(await store.outbox.forget(clock.now(), clock.now())).toBe(0)
    expect(await due(world(), noon, 10)).toEqual([open])
  })
})

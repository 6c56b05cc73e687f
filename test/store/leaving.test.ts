import { describe, expect, it } from 'vitest'
import { hour, later, minute, second } from '../../src/base/clock.ts'
import { rich } from '../../src/base/rich.ts'
import { lanes, type Draft, type Lane } from '../../src/engine/letter.ts'
import type { Store } from '../../src/engine/ports.ts'
import { due, noon, onEachSize, somebody, telegram, timesOver } from './sizes.ts'
import { anAction } from './makings.ts'

const to = (key: string, lane: Lane = 'announcement', of: Partial<Draft> = {}): Draft => ({
  to: telegram(key),
  lane,
  body: { is: 'message', message: { text: rich`${key}` } },
  ...of,
})

const soon = later(noon, minute)

const next = (store: Store, most: number, from: Lane = 'answer', last: Lane = 'refresh', now = noon) =>
  store.outbox.takeNext({ platform: 'telegram', now, until: later(now, minute), most, from, to: last })

onEachSize('letters leave', (world) => {
  it('by lanes, and in each as they were written', async () => {
    const { store } = world()
    const drafts = lanes.toReversed().flatMap((lane) => [to(`${lane} 1`, lane), to(`${lane} 2`, lane)])
    await store.outbox.put(drafts, noon)
    const taken = await next(store, 100)
    expect(taken.map((letter) => letter.to.key)).toEqual(lanes.flatMap((lane) => [`${lane} 1`, `${lane} 2`]))
  })

  it('only those of the lanes and the platform that are asked for', async () => {
    const { store } = world()
    await store.outbox.put(
      [...lanes.map((lane) => to(lane, lane)), { ...to('x'), to: { platform: 'discord', key: 'x' } }],
      noon,
    )
    const taken = await next(store, 100, 'reminder', 'announcement')
    expect(taken.map(({ lane }) => lane)).toEqual(['reminder', 'announcement'])
  })

  it('each to one pump, however many there are', async () => {
    const { store } = world()
    await store.outbox.put(
      Array.from({ length: 60 }, (_, n) => to(String(n))),
      noon,
    )
    const taken = (await timesOver(8, () => next(store, 10))).flat()
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length)
    const rest = await next(store, 100)
    expect(taken.length + rest.length).toBe(60)
  })

  it('to one chat one after another, while other chats go on', async () => {
    const { store } = world()
    const [first, second_] = await store.outbox.put([to('a'), to('a'), to('b')], noon)
    if (!first || !second_) throw new Error('nothing was put')
    expect((await next(store, 10)).map((letter) => letter.to.key)).toEqual(['a', 'b'])
    expect(await next(store, 10)).toEqual([])
    expect(await store.outbox.take(second_, noon, soon)).toBeUndefined()
    await store.outbox.postpone(first, later(noon, second))
    expect(await next(store, 10)).toEqual([])
    await store.outbox.close(new Map([[first, { is: 'delivered', ref: '1' }]]), noon)
    expect((await next(store, 10)).map(({ id }) => id)).toEqual([second_])
  })

  it('and say when the next one is due', async () => {
    const { store } = world()
    expect(await store.outbox.next('telegram')).toBeUndefined()
    await store.outbox.put(
      [to('a', 'answer', { due: soon }), to('b', 'answer', { due: later(soon, 1) })],
      noon,
    )
    expect(await store.outbox.next('telegram')).toBe(soon)
    expect(await store.outbox.next('discord')).toBeUndefined()
    await next(store, 1, 'answer', 'answer', soon)
    expect(await store.outbox.next('telegram')).toBe(later(soon, 1))
  })

  it('put back are no more doubtful than before, and count no try', async () => {
    const { store } = world()
    await store.outbox.put([to('a')], noon)
    const [letter] = await next(store, 1)
    if (!letter) throw new Error('nothing was taken')
    await store.outbox.putBack(letter.id, later(noon, second))
    expect(await next(store, 1)).toEqual([])
    const [again] = await next(store, 1, 'answer', 'refresh', later(noon, second))
    expect(again).toMatchObject({ id: letter.id, tries: 0 })
    expect(again?.doubtful).toBeUndefined()
  })

  it('put back at once are due as before, whatever the clock says then', async () => {
    const { store } = world()
    const anHourAhead = later(noon, hour)
    await store.outbox.put([to('a')], anHourAhead)
    const [letter] = await next(store, 1, 'answer', 'refresh', anHourAhead)
    if (!letter) throw new Error('nothing was taken')
    await store.outbox.putBack(letter.id)
    // Somebody sets the clock right.
    expect(await store.outbox.next('telegram')).toBeLessThanOrEqual(noon)
    const [again] = await next(store, 1)
    expect(again).toMatchObject({ id: letter.id, tries: 0 })
    expect(again?.doubtful).toBeUndefined()
  })

  it('put off for very long are tried before: the clock may have been set back', async () => {
    const { store } = world()
    const anHourAhead = later(noon, hour)
    for (const [key, until, taken] of [
      ['a', later(noon, 10 * minute), false],
      ['b', later(anHourAhead, second), true],
    ] as const) {
      await store.outbox.put([to(key)], noon)
      const [letter] = await next(store, 1)
      if (!letter) throw new Error('nothing was taken')
      await store.outbox.postpone(letter.id, until)
      expect((await next(store, 1)).map(({ id }) => id)).toEqual(taken ? [letter.id] : [])
    }
  })

  it('doubtful when whoever carried them never came back', async () => {
    const { store } = world()
    await store.outbox.put([to('a')], noon)
    await next(store, 1)
    const [again] = await next(store, 1, 'answer', 'refresh', soon)
    expect(again).toMatchObject({ tries: 1, doubtful: true })
  })

  it('although their card changes all the time: a newer one is due no later than the one it replaces', async () => {
    const { store } = world()
    for (let n = 0; n < 5; n += 1)
      await store.outbox.put(
        [to('a', 'refresh', { key: 'card', due: later(noon, (n + 1) * second) })],
        later(noon, n * second),
      )
    expect(await store.outbox.next('telegram')).toBeLessThanOrEqual(later(noon, second))
    expect(await next(store, 1, 'answer', 'refresh', later(noon, second))).toHaveLength(1)
  })

  it('except those that are out of date, which make room for what waited behind them', async () => {
    const { store } = world()
    await store.outbox.put([to('a', 'refresh', { key: 'card' })], noon)
    const [old] = await next(store, 1)
    await store.outbox.put([to('a', 'refresh', { key: 'card' })], noon)
    if (!old) throw new Error('nothing was taken')
    await store.outbox.postpone(old.id, noon)
    const taken = await next(store, 5)
    expect(taken).toHaveLength(1)
    expect(taken[0]?.id).not.toBe(old.id)
  })

  describe('when a chat is closed or moves', () => {
    it('nothing but answers waits for it any more', async () => {
      const { store } = world()
      await store.outbox.put([to('a'), to('a', 'refresh'), to('a', 'answer'), to('b')], noon)
      expect(await store.outbox.abandon(telegram('a'), 'kicked', noon)).toBe(2)
      expect(await due(world(), noon, 10)).toHaveLength(2)
    })

    it('somebody who closed their door sees no card change, until they come back', async () => {
      const { store } = world()
      const person = await somebody(store, '42')
      const { id } = await store.actions.keepImported(anAction(), noon)
      await store.copies.add(id, { to: telegram('42'), ref: '1', reader: person }, noon)
      expect(await store.people.closed(telegram('nobody'))).toBe(false)
      expect(await store.people.closed(telegram('42'))).toBe(true)
      expect(await store.copies.of(id)).toEqual([])
      await store.people.reachable(telegram('42'), true)
      expect(await store.copies.of(id)).toHaveLength(1)
    })

    it('what waits and what was delivered follow it', async () => {
      const { store } = world()
      const { id } = await store.actions.keepImported(anAction(), noon)
      await store.copies.add(id, { to: telegram('-1'), ref: '7' }, noon)
      await store.outbox.put([to('-1'), to('-2')], noon)
      await store.outbox.move(telegram('-1'), '-1001')
      await store.copies.move(telegram('-1'), '-1001')
      expect(await store.copies.of(id)).toEqual([{ to: telegram('-1001'), ref: '7' }])
      expect((await next(store, 5)).map((letter) => letter.to.key)).toEqual(['-1001', '-2'])
      await store.copies.leave(telegram('-1001'))
      expect(await store.copies.of(id)).toEqual([])
    })
  })
})

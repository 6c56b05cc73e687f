import { assert, asyncProperty, jsonValue } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { anAction } from './makings.ts'
import { noon, onEachSize, somebody, telegram, timesOver } from './sizes.ts'

onEachSize('the store', (world) => {
  describe('an update', () => {
    it('is new once, however often and wherever it is told', async () => {
      const { store } = world()
      const told = await timesOver(10, () => store.inbox.first('telegram', '900', noon))
      expect(told.filter(Boolean)).toHaveLength(1)
      expect(await store.inbox.first('discord', '900', noon)).toBe(true)
      expect(await store.inbox.first('telegram', '901', noon)).toBe(true)
    })

    it('whose handling failed is new again', async () => {
      const { store } = world()
      const failing = store.transaction(async (within) => {
        await within.inbox.first('telegram', '900', noon)
        throw new Error('on purpose')
      })
      await expect(failing).rejects.toThrow('on purpose')
      expect(await store.inbox.first('telegram', '900', noon)).toBe(true)
    })

    it('is forgotten after a while', async () => {
      const { store } = world()
      await store.inbox.first('telegram', '900', later(noon, -day))
      await store.inbox.first('telegram', '901', noon)
      expect(await store.inbox.forget(noon)).toBe(1)
      expect(await store.inbox.first('telegram', '900', noon)).toBe(true)
      expect(await store.inbox.first('telegram', '901', noon)).toBe(false)
    })
  })

  it('keeps all that a transaction did, or nothing of it', async () => {
    const { store } = world()
    const kept = await store.transaction(async (within) => {
      const id = await within.people.keep(newId.person(), telegram('42'), '42')
      await within.people.rename(id, 'Ada')
      return id
    })
    expect(await store.people.byAccount(telegram('42'))).toEqual({ id: kept, name: 'Ada' })
    const failing = store.transaction(async (within) => {
      await within.people.erase(kept)
      await somebody({ ...store, people: within.people }, '43')
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await store.people.byAccount(telegram('42'))).toEqual({ id: kept, name: 'Ada' })
    expect(await store.people.byAccount(telegram('43'))).toBeUndefined()
  })

  it('lets many transactions wait for each other, and timers run meanwhile', async () => {
    const { store } = world()
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 1)
    await timesOver(50, (at) =>
      store.transaction(async (within) => {
        await within.inbox.first('telegram', String(at), noon)
        await within.people.byAccount(telegram(String(at)))
      }),
    )
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(5)
  })

  describe('a dialogue', () => {
    const dialogue = { route: 'name:1', answers: { name: 'Zoé <b>' }, asking: 'age' }

    it('goes on where it was, one for each account', async () => {
      const { store } = world()
      await store.dialogues.put(telegram('42'), { ...dialogue, asking: 'name' }, later(noon, 10))
      await store.dialogues.put(telegram('42'), dialogue, later(noon, 20))
      expect(await store.dialogues.get(telegram('42'), later(noon, 19))).toEqual(dialogue)
      expect(await store.dialogues.get({ platform: 'discord', key: '42' }, noon)).toBeUndefined()
    })

    it('ends when it is left, and by itself after its time', async () => {
      const { store } = world()
      await store.dialogues.put(telegram('42'), dialogue, later(noon, 20))
      expect(await store.dialogues.get(telegram('42'), later(noon, 20))).toBeUndefined()
      expect(await store.dialogues.end(telegram('42'))).toBe(true)
      expect(await store.dialogues.end(telegram('42'))).toBe(false)
      await store.dialogues.put(telegram('42'), dialogue, noon)
      await store.dialogues.put(telegram('43'), dialogue, later(noon, 1))
      expect(await store.dialogues.forget(noon)).toBe(1)
      expect(await store.dialogues.get(telegram('43'), noon)).toEqual(dialogue)
    })
  })

  it('copies of a card are found by their action, once each, until they are gone', async () => {
    const { store } = world()
    const { id: action } = await store.actions.keepImported(anAction(), noon)
    const { id: other } = await store.actions.keepImported(anAction({ sourceId: 'a2' }), noon)
    const first = { to: telegram('-100'), ref: '7' }
    const second = { to: telegram('42'), ref: '7', reader: await somebody(store, '42') }
    await store.copies.add(action, first, noon)
    await store.copies.add(action, second, later(noon, 1))
    await store.copies.add(action, first, noon)
    expect(await store.copies.of(action)).toEqual([first, second])
    // The same message now shows another action.
    await store.copies.add(other, first, noon)
    expect(await store.copies.of(action)).toEqual([second])
    await store.copies.remove({ to: telegram('42'), ref: '8' })
    await store.copies.remove(second)
    expect(await store.copies.of(action)).toEqual([])
  })

  it('an import finds what it saved, whatever JSON it is', async () => {
    const { store } = world()
    expect(await store.imports.load('cursor')).toBeUndefined()
    await assert(
      asyncProperty(jsonValue(), async (value) => {
        await store.imports.save('cursor', value)
        expect(await store.imports.load('cursor')).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 30 },
    )
  })

  it('says when it is ready', async () => {
    await expect(world().store.ready()).resolves.toBeUndefined()
  })
})

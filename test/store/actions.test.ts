import { describe, expect, it } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import type { ActionFound, Answer, ImportedAction } from '../../src/domain/actions/model.ts'
import type { Search } from '../../src/domain/actions/ports.ts'
import type { Store } from '../../src/engine/ports.ts'
import { aGroup, anAction, bagnolet, department, lille, montreuil } from './makings.ts'
import { noon, onEachSize, somebody, timesOver } from './sizes.ts'

const page = { skip: 0, take: 100 }
const names = (found: readonly ActionFound[]) => found.map(({ action }) => action.name)

const keep = (store: Store, name: string, of: Partial<ImportedAction> = {}) =>
  store.actions.keepImported(anAction({ sourceId: name, name, ...of }), noon)

const inHours = (start: number, end: number) => ({
  start: later(noon, start * hour),
  end: later(noon, end * hour),
})

const search = async (store: Store, of: Partial<Search>): Promise<readonly string[]> =>
  names(await store.actions.search({ from: noon, page, ...of }))

onEachSize('actions', (world) => {
  it('an imported action is kept whole, with the groups that are known', async () => {
    const { store } = world()
    const organisers = [
      { sourceId: 'unknown', name: 'Ailleurs' },
      { sourceId: 'g1', name: 'Montreuil insoumise' },
    ]
    const { id } = await store.actions.keepImported(anAction({ organisers }), noon)
    const { source: _, sourceId: __, ...shown } = anAction()
    const by = (group: object) => ({ ...shown, id, revision: 1, organisers: [{ name: 'Ailleurs' }, group] })
    expect(await store.actions.bySource('made-up', 'a1')).toEqual(by({ name: 'Montreuil insoumise' }))

    // The group comes later than its action.
    const group = await store.groups.keepImported(aGroup(), noon)
    expect((await store.actions.found(id))?.action).toEqual(by({ id: group.id, name: 'Montreuil insoumise' }))
    expect(await store.actions.bySource('action-populaire', 'a1')).toBeUndefined()
    expect(await store.actions.found(newId.action())).toBeUndefined()
  })

  it('every change that a reader sees moves the revision, and nothing else does', async () => {
    const { store } = world()
    const { id } = await keep(store, 'a')
    const revision = async () => (await store.actions.found(id))?.action.revision
    expect(await keep(store, 'a')).toEqual({ id, was: 'same' })
    expect(await revision()).toBe(1)
    expect(await keep(store, 'a', { venue: { online: 'https://visio.example' } })).toEqual({
      id,
      was: 'changed',
    })
    expect(await revision()).toBe(2)
    expect(await keep(store, 'a', { organisers: [] })).toEqual({ id, was: 'changed' })
    expect((await store.actions.found(id))?.action.organisers).toEqual([])
    expect(await revision()).toBe(3)
    await store.actions.setState(id, 'withdrawn', noon)
    await store.actions.setState(id, 'withdrawn', noon)
    expect(await revision()).toBe(4)
    expect((await store.actions.found(id))?.action.state).toBe('withdrawn')
  })

  it('an action that its source shows again is back, and that is a change', async () => {
    const { store } = world()
    const { id } = await keep(store, 'a')
    await store.actions.setState(id, 'withdrawn', noon)
    expect(await keep(store, 'a')).toEqual({ id, was: 'changed' })
    expect((await store.actions.found(id))?.action.state).toBe('planned')
  })

  it('two imports of the same action at once keep one', async () => {
    const { store } = world()
    const kept = await timesOver(10, () => keep(store, 'a'))
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1)
    expect((await store.actions.found(kept[0]?.id ?? newId.action()))?.action.organisers).toHaveLength(1)
  })

  describe('a search', () => {
    it('shows what is not over at its beginning and begins before its end, the soonest first', async () => {
      const { store } = world()
      await keep(store, 'over', inHours(-3, 0))
      await keep(store, 'tomorrow', inHours(24, 26))
      await keep(store, 'under way', inHours(-1, 1))
      await keep(store, 'soon', inHours(2, 3))
      expect(await search(store, {})).toEqual(['under way', 'soon', 'tomorrow'])
      expect(await search(store, { to: later(noon, 24 * hour) })).toEqual(['under way', 'soon'])
      expect(await search(store, { page: { skip: 1, take: 1 } })).toEqual(['soon'])
    })

    it('leaves out what was cancelled or withdrawn', async () => {
      const { store } = world()
      const { id } = await keep(store, 'hidden')
      await store.actions.setState(id, 'withdrawn', noon)
      await keep(store, 'cancelled', { state: 'cancelled' })
      expect(await search(store, {})).toEqual([])
    })

    it('keeps to a kind, to a department, to the surroundings of a place', async () => {
      const { store } = world()
      await keep(store, 'here', { kind: 'collage' })
      await keep(store, 'next door', { venue: { point: bagnolet } })
      await keep(store, 'far', { venue: { point: lille }, department: department('59') })
      await keep(store, 'on a screen', { venue: { online: 'https://visio.example' } })
      expect(await search(store, { kind: 'collage' })).toEqual(['here'])
      expect(await search(store, { department: department('59') })).toEqual(['far'])
      expect(await search(store, { near: { point: montreuil, within: 5_000 } })).toEqual(
        expect.arrayContaining(['here', 'next door']),
      )
      const [found] = await store.actions.search({ from: noon, page, near: { point: lille, within: 10 } })
      expect(found?.metres).toBeCloseTo(0)
    })

    it('keeps to the groups of a person, each action once', async () => {
      const { store } = world()
      const person = await somebody(store, '42')
      const groups = await Promise.all(
        ['g1', 'g2'].map((sourceId) => store.groups.keepImported(aGroup({ sourceId }), noon)),
      )
      for (const { id } of groups) await store.groups.join(person, id, noon)
      const both = ['g1', 'g2'].map((sourceId) => ({ sourceId, name: sourceId }))
      await keep(store, 'ours', { organisers: both })
      await keep(store, 'theirs', { organisers: [{ sourceId: 'g3', name: 'g3' }] })
      expect(await search(store, { groupsOf: person })).toEqual(['ours'])
    })
  })

  describe('answers', () => {
    it('the last one stands, and the counts follow', async () => {
      const { store } = world()
      const { id } = await keep(store, 'a')
      const person = await somebody(store, '42')
      const says = (answer: Answer) => store.actions.answer(person, id, answer, noon)
      expect(await says('yes')).toMatchObject({ counts: { yes: 1, maybe: 0, no: 0 } })
      expect(await says('yes')).toMatchObject({
        changed: false,
        was: 'yes',
        counts: { yes: 1, maybe: 0, no: 0 },
      })
      expect(await says('maybe')).toMatchObject({ was: 'yes', counts: { yes: 0, maybe: 1, no: 0 } })
      const found = await store.actions.found(id, person)
      expect(found?.answer).toBe('maybe')
      expect(found?.counts).toEqual({ yes: 0, maybe: 1, no: 0 })
      expect((await store.actions.found(id))?.answer).toBeUndefined()
    })

    it('of two hundred people at once are all counted', async () => {
      const { store } = world()
      const { id } = await keep(store, 'a')
      const crowd = await timesOver(200, (at) => somebody(store, String(at)))
      await Promise.all(
        crowd.map((person, at) => store.actions.answer(person, id, at % 4 === 0 ? 'maybe' : 'yes', noon)),
      )
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 150, maybe: 50, no: 0 })
    })

    it('of one person who taps every button at once are one answer', async () => {
      const { store } = world()
      const { id } = await keep(store, 'a')
      const person = await somebody(store, '42')
      const taps = ['yes', 'maybe', 'no', 'yes', 'no', 'maybe'] as const
      await Promise.all(taps.map((answer) => store.actions.answer(person, id, answer, noon)))
      const found = await store.actions.found(id, person)
      expect(found?.counts).toEqual({ yes: 0, maybe: 0, no: 0, [found?.answer ?? 'none']: 1 })
    })

    it('to nothing, or of nobody, are refused', async () => {
      const { store } = world()
      const person = await somebody(store, '42')
      await expect(store.actions.answer(person, newId.action(), 'yes', noon)).rejects.toThrow(
        /No answer noted/,
      )
      const { id } = await keep(store, 'a')
      await expect(store.actions.answer(newId.person(), id, 'yes', noon)).rejects.toThrow(/No answer noted/)
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 0, no: 0 })
    })

    it('make an agenda: what is not over, cancelled or not, the soonest first', async () => {
      const { store } = world()
      const person = await somebody(store, '42')
      const other = await somebody(store, '43')
      const late = await keep(store, 'late', inHours(30, 31))
      const soon = await keep(store, 'soon', inHours(2, 3))
      const over = await keep(store, 'over', inHours(-3, -1))
      for (const { id } of [late, soon, over]) await store.actions.answer(person, id, 'no', noon)
      await store.actions.answer(other, soon.id, 'yes', noon)
      await store.actions.setState(soon.id, 'cancelled', noon)
      const agenda = await store.actions.answeredBy(person, noon)
      expect(names(agenda)).toEqual(['soon', 'late'])
      expect(agenda[0]).toMatchObject({ answer: 'no', counts: { yes: 1, maybe: 0, no: 1 } })
      expect(await store.actions.answeredBy(person, later(noon, 3 * day))).toEqual([])
    })
  })
})

import { expect, it } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import { newId, type ActionId, type PersonId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import type { Store } from '../../src/engine/ports.ts'
import { aGroup, anAction } from './makings.ts'
import { noon, onEachSize, somebody, timesOver } from './sizes.ts'

const tomorrow = later(noon, day)

const anActionOf = async (store: Store, sourceId: string, inDays: number): Promise<ActionId> => {
  const start = later(noon, inDays * day)
  const { id } = await store.actions.keepImported(
    anAction({ sourceId, start, end: later(start, 2 * hour) }),
    noon,
  )
  return id
}

onEachSize('time', (world) => {
  const rowsIn = async (table: string): Promise<number> => {
    const { rows } = await world().database.sql.ask(`select count(*)::int as n from porte_voix.${table}`, [])
    return Number(rows[0]?.['n'])
  }

  it('takes away who came to what, and leaves how many they were', async () => {
    const { store } = world()
    const [ana, ben] = [await somebody(store, '42'), await somebody(store, '43')]
    const [past, next] = [await anActionOf(store, 'past', 1), await anActionOf(store, 'next', 3)]
    for (const action of [past, next]) {
      await store.actions.answer(ana, action, 'yes', noon, { guests: 2, note: 'J’apporte la sono' })
      await store.actions.answer(ben, action, 'maybe', noon)
      await store.reminders.owe(ana, action, [{ kind: 'eve', due: noon }])
      await store.needs.add(action, [{ words: 'colle', wanted: 1 }])
      const [need] = await store.needs.of(action)
      if (need) await store.needs.take(need.id, ana, noon)
      await store.plans.nameHelper(action, ana, noon)
    }
    expect(await store.keeping.answers(later(noon, 2 * day))).toBe(2)
    expect(await store.keeping.answers(later(noon, 2 * day))).toBe(0)
    expect((await store.actions.found(past))?.counts).toEqual({ yes: 3, maybe: 1, no: 0 })
    expect(await store.answers.comers(past, { skip: 0, take: 9 })).toEqual([])
    expect(await store.answers.comers(next, { skip: 0, take: 9 })).toHaveLength(2)
    for (const table of ['answers', 'notes', 'reminders', 'takers', 'helpers'])
      expect([table, await rowsIn(table)]).toEqual([table, table === 'answers' ? 2 : 1])
    // Whoever goes afterwards takes nothing more out of the counts.
    await store.people.erase(ana)
    expect((await store.actions.found(past))?.counts).toEqual({ yes: 3, maybe: 1, no: 0 })
    expect((await store.actions.found(next))?.counts).toEqual({ yes: 0, maybe: 1, no: 0 })
  })

  it('takes away people of whom nothing is left but an account and settings, and no others', async () => {
    const { store } = world()
    const names = ['gone', 'answers', 'member', 'animates', 'reads'] as const
    const people = new Map<(typeof names)[number], PersonId>()
    for (const name of names) people.set(name, await somebody(store, name))
    const of = (name: (typeof names)[number]): PersonId => {
      const found = people.get(name)
      if (!found) throw new Error(name)
      return found
    }
    const { id: group } = await store.groups.keepImported(aGroup(), noon)
    await store.people.rename(of('gone'), 'Ada')
    await store.actions.answer(of('answers'), await anActionOf(store, 'next', 3), 'no', noon)
    await store.groups.join(of('member'), group, noon)
    await store.roles.grant({ person: of('animates'), group, role: 'animator', since: noon }, 2)
    await store.people.week(of('reads'), 1)
    expect(await store.keeping.people(noon)).toBe(0)
    expect(await store.keeping.people(tomorrow)).toBe(1)
    expect(await store.keeping.people(tomorrow)).toBe(0)
    expect(await store.people.kept(of('gone'))).toBeUndefined()
    expect(await rowsIn('people')).toBe(4)
    expect(await rowsIn('accounts')).toBe(4)
  })

  it('lets stay whoever comes back at that moment', async () => {
    const { store } = world()
    const action = await anActionOf(store, 'next', 3)
    const people = await timesOver(10, (at) => somebody(store, `back ${at}`))
    const answers = people.map(async (person) => {
      try {
        await store.actions.answer(person, action, 'yes', noon)
        return 1
      } catch (error) {
        expect(String(error)).toMatch(/No answer noted/)
        return 0
      }
    })
    const gone = store.keeping.people(tomorrow)
    const answered = (await Promise.all(answers)).reduce<number>((sum, each) => sum + each, 0)
    expect((await gone) + answered).toBe(10)
    expect((await store.actions.found(action))?.counts.yes).toBe(answered)
  })

  it('takes away what was announced and done long ago', async () => {
    const { store } = world()
    const author = await somebody(store, '42')
    const [old, planned] = [newId.announcement(), newId.announcement()]
    await store.announcements.put({ id: old, author, text: rich`Bonjour`, stage: 'sent', made: noon })
    await store.announcements.put({
      id: planned,
      author,
      text: rich`À lundi`,
      stage: 'holding',
      made: noon,
      due: noon,
    })
    const doing = { is: 'accepted', role: 'coordination' } as const
    await store.journal.add({ at: noon, by: author, where: 'everywhere', doing })
    await store.journal.add({ at: tomorrow, by: author, where: 'everywhere', doing })
    expect(await store.keeping.announcements(noon)).toBe(0)
    expect(await store.keeping.announcements(tomorrow)).toBe(1)
    expect(await store.announcements.byId(old)).toBeUndefined()
    expect(await store.announcements.byId(planned)).toBeDefined()
    expect(await store.keeping.journal(tomorrow)).toBe(1)
    expect(await store.journal.read('everywhere', 0, 9)).toHaveLength(1)
  })
})

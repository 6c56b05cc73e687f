import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/base/ids.ts'
import { day, later } from '../../src/base/clock.ts'
import { people } from '../../src/store/tables/people.ts'
import { anAction } from './makings.ts'
import { clock, due, noon, onEachSize, somebody, telegram, timesOver } from './sizes.ts'

onEachSize('people', (world) => {
  it('nobody is known before something of theirs is stored', async () => {
    expect(await world().store.people.byAccount(telegram('42'))).toBeUndefined()
    expect(await world().store.people.kept(newId.person())).toBeUndefined()
  })

  it('who was kept is found again by their account, and by no other', async () => {
    const { store } = world()
    const id = await somebody(store, '42')
    expect(await store.people.byAccount(telegram('42'))).toEqual({ id })
    expect(await store.people.byAccount({ platform: 'discord', key: '42' })).toBeUndefined()
  })

  it('an update told in two places at once makes one person', async () => {
    const { store, database } = world()
    const kept = await timesOver(20, () => somebody(store, '42'))
    expect(new Set(kept).size).toBe(1)
    expect(await database.drizzle.$count(people)).toBe(1)
  })

  it('who is kept again stays the same person, whatever id was proposed', async () => {
    const { store } = world()
    const id = await somebody(store, '42')
    expect(await store.people.keep(newId.person(), telegram('42'), 'another door')).toBe(id)
    expect(await store.people.keep(id, telegram('42'), 'another door')).toBe(id)
  })

  it('one person may have an account on each platform', async () => {
    const { store } = world()
    const id = await somebody(store, '42')
    const elsewhere = { platform: 'discord', key: '900' }
    expect(await store.people.keep(id, elsewhere, 'dm')).toBe(id)
    expect(await store.people.kept(id)).toEqual({
      since: new Date(clock.now()),
      accounts: [elsewhere, telegram('42')],
    })
  })

  it('a name is kept as it was chosen, changed and forgotten', async () => {
    const { store } = world()
    const id = await somebody(store, '42')
    await store.people.rename(id, '<b>Zoé</b> @everyone 🐝')
    expect(await store.people.byAccount(telegram('42'))).toEqual({ id, name: '<b>Zoé</b> @everyone 🐝' })
    await store.people.rename(id, undefined)
    expect(await store.people.byAccount(telegram('42'))).toEqual({ id })
  })

  it('whether private messages reach an account is remembered', async () => {
    const { store, database } = world()
    await somebody(store, '42')
    await store.people.reachable(telegram('42'), false)
    const reachable = async () =>
      (await database.sql.ask('select reachable from porte_voix.accounts')).rows[0]?.['reachable']
    expect(await reachable()).toBe(false)
    await store.people.reachable(telegram('42'), true)
    expect(await reachable()).toBe(true)
  })

  it('tries an account again that is closed, once in the time that is given', async () => {
    const { store } = world()
    const account = telegram('42')
    const id = await somebody(store, '42')
    const retries = (after: number) =>
      store.people.retry(account, later(noon, after), later(noon, after - day))
    expect(await retries(0)).toBe(false)
    await store.people.reachable(account, false)
    expect((await Promise.all([retries(0), retries(0)])).filter((is) => is)).toHaveLength(1)
    expect(await store.people.doors(id)).toHaveLength(1)
    // The platform refused once more.
    await store.people.reachable(account, false)
    expect(await retries(day - 1)).toBe(false)
    expect(await store.people.doors(id)).toEqual([])
    expect(await retries(day)).toBe(true)
    // Set back, a clock keeps nobody shut out.
    await store.people.reachable(account, false)
    expect(await retries(-1)).toBe(true)
  })

  describe('who erases themselves', () => {
    it('leaves nothing behind, and their answers no longer count', async () => {
      const { store, database } = world()
      const { id: action } = await store.actions.keepImported(anAction(), noon)
      const [ada, bob] = [await somebody(store, '42'), await somebody(store, '43')]
      await store.people.rename(ada, 'Ada')
      await store.actions.answer(ada, action, 'yes', noon)
      await store.actions.answer(bob, action, 'yes', noon)
      await store.dialogues.put(telegram('42'), { route: 'r', answers: {}, asking: 'q' }, later(noon, 1))
      const card = { is: 'card', action } as const
      await store.outbox.put(
        [
          { to: telegram('42'), lane: 'reminder', body: card },
          { to: telegram('room'), lane: 'answer', body: card, reader: ada },
        ],
        noon,
      )
      await store.copies.add(action, { to: telegram('42'), ref: '1' }, noon)
      await store.copies.add(action, { to: telegram('room'), ref: '2', reader: ada }, noon)

      expect(await store.people.erase(ada)).toEqual([action])

      expect((await store.actions.found(action))?.counts).toEqual({ yes: 1, maybe: 0, no: 0 })
      expect(await store.people.byAccount(telegram('42'))).toBeUndefined()
      expect(await store.people.kept(ada)).toBeUndefined()
      expect(await store.dialogues.get(telegram('42'), noon)).toBeUndefined()
      expect(await due(world(), noon, 10)).toEqual([])
      expect(await store.copies.of(action)).toEqual([])
      const left = await database.sql.ask(
        `select (select count(*)::int from porte_voix.people) people,
                (select count(*)::int from porte_voix.accounts) accounts,
                (select count(*)::int from porte_voix.answers) answers,
                (select count(*)::int from porte_voix.letters) letters,
                (select count(*)::int from porte_voix.copies) copies`,
      )
      expect(left.rows).toEqual([{ people: 1, accounts: 1, answers: 1, letters: 0, copies: 0 }])

      // What was on its way to them arrives, and is not remembered.
      await store.copies.add(action, { to: telegram('42'), ref: '3', reader: ada }, noon)
      expect(await store.copies.of(action)).toEqual([])
      expect(await store.people.still(ada)).toBe(false)
      expect(await store.people.still(bob)).toBe(true)
    })

    it('while they answer elsewhere leaves no count behind', async () => {
      const { store, database } = world()
      const { id: action } = await store.actions.keepImported(anAction(), noon)
      const crowd = await timesOver(20, (at) => somebody(store, String(at)))
      await timesOver(40, async (at) => {
        const person = crowd[at % 20]
        if (!person) return
        try {
          await (at < 20 ? store.actions.answer(person, action, 'yes', noon) : store.people.erase(person))
        } catch (error) {
          expect(String(error)).toMatch(/No answer noted/)
        }
      })
      expect((await store.actions.found(action))?.counts).toEqual({ yes: 0, maybe: 0, no: 0 })
      expect(await database.drizzle.$count(sql`porte_voix.answers`)).toBe(0)
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { newId, type ActionId } from '../../../src/base/ids.ts'
import { length } from '../../../src/base/text.ts'
import { createPeople } from '../../../src/domain/people/service.ts'
import { Refusal } from '../../../src/domain/refusal.ts'
import { createPeopleInMemory } from '../../world/people.ts'

const account = { platform: 'telegram', key: '42' }

const stranger = (shownAs = 'Camille') => {
  const action = newId.action()
  const store = createPeopleInMemory(
    () => [action],
    () => new Date('2026-11-25'),
  )
  const person = { id: newId.person(), known: false, shownAs }
  const touched: ActionId[] = []
  const self = { person, account, door: 'door' }
  const now = instant('2026-11-25T12:00Z')
  const people = createPeople({
    store,
    self,
    touched: (id) => touched.push(id),
    tell: async () => 'told',
    now,
  })
  return { store, people, action, touched }
}

describe('A stranger', () => {
  it('leaves no trace while they look around', async () => {
    const { store, people } = stranger()
    expect(people.known()).toBeUndefined()
    expect(people.justKept()).toBe(false)
    expect(await people.kept()).toBeUndefined()
    expect(await store.byAccount(account)).toBeUndefined()
  })

  it('is known once something of theirs is kept', async () => {
    const { store, people } = stranger()
    const id = await people.keep()
    expect(people.known()).toBe(id)
    expect(people.justKept()).toBe(true)
    expect(await store.byAccount(account)).toEqual({ id })
  })

  it('is unknown again when they are erased', async () => {
    const { store, people, action, touched } = stranger()
    await people.erase()
    expect(touched).toEqual([])
    await people.keep()
    await people.erase()
    expect(touched).toEqual([action])
    expect(people.known()).toBeUndefined()
    expect(people.justKept()).toBe(false)
    expect(await store.byAccount(account)).toBeUndefined()
  })
})

describe('The name that organisers see', () => {
  it('is the one that the platform shows, until another is chosen', async () => {
    const { people } = stranger()
    expect(await people.introduce()).toBe('Camille')
    expect(await people.introduce()).toBeUndefined()
    expect(await people.rename('  Cam\n ille ')).toBe('Cam ille')
    expect(await people.kept()).toMatchObject({ name: 'Cam ille' })
    expect(await people.rename(undefined)).toBeUndefined()
    expect(await people.introduce()).toBe('Camille')
  })

  it('has sixty characters at most when it is chosen', async () => {
    const { people } = stranger()
    expect(await people.rename('👩🏽‍🚀'.repeat(15))).toHaveLength('👩🏽‍🚀'.repeat(15).length)
    await expect(people.rename('x'.repeat(61))).rejects.toEqual(new Refusal('name-too-long', { most: 60 }))
  })

  it('is never taken from a platform that shows none', async () => {
    const { store, people } = stranger(' \u202E ')
    expect(await people.introduce()).toBeUndefined()
    expect(await store.byAccount(account)).toBeUndefined()
  })

  it('stays on one line, whatever the platform shows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (shown) => {
        const name = await stranger(shown).people.introduce()
        if (name === undefined) return
        expect(length(name)).toBeLessThanOrEqual(60)
        expect(name).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
})

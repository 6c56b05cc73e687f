import { describe, expect, it } from 'vitest'
import { instant, type Instant } from '../../../src/base/clock.ts'
import { newId, type ActionId } from '../../../src/base/ids.ts'
import { paris, type Zone } from '../../../src/base/zones.ts'
import type { ActionStore, Search } from '../../../src/domain/actions/ports.ts'
import { createActions, type Look } from '../../../src/domain/actions/service.ts'
import type { Action } from '../../../src/domain/actions/model.ts'
import { createPeople } from '../../../src/domain/people/service.ts'
import { createActionsInMemory } from '../../world/actions.ts'
import { createGroupsInMemory } from '../../world/groups.ts'
import { anAction, at, wednesday } from '../../world/makings.ts'
import { createPeopleInMemory } from '../../world/people.ts'

const page = { skip: 0, take: 4 }
const reunion = 'Indian/Reunion' as Zone

const making = (actions: readonly Action[], now: Instant = wednesday) => {
  const store = createActionsInMemory(actions, createGroupsInMemory([], actions))
  const asked: Search[] = []
  const watched = {
    ...store,
    search: (...[search, person]: Parameters<ActionStore['search']>) => {
      asked.push(search)
      return store.search(search, person)
    },
  }
  const touched: ActionId[] = []
  const people = createPeople({
    store: createPeopleInMemory(
      () => [],
      () => new Date(now),
    ),
    self: {
      person: { id: newId.person(), known: false, shownAs: 'Camille' },
      account: { platform: 'telegram', key: '1' },
      door: '',
    },
    touched: (id) => touched.push(id),
    tell: async () => 'told',
    now,
  })
  const service = createActions({
    store: watched as unknown as ActionStore,
    people,
    now,
    touched: (id) => touched.push(id),
  })
  return { service, people, asked, touched }
}

const near: Look = { where: { is: 'spot', point: at.montreuil }, zone: paris }

describe('The days of a search', () => {
  it('begin now when they have begun already, and end at midnight in their zone', async () => {
    const { service, asked } = making([])
    const seen = await service.look({ ...near, when: { is: 'span', span: 'today' } }, page)
    expect(seen.days).toEqual({ from: '2026-11-25', to: '2026-11-25' })
    expect(asked).toMatchObject([{ from: wednesday, to: instant('2026-11-25T23:00:00Z') }])
  })

  it('are counted where the place is', async () => {
    // Ten in the evening in Paris, one in the morning at La Réunion.
    const night = instant('2026-11-25T21:00:00Z')
    const { service, asked } = making([], night)
    const seen = await service.look({ ...near, zone: reunion, when: { is: 'span', span: 'today' } }, page)
    expect(seen.days).toEqual({ from: '2026-11-26', to: '2026-11-26' })
    expect(asked).toMatchObject([{ from: night, to: instant('2026-11-26T20:00:00Z') }])
  })

  it('have 25 hours when the clocks go back', async () => {
    const { service, asked } = making([], instant('2026-10-20T10:00:00Z'))
    await service.look({ ...near, when: { is: 'date', day: 25, month: 10 } }, page)
    expect(asked).toMatchObject([
      { from: instant('2026-10-24T22:00:00Z'), to: instant('2026-10-25T23:00:00Z') },
    ])
  })

  it('show what is still going on, and not what is over', async () => {
    const going = anAction({ start: instant('2026-11-25T08:00:00Z') })
    const over = anAction({ start: instant('2026-11-25T06:00:00Z') })
    const { service } = making([going, over])
    const { actions } = await service.look({ ...near, when: { is: 'span', span: 'today' } }, page)
    expect(actions.map(({ action }) => action.id)).toEqual([going.id])
  })

  it('may be past: then there is nothing', async () => {
    const { service } = making([anAction()])
    const seen = await service.look({ ...near, when: { is: 'date', day: 1, month: 1, year: 2020 } }, page)
    expect(seen).toMatchObject({ actions: [], more: false })
  })
})

describe('An answer', () => {
  it('keeps whoever gives it, and their name when they may come', async () => {
    const action = anAction()
    const { service, people, touched } = making([action])
    expect(await service.answer(action.id, 'no')).toMatchObject({
      found: { answer: 'no', counts: { no: 1 } },
    })
    expect(people.justKept()).toBe(true)
    const second = await service.answer(action.id, 'yes')
    expect(second).toMatchObject({ was: 'no', introducedAs: 'Camille', found: { counts: { yes: 1, no: 0 } } })
    expect(await service.answer(action.id, 'yes')).not.toHaveProperty('introducedAs')
    expect(touched).toEqual([action.id, action.id])
  })

  it.each([
    ['cancelled', anAction({ state: 'cancelled' }), 'action-cancelled'],
    ['withdrawn', anAction({ state: 'withdrawn' }), 'action-cancelled'],
    ['over', anAction({ start: instant('2026-11-24T10:00:00Z') }), 'action-over'],
  ] as const)('is refused for what is %s, and keeps nobody', async (_, action, code) => {
    const { service, people, touched } = making([action])
    await expect(service.answer(action.id, 'yes')).rejects.toMatchObject({ code })
    expect(people.known()).toBeUndefined()
    expect(touched).toEqual([])
  })

  it('is refused for what nobody knows', async () => {
    const { service } = making([])
    await expect(service.answer(newId.action(), 'yes')).rejects.toMatchObject({ code: 'action-unknown' })
  })
})

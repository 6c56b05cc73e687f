import { expect, it, onTestFinished } from 'vitest'
import { day, later } from '../../src/base/clock.ts'
import type { DepartmentCode } from '../../src/domain/territory/model.ts'
import { openToken } from '../../src/domain/calendars/model.ts'
import { readCalendar } from '../../src/domain/calendars/service.ts'
import { createMetrics } from '../../src/web/metrics.ts'
import { createWeb } from '../../src/web/web.ts'
import { aGroup, anAction } from './makings.ts'
import { noon, onEachSize, silent, somebody } from './sizes.ts'

onEachSize('calendars', (world) => {
  const web = () => {
    const { calendars } = world().store
    const open = createWeb({
      log: silent,
      checks: {},
      metrics: createMetrics(),
      calendar: (token) => readCalendar(calendars, token, noon),
    })
    onTestFinished(() => open[Symbol.asyncDispose]())
    return async (token: string, headers: Record<string, string> = {}) =>
      open.app.inject({ url: `/calendriers/${token}.ics`, headers })
  }

  const planned = async (of: Parameters<typeof anAction>[0] = {}) =>
    (await world().store.actions.keepImported(anAction(of), noon)).id

  it('of somebody hold what they answered, at an address that they can take away', async () => {
    const { store } = world()
    const ada = await somebody(store, 'ada')
    const [yes, maybe, no, cancelled] = [
      await planned({ sourceId: 'yes', name: 'Tractage' }),
      await planned({ sourceId: 'maybe', name: 'Collage' }),
      await planned({ sourceId: 'no', name: 'Loto' }),
      await planned({ sourceId: 'cancelled', name: 'Banquet' }),
    ]
    await planned({ sourceId: 'other', name: 'Ailleurs' })
    await store.actions.answer(ada, yes, 'yes', noon)
    await store.actions.answer(ada, maybe, 'maybe', noon)
    await store.actions.answer(ada, no, 'no', noon)
    await store.actions.answer(ada, cancelled, 'yes', noon)
    await store.actions.setState(cancelled, 'cancelled', noon)
    const secret = await store.calendars.renew(ada, noon)
    const get = web()
    const answer = await get(secret)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const titles = answer.body.split('\r\n').filter((line) => line.startsWith('SUMMARY:'))
    expect(titles.toSorted()).toEqual([
      'SUMMARY:ANNULÉ\u00A0: Banquet',
      'SUMMARY:Collage',
      'SUMMARY:Tractage',
    ])
    expect((await get(secret, { 'if-none-match': String(answer.headers.etag) })).statusCode).toBe(304)
    await store.actions.setState(yes, 'cancelled', later(noon, 1_000))
    const changed = await get(secret, { 'if-none-match': String(answer.headers.etag) })
    expect(changed.statusCode).toBe(200)
    expect(changed.body).toContain('SEQUENCE:1')
    const other = await store.calendars.renew(ada, noon)
    expect((await get(secret)).statusCode).toBe(404)
    expect((await get(other)).statusCode).toBe(200)
    await store.calendars.revoke(ada)
    expect((await get(other)).statusCode).toBe(404)
    const last = await store.calendars.renew(ada, noon)
    await store.people.erase(ada)
    expect((await get(last)).statusCode).toBe(404)
  })

  it('of somebody say that a seat is not theirs yet', async () => {
    const { store } = world()
    const [ada, bob] = [await somebody(store, 'ada'), await somebody(store, 'bob')]
    const id = await planned({ sourceId: 'small', name: 'Petite salle' })
    await store.answers.limit(id, 1)
    for (const person of [ada, bob]) await store.actions.answer(person, id, 'yes', noon)
    const [seated, waits] = [await store.calendars.renew(ada, noon), await store.calendars.renew(bob, noon)]
    const get = web()
    expect((await get(seated)).body).toContain('STATUS:CONFIRMED')
    const { body } = await get(waits)
    expect(body).toContain('STATUS:TENTATIVE')
    expect(body).toContain('DESCRIPTION:Vous êtes sur la liste d’attente.')
  })

  it('of a group, a department and one action are open, and hold neither all of the past nor for ever ahead', async () => {
    const { store } = world()
    const { id: group } = await store.groups.keepImported(aGroup(), noon)
    const id = await planned({ name: 'Tractage' })
    await planned({
      sourceId: 'old',
      name: 'Jadis',
      start: later(noon, -90 * day),
      end: later(noon, -89 * day),
    })
    await planned({
      sourceId: 'far',
      name: 'Un jour',
      start: later(noon, 900 * day),
      end: later(noon, 901 * day),
    })
    const get = web()
    const keeper = await somebody(store, 'olga')
    for (const audience of ['department', 'group', 'animators', 'team'] as const) {
      const { name: _, kind, description, start, end, zone, venue, department } = anAction()
      const given = { kind, description, start, end, zone, venue, ...(department && { department }) }
      const name = `Pour ${audience}`
      await store.plans.plan({ group, keeper, planned: { ...given, name, audience } }, noon)
    }
    const tokens = [
      openToken({ is: 'group', group }),
      openToken({ is: 'department', department: '93' as DepartmentCode }),
      openToken({ is: 'action', action: id }),
    ]
    for (const token of tokens) {
      const { statusCode, body } = await get(token)
      expect(statusCode).toBe(200)
      expect(body.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())).toEqual(['SUMMARY:Tractage'])
    }
    for (const nothing of [
      'x',
      'g',
      'gAAAAAAAAAAAAAAAAAAAAAA',
      'aAAAAAAAAAAAAAAAAAAAAAA',
      `p${'A'.repeat(32)}`,
    ])
      expect((await get(nothing)).statusCode).toBe(404)
  })
})

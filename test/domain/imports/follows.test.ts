import { expect, test } from 'vitest'
import { day, hour, later, minute } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { makeMovement } from '../../../playground/movement/index.ts'
import { openHouse, start } from './house.ts'

const movement = makeMovement({ start, groups: 4, events: 12 })

/** Its group and its neighbour, in a department that nobody imports. */
const [event] = movement.events.filter(
  ({ visibility, start: begins }) => visibility === 'P' && begins > later(start, day),
)
const followed = event?.groups[0] ?? ''
const path = `/groupes/${followed}/icalendar.ics`

const open = async () => {
  if (!event) throw new Error('the movement has no event')
  const house = await openHouse({ movement, departments: ['48'] })
  const id = newId.follow()
  const group = newId.group()
  await house.follows.add({ id, group, path }, newId.person(), house.time.now(), 5)
  const shown = async () => (await house.follows.of(group))[0]
  return { house, event, id, shown, asked: () => house.asked(/icalendar/) }
}

test('what it announces is imported from its own page, wherever it is', async () => {
  const { house, event: one, shown, asked } = await open()
  await using _ = house
  await house.poll()
  expect(house.actionsKept().map(({ sourceId }) => sourceId)).toContain(one.id)
  expect(
    house.actionsKept().every(({ organisers }) => organisers.some(({ sourceId }) => sourceId === followed)),
  ).toBe(true)
  expect(await shown()).toMatchObject({ state: 'read', skipped: 0 })
  expect((await shown())?.coming).toBeGreaterThan(0)
  const [request] = asked()
  expect(request?.headers['user-agent']).toContain('PorteVoix/1.2.3 (+contact@example.test)')
  expect(request?.headers.accept).toBe('text/calendar')
  for (const word of ['contact@example.test', 'mailto:']) expect(house.everything()).not.toContain(word)
})

test('it is asked every twelve minutes, and its actions are written once', async () => {
  const { house, asked } = await open()
  await using _ = house
  await house.poll()
  await house.minutes(60)
  const times = asked().map(({ at }) => at)
  expect(new Set(times.slice(1).map((at, before) => (at - (times[before] ?? 0)) / minute))).toEqual(
    new Set([12]),
  )
  expect(house.actionsKept().filter(({ writes }) => writes > 1)).toEqual([])
})

test('an hour that changes there changes here within a quarter of an hour', async () => {
  const { house, event: one } = await open()
  await using _ = house
  await house.poll()
  house.server.change.event(one.id, { start: later(one.start, hour), end: later(one.end, hour) })
  await house.minutes(15)
  expect(house.actionsKept().find(({ sourceId }) => sourceId === one.id)?.start).toBe(one.start + hour)
})

test('what is hidden is withdrawn once its own page says so twice; what only its organisers see never comes', async () => {
  const { house, event: one } = await open()
  await using _ = house
  await house.poll()
  house.server.change.hide(one.id)
  // The calendar of a group goes on announcing it.
  await house.minutes(150)
  expect(house.actionsKept().find(({ sourceId }) => sourceId === one.id)?.state).toBe('withdrawn')
})

test.each([
  ['is not there', { is: 'status', status: 404 }, 'gone'],
  ['is broken', { is: 'status', status: 500 }, 'silent'],
  ['is cut', { is: 'truncated' }, 'silent'],
  ['is silent', { is: 'silent' }, 'silent'],
] as const)('a calendar that %s calls nothing off', async (...[, mischief, state]) => {
  const { house, shown } = await open()
  await using _ = house
  await house.poll()
  const before = await shown()
  house.server.misbehave(mischief, { path: /icalendar/ })
  await house.minutes(13)
  expect(house.actionsKept().every(({ state: is }) => is === 'planned')).toBe(true)
  expect(await shown()).toMatchObject({ state, coming: before?.coming })
  house.server.behave()
  await house.minutes(75)
  expect(await shown()).toMatchObject({ state: 'read' })
})

test('when it wants silence, nobody asks anything until then', async () => {
  const { house } = await open()
  await using _ = house
  await house.poll()
  house.server.misbehave({ is: 'too many', retryAfter: '1800' }, { path: /icalendar/, times: 1 })
  await house.minutes(13)
  const before = house.server.requests.length
  await house.minutes(25)
  expect(house.server.requests.length).toBe(before)
  await house.minutes(15)
  expect(house.server.requests.length).toBeGreaterThan(before)
})

test('when it wants silence for a minute, that says nothing of the calendar', async () => {
  const { house, shown, asked } = await open()
  await using _ = house
  await house.poll()
  house.server.misbehave({ is: 'too many', retryAfter: '60' }, { path: /icalendar/, times: 1 })
  const states = new Set<string | undefined>()
  for (let minutes = 0; minutes < 20; minutes += 1) {
    await house.minutes(1)
    states.add((await shown())?.state)
  }
  expect(states).toEqual(new Set(['read']))
  expect(asked().length).toBeGreaterThan(2)
})

test('left, it is asked no more', async () => {
  const { house, id, asked } = await open()
  await using _ = house
  await house.poll()
  await house.follows.end(id)
  const before = asked().length
  await house.minutes(30)
  expect(asked().length).toBe(before)
})

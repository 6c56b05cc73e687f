import { expect, test } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { decodeCalendar } from '../../../src/outside/action-populaire/calendar.ts'

const id = '00000000-0000-4000-8000-000000000001'

const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${id}`, 'DTSTART:20261128T130000Z', ...lines, 'END:VEVENT'].join('\r\n')

const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:ics.py', ...events, 'END:VCALENDAR'].join('\r\n')

test('an entry is which action, and when; who wrote it stays out', () => {
  const lot = decodeCalendar(
    calendar(
      event(
        'CATEGORIES:Action publique',
        'DESCRIPTION:<p>Bonjour\\, à tous\\; venez</p>',
        'DTEND:20261128T150000Z',
        'GEO:2.380000;48.880000',
        'ORGANIZER;CN=Jeanne:mailto:jeanne@example.test',
        `SUMMARY:${'Tractage\\, marché '.repeat(30)}`,
      ),
    ),
  )
  expect(lot).toMatchObject({
    items: [{ sourceId: id, start: instant('2026-11-28T13:00Z'), end: instant('2026-11-28T15:00Z') }],
    skipped: 0,
  })
  expect(JSON.stringify(lot)).not.toMatch(/jeanne/i)
})

test('folded lines, zones and whole days are read; an end that is missing is two hours later', () => {
  const lot = decodeCalendar(
    calendar(
      event('SUMMARY:Un titre qui cont', ' inue'),
      `BEGIN:VEVENT\r\nUID:x\r\nURL:https://ap.example.test/evenements/${id.replace('1', '2')}/\r\nDTSTART;VALUE=DATE:20261129\r\nEND:VEVENT`,
    ),
  )
  expect(lot?.items.map(({ start, end }) => end - start)).toEqual([7_200_000, 7_200_000])
})

test('entries that make no sense are skipped and counted; the others stay', () => {
  const lot = decodeCalendar(
    calendar(
      'BEGIN:VEVENT\r\nUID:no identifier\r\nDTSTART:20261128T130000Z\r\nEND:VEVENT',
      'BEGIN:VEVENT\r\nUID;;;=:\r\nthis is no line\r\nEND:VEVENT',
      `BEGIN:VEVENT\r\nUID:${id}\r\nDTSTART:tomorrow\r\nEND:VEVENT`,
      event(),
    ),
  )
  expect(lot).toMatchObject({ items: [{ sourceId: id }], skipped: 3 })
})

test.each([
  ['', 'nothing'],
  ['<!doctype html><h1>Connexion</h1>', 'a page'],
  [calendar(event()).slice(0, 120), 'half a calendar'],
])('what is no whole calendar says nothing', (body) => {
  expect(decodeCalendar(body)).toBeUndefined()
})

import { expect, it } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { paris } from '../../../src/base/zones.ts'
import { readBeside } from '../../../src/domain/announcements/beside.ts'

const action = { start: instant('2026-11-28T09:00Z'), end: instant('2026-11-28T11:00Z'), zone: paris }

it.each([
  ['la veille', '2026-11-27T17:00Z'],
  ['La veille à 19h30', '2026-11-27T18:30Z'],
  ['la veille, à 19:30', '2026-11-27T18:30Z'],
  ['veille de l’action 9 h', '2026-11-27T08:00Z'],
  ['2 h avant', '2026-11-28T07:00Z'],
  ['une heure avant l’action', '2026-11-28T08:00Z'],
  ['30 min avant', '2026-11-28T08:30Z'],
  ['2 jours avant', '2026-11-26T09:00Z'],
  ['3 heures après', '2026-11-28T14:00Z'],
  ['le lendemain', '2026-11-29T09:00Z'],
  ['le lendemain à 8h', '2026-11-29T07:00Z'],
])('« %s » of an action is %s', (typed, at) => {
  expect(readBeside(typed, action)).toBe(instant(at))
})

it.each(['lundi 9h', 'la veille de Noël', 'la veille à 25h', 'avant', 'demain'])(
  '« %s » is not beside an action',
  (typed) => {
    expect(readBeside(typed, action)).toBeUndefined()
  },
)

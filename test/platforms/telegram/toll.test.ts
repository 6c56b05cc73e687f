import { expect, test } from 'vitest'
import { rich } from '../../../src/base/rich.ts'
import { readKey } from '../../../src/platforms/telegram/keys.ts'
import { tollOf } from '../../../src/platforms/telegram/toll.ts'

const words = { text: rich`C’est noté` }
const long = { text: rich`${'mot '.repeat(80)}` }

test('messages and edits cost the same, a group takes fewer than a person', () => {
  const person = tollOf(readKey('42'), words)
  const group = tollOf(readKey('-1001/7~u42~m9~q3'), { ...words, instead: true })
  expect(person).toMatchObject({ overall: true, chat: { key: '42' } })
  expect(group).toMatchObject({ overall: true, chat: { key: '-1001' } })
  expect(group.chat?.per).toBeGreaterThan(person.chat?.per ?? Infinity)
})

test('a group never gets more than twenty within a minute', () => {
  const { per = 0, burst = 0 } = tollOf(readKey('-1001'), words).chat ?? {}
  expect(burst + Math.floor(60_000 / per)).toBeLessThanOrEqual(20)
})

test('words over the chat are free, and so is leading into the private chat', () => {
  const free = { overall: false }
  expect(tollOf(readKey('-1001~u42~m9~q3'), { ...words, aside: true })).toEqual(free)
  const leads = { ...long, aside: true, rows: [[{ label: 'Ouvrir', start: 'bonjour' }]] } as const
  expect(tollOf(readKey('-1001~u42~m9~q3'), leads)).toEqual(free)
})

test('what only one person may read counts in their private chat', () => {
  expect(tollOf(readKey('-1001~u42~m9~q3'), { ...long, aside: true }).chat?.key).toBe('42')
  expect(tollOf(readKey('-1001~u42'), { ...words, aside: true }).chat?.key).toBe('42')
})

import { expect, test } from 'vitest'
import { tollOf } from '../../../src/platforms/discord/toll.ts'

test('answers to interactions are free, messages in channels and at doors are not', () => {
  expect(tollOf('i:rc:1:2:3:token')).toEqual({ overall: false })
  expect(tollOf('c:3')).toMatchObject({ overall: true, chat: { key: 'c:3' } })
  expect(tollOf('u:7')).toMatchObject({ overall: true, chat: { key: 'u:7' } })
})

test('edits are counted apart from messages, and never more than five within five seconds', () => {
  const { key, per = 0, burst = 0 } = tollOf('c:3', '9').chat ?? {}
  expect(key).not.toBe(tollOf('c:3').chat?.key)
  expect(burst + Math.floor(5_000 / per)).toBeLessThanOrEqual(5)
})

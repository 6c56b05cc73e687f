import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lengthen, shorten } from '../../src/base/ids.ts'

it('carries any UUID in 22 characters and back', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(shorten(uuid)).toMatch(/^[\w-]{22}$/)
      expect(lengthen(shorten(uuid))).toBe(uuid)
    }),
  )
})

it('takes nothing else for one', () => {
  for (const text of ['', 'short', 'x'.repeat(23), 'é'.repeat(22), '../../../../../etc/pa'])
    expect(lengthen(text)).toBeUndefined()
})

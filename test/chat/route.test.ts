import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choice, id, optional, press, readParts, readRoute, whole, words } from '../../src/chat/index.ts'
import { newId, type ActionId } from '../../src/base/ids.ts'

const attend = press('attend', { action: id<ActionId>(), answer: choice(['yes', 'no']) })
const search = press('search', { text: words(), page: optional(whole()) })

describe('What a button carries', () => {
  it('comes back as it was put in', () => {
    const action = newId.action()
    const route = readRoute(attend.button('Je participe', { action, answer: 'yes' }).route)
    expect(route).toMatchObject({ to: 'press', name: 'attend' })
    expect(readParts({ action: id<ActionId>(), answer: choice(['yes', 'no']) }, route?.parts ?? [])).toEqual({
      action,
      answer: 'yes',
    })
  })

  it('keeps words with dots and tildes in one piece', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.~01]{1,20}$/), fc.nat(999), (text, page) => {
        const route = readRoute(search.button('Suite', { text, page }).route)
        expect(readParts({ text: words(), page: optional(whole()) }, route?.parts ?? [])).toEqual({
          text,
          page,
        })
      }),
    )
  })

  it('refuses to be made too long for Telegram', () => {
    expect(() => search.button('Suite', { text: 'é'.repeat(40) })).toThrow(RangeError)
  })

  it('is nothing when it is of another version, forged or cut', () => {
    for (const text of ['', 'x', '0p.attend.a', '1p', '1x.attend', '{"a":1}'])
      expect(readRoute(text)).toBeUndefined()
    expect(readParts({ action: id<ActionId>() }, ['not-an-id'])).toBeUndefined()
    expect(readParts({ action: id<ActionId>() }, [])).toBeUndefined()
  })
})

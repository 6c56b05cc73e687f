import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editsBetween, lettersOf, mayBeWithin } from '../../../src/domain/territory/closeness.ts'

/** The same by the book: the whole table, no short cut. */
const byTheBook = (one: string, other: string): number => {
  const table: number[][] = []
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0
  for (let row = 0; row <= one.length; row++) {
    table[row] = []
    for (let column = 0; column <= other.length; column++) {
      const swaps = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const edits =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
              at(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1),
              row > 1 && column > 1 && swaps ? at(row - 2, column - 2) + 1 : Infinity,
            )
      table[row]?.push(edits)
    }
  }
  return at(one.length, other.length)
}

describe('how far a typo is from a name', () => {
  it.each([
    ['montreuil', 'montreuil', 0],
    ['montrueil', 'montreuil', 1],
    ['marsseille', 'marseille', 1],
    ['lile', 'lille', 1],
    ['bordaux', 'bordeaux', 1],
    ['monpelier', 'montpellier', 2],
    ['paris', 'lyon', 4],
  ])('from %s to %s: %i', (typed, name, edits) => {
    expect(editsBetween(typed, name, 3)).toBe(edits)
  })

  const key = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 })
  const most = fc.integer({ min: 0, max: 4 })

  it('is what the whole table says, up to a limit', () => {
    fc.assert(
      fc.property(key, key, most, (one, other, limit) => {
        expect(editsBetween(one, other, limit)).toBe(Math.min(byTheBook(one, other), limit + 1))
      }),
      { numRuns: 3_000 },
    )
  })

  it('is never missed because of the letters they have', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), most, (one, other, limit) => {
        if (!mayBeWithin(lettersOf(one), lettersOf(other), limit))
          expect(byTheBook(one, other)).toBeGreaterThan(limit)
      }),
      { numRuns: 3_000 },
    )
  })

  it('is too far for what is longer than any name', () => {
    expect(editsBetween('a'.repeat(200), 'a'.repeat(201), 3)).toBe(4)
    expect(editsBetween('a'.repeat(200), 'a'.repeat(200), 3)).toBe(0)
  })
})

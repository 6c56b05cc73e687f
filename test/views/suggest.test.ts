import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { length } from '../../src/base/text.ts'
import { fr } from '../../src/phrases/fr.ts'
import { suggestions } from '../../src/views/suggest.ts'
import { wednesday } from '../world/makings.ts'
import { territory } from '../world/world.ts'

const propose = (completes: 'area' | 'when', typed: string) =>
  suggestions(completes, typed, { territory: territory(), t: fr, now: wednesday })

describe('While somebody types', () => {
  it('a place, places are proposed by their names, and chosen by their codes', () => {
    expect(propose('area', 'montreu')).toContainEqual({ value: '=93048', label: 'Montreuil (93)' })
    expect(propose('area', '93')).toContainEqual({
      value: '=93',
      label: 'Seine-Saint-Denis (93), tout le département',
    })
  })

  it('a date, days are proposed with what they mean', () => {
    expect(propose('when', '')).toContainEqual({
      value: 'ce week-end',
      label: 'ce week-end\u00A0: du samedi 28 novembre au dimanche 29 novembre',
    })
    expect(propose('when', 'sam')).toEqual([{ value: 'samedi', label: 'samedi 28 novembre' }])
    expect(propose('when', '12/12')).toEqual([{ value: '12/12', label: '12/12\u00A0: samedi 12 décembre' }])
    expect(propose('when', 'blurp')).toEqual([])
  })

  it('anything at all, nothing breaks: at most 25 proposals of 100 characters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('area', 'when'),
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        (completes, typed) => {
          const proposed = propose(completes, typed)
          expect(proposed.length).toBeLessThanOrEqual(25)
          for (const { value, label } of proposed)
            for (const text of [value, label]) {
              expect(length(text)).toBeGreaterThan(0)
              expect(length(text)).toBeLessThanOrEqual(100)
            }
        },
      ),
      { numRuns: 60 },
    )
  })
})

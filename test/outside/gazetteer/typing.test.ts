import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGazetteer } from '../../../src/outside/gazetteer/gazetteer.ts'
import { place } from './said.ts'

const territory = createGazetteer()

const offered = (typed: string, most = 25): readonly string[] => territory.suggest(typed, most).map(place)

describe('while somebody types', () => {
  it.each([
    ['montr', 'Montreuil (93)'],
    ['mont', 'Montpellier (34)'],
    ['st et', 'Saint-Étienne (42)'],
    ['st', 'Strasbourg (67)'],
    ['lhay', 'L’Haÿ-les-Roses (94)'],
    ['93', 'Seine-Saint-Denis'],
    ['931', 'Montreuil (93)'],
    ['93 1', 'Montreuil (93)'],
    ['93100', 'Montreuil (93)'],
    ['2a', 'Corse-du-Sud'],
    ['nord', 'Nord'],
    ['la r', 'La Réunion'],
    ['belg', '4e circonscription de l’étranger (Benelux)'],
    ['lyon 3', 'Lyon 3e (69)'],
    ['paris', 'Paris (75)'],
    ['montrueil', 'Montreuil (93)'],
    ['montreuil 93', 'Montreuil (93)'],
  ])('« %s » offers %s first', (typed, first) => {
    expect(offered(typed)[0]).toBe(first)
  })

  it('offers the village of exactly that name too', () => {
    expect(offered('mont', 8)).toContain('Mont (71)')
  })

  it('offers names where a later word begins like that', () => {
    expect(offered('denis')).toContain('L’Île-Saint-Denis (93)')
  })

  it('offers the largest cities before the first letter, and nothing for what is no name', () => {
    expect(offered('', 3)).toEqual(['Paris (75)', 'Marseille (13)', 'Lyon (69)'])
    expect(offered('🎉')).toEqual([])
    expect(offered('x'.repeat(5_000))).toEqual([])
  })

  it('never offers more than asked, nor the same place twice', () => {
    const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('saint', 'la', '9', 'mon', 'paris'))
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 25 }), (typed, most) => {
        const codes = territory.suggest(typed, most).map(({ code }) => code)
        expect(codes.length).toBeLessThanOrEqual(most)
        expect(new Set(codes).size).toBe(codes.length)
      }),
      { numRuns: 300 },
    )
  })
})

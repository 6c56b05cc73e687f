import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGazetteer } from '../../../src/outside/gazetteer/gazetteer.ts'
import { place, said } from './said.ts'

const territory = createGazetteer()

describe('whatever somebody writes', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('93', 'montreuil', 'st', 'paris', '20e', 'la', 's/', 'cedex', 'nord', '-', '2a'))
      .map((words) => words.join(' ')),
    fc.integer({ min: 0, max: 99_999 }).map(String),
  )

  it('is answered without failing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const found = territory.find(text)
        switch (found.is) {
          case 'one':
            return found.area.name !== ''
          case 'several':
            return (
              found.areas.length > 1 &&
              new Set(found.areas.map(({ code }) => code)).size === found.areas.length
            )
          case 'none':
            return found.nearly.length <= 5
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['x'.repeat(5_000), 'montreuil '.repeat(500), '🎉'.repeat(2_500), '9 3'.repeat(1_700)])(
    'is nothing, and quickly so, when it is endless',
    (text) => {
      const start = performance.now()
      expect(said(territory.find(text))).toBe('nothing')
      expect(performance.now() - start).toBeLessThan(1_000)
    },
  )

  it.each([
    'la '.repeat(39),
    'montreuil '.repeat(11),
    'a b '.repeat(29),
    '93 '.repeat(39),
    'saint-x-'.repeat(14),
  ])('is answered soon even when it is built to take long', (text) => {
    const start = performance.now()
    territory.find(text)
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  it('finds the towns of every department by name and department, and by its postal code and name', () => {
    const lost = territory
      .departments()
      .flatMap(({ code }) => territory.suggest(code, 5))
      .filter((area) => area.is === 'commune')
      .filter(({ name, code, department, postalCodes }) =>
        [`${name} ${department}`, `${postalCodes[0] ?? ''} ${name}`, `${name} (${department})`].some(
          (text) => {
            const found = territory.find(text)
            return (
              found.is === 'none' ||
              !(found.is === 'one' ? [found.area] : found.areas).some((area) => area.code === code)
            )
          },
        ),
      )
    expect(lost.map(place)).toEqual([])
  })
})

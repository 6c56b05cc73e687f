import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isZone } from '../../../src/base/zones.ts'
import { metresBetween } from '../../../src/domain/territory/distance.ts'
import type { DepartmentCode } from '../../../src/domain/territory/model.ts'
import type { Gazetteer } from '../../../src/domain/territory/ports.ts'
import { createGazetteer } from '../../../src/outside/gazetteer/gazetteer.ts'
import { place, said } from './said.ts'

let territory: Gazetteer

beforeAll(() => {
  territory = createGazetteer()
})

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
      { numRuns: 1_000 },
    )
  })

  it.each(['x'.repeat(5_000), 'montreuil '.repeat(500), '🎉'.repeat(2_500), '9 3'.repeat(1_700)])(
    'is nothing, and quickly so, when it is endless',
    (text) => {
      const start = performance.now()
      expect(said(territory.find(text))).toBe('nothing')
      expect(performance.now() - start).toBeLessThan(100)
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
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('finds the towns of every department by name and department, and by its postal code and name', () => {
    const lost = territory
      .departments()
      .flatMap(({ code }) => territory.suggest(code, 10))
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

describe('a commune', () => {
  it('is known by its code, and by the code of a commune that it absorbed', () => {
    expect(territory.commune('93048')).toMatchObject({
      name: 'Montreuil',
      department: '93',
      precision: 'exact',
    })
    expect(territory.commune('93059')).toMatchObject({
      name: 'Saint-Denis',
      formerly: 'Pierrefitte-sur-Seine',
    })
    expect(territory.commune('75120')).toMatchObject({ name: 'Paris 20e', postalCodes: ['75020'] })
    expect(territory.commune('00000')).toBeUndefined()
    expect(territory.commune('')).toBeUndefined()
  })

  it('has its true centre when the State’s API gave it', () => {
    const centre = { lat: 46.1517, lon: 4.9261 }
    const before = territory.commune('01001')
    const after = createGazetteer({ centres: new Map([['01001', centre]]) }).commune('01001')
    expect(before?.precision).toBe('about')
    expect(after).toMatchObject({ point: centre, precision: 'exact' })
    expect(before?.point && metresBetween(before.point, centre)).toBeLessThan(15_000)
  })

  it('shares a postal code with others, the largest first; cities give their arrondissements', () => {
    expect(territory.communesOf('51300')).toHaveLength(46)
    expect(territory.communesOf('75 020').map(place)).toEqual(['Paris 20e (75)'])
    expect(territory.communesOf('nonsense')).toEqual([])
  })
})

describe('the department of a postal code', () => {
  it.each([
    ['75011', undefined, '75'],
    ['93 100', undefined, '93'],
    ['20000', undefined, '2A'],
    ['20200', undefined, '2B'],
    ['97133', undefined, '977'],
    ['97150', undefined, '978'],
    ['97400', undefined, '974'],
    ['98800', undefined, '988'],
    ['98600', undefined, '986'],
    // Orly’s airport has a code of the Val-de-Marne.
    ['94390', undefined, '91'],
    // Two departments share these.
    ['42620', 'Saint-Pierre-Laval', '03'],
    ['42620', 'saint martin d’estreaux', '42'],
    ['42620', undefined, undefined],
    ['42620', 'Elsewhere', undefined],
    // Nobody’s codes: CEDEX.
    ['93108', 'Montreuil', '93'],
    ['20999', undefined, '2B'],
    ['98000', 'Monaco', '99-05'],
    ['99999', undefined, undefined],
    ['1234', undefined, undefined],
    ['', undefined, undefined],
  ])('of %s %s is %s', (postalCode, city, department) => {
    expect(territory.departmentOf(postalCode, city)).toBe(department)
  })
})

describe('the nearest commune', () => {
  it.each([
    [{ lat: 48.8646, lon: 2.3984 }, 'Paris 20e (75)'],
    [{ lat: 48.8638, lon: 2.4485 }, 'Montreuil (93)'],
    [{ lat: -20.8789, lon: 55.4481 }, 'Saint-Denis (974)'],
    [{ lat: -22.2758, lon: 166.458 }, 'Nouméa (988)'],
    [{ lat: -13.282, lon: -176.174 }, 'Uvea (986)'],
  ])('of %o is %s', (point, name) => {
    expect(place(territory.nearest(point))).toBe(name)
  })

  it('is really the nearest, on any side of the world', () => {
    const points = territory
      .departments()
      .flatMap(({ code }) => territory.suggest(code, 25))
      .filter((area) => area.is === 'commune' && area.precision === 'exact')
    const anywhere = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(anywhere, (point) => {
        const nearest = territory.nearest(point)
        const distance = nearest.point ? metresBetween(point, nearest.point) : Infinity
        for (const area of points)
          if (area.is === 'commune' && area.point && !['75056', '69123', '13055'].includes(area.code))
            expect(metresBetween(point, area.point)).toBeGreaterThan(distance - 1)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the clock of a place', () => {
  it.each([
    ['75', 'Europe/Paris'],
    ['2A', 'Europe/Paris'],
    ['971', 'America/Guadeloupe'],
    ['972', 'America/Martinique'],
    ['973', 'America/Cayenne'],
    ['974', 'Indian/Reunion'],
    ['975', 'America/Miquelon'],
    ['976', 'Indian/Mayotte'],
    ['977', 'America/St_Barthelemy'],
    ['978', 'America/Marigot'],
    ['984', 'Indian/Kerguelen'],
    ['986', 'Pacific/Wallis'],
    ['987', 'Pacific/Tahiti'],
    ['988', 'Pacific/Noumea'],
  ])('in %s is that of %s', (department, zone) => {
    expect(territory.zoneOf(department as DepartmentCode)).toBe(zone)
  })

  it.each([
    [undefined, 'RE', 'Indian/Reunion'],
    [undefined, 'pf', 'Pacific/Tahiti'],
    [undefined, 'FR', 'Europe/Paris'],
    [undefined, '', 'Europe/Paris'],
    [undefined, 'BE', 'Europe/Brussels'],
    [undefined, 'ZZ', 'Europe/Paris'],
    ['99-10', 'MG', 'Indian/Antananarivo'],
    ['99-10', undefined, 'Asia/Beirut'],
    ['974', 'FR', 'Indian/Reunion'],
  ])('of department %s in country %s is that of %s', (department, country, zone) => {
    expect(territory.zoneOf(department as DepartmentCode | undefined, country)).toBe(zone)
  })

  it('is one that this Node knows, everywhere', () => {
    expect(territory.departments().filter(({ zone }) => !isZone(zone))).toEqual([])
  })
})

describe('citizens abroad', () => {
  it.each([
    ['BE', '99-04'],
    ['us', '99-01'],
    ['MC', '99-05'],
    ['UA', '99-11'],
    ['LB', '99-10'],
    ['FR', undefined],
    ['RE', undefined],
    ['', undefined],
  ])('in %s vote in %s', (country, code) => {
    expect(territory.abroad(country)?.code).toBe(code)
  })
})

describe('the list of departments', () => {
  it('goes as people list them', () => {
    const codes = territory.departments().map(({ code }) => code)
    expect(codes.slice(17, 24)).toEqual(['18', '19', '2A', '2B', '21', '22', '23'])
    expect(codes.slice(94, 98)).toEqual(['94', '95', '971', '972'])
    expect(codes.at(-1)).toBe('99-11')
    expect(codes).toHaveLength(96 + 5 + 8 + 11)
    expect(territory.department('2a')?.name).toBe('Corse-du-Sud')
    expect(territory.department('96')).toBeUndefined()
  })
})

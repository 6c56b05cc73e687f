import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isZone } from '../../../src/base/zones.ts'
import { metresBetween } from '../../../src/domain/territory/distance.ts'
import type { DepartmentCode, Point } from '../../../src/domain/territory/model.ts'
import { createGazetteer } from '../../../src/outside/gazetteer/gazetteer.ts'
import { place } from './said.ts'

const territory = createGazetteer()

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

const metresTo = (from: Point, to: Point | undefined): number => (to ? metresBetween(from, to) : Infinity)

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
    const towns = territory
      .departments()
      .flatMap(({ code }) => territory.suggest(code, 25))
      .flatMap((area) => (area.is === 'commune' && area.precision === 'exact' ? [area] : []))
      // Cities give their arrondissements.
      .filter(({ code }) => !['75056', '69123', '13055'].includes(code))
    const anywhere = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(anywhere, (point) => {
        const least = Math.min(...towns.map((town) => metresTo(point, town.point)))
        expect(metresTo(point, territory.nearest(point).point)).toBeLessThan(least + 1)
      }),
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

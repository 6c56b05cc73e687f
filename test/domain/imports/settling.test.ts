import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createArea } from '../../../src/domain/imports/area.ts'
import { kindOf } from '../../../src/domain/imports/kinds.ts'
import { createPlaces } from '../../../src/domain/imports/places.ts'
import type { DepartmentCode } from '../../../src/domain/territory/model.ts'
import { gazetteer } from './house.ts'

const places = createPlaces({ gazetteer: gazetteer() })
const areaOf = (...wanted: readonly string[]) =>
  createArea({ gazetteer: gazetteer(), wanted: wanted as readonly DepartmentCode[] })

describe('where something is', () => {
  test.each([
    [
      'Bastia, filed under 2A',
      { postalCode: '20200', department: '2A', country: 'FR' },
      '2B',
      'Europe/Paris',
    ],
    ['Ajaccio', { postalCode: '20090', department: '2A' }, '2A', 'Europe/Paris'],
    [
      'Saint-Barthélemy, filed under 971',
      { postalCode: '97133', department: '971' },
      '977',
      'America/St_Barthelemy',
    ],
    ['Saint-Martin by its country', { department: '971', country: 'MF' }, '978', 'America/Marigot'],
    [
      'Papeete, filed nowhere',
      { postalCode: '98714', department: '', country: 'PF' },
      '987',
      'Pacific/Tahiti',
    ],
    ['Nouméa by its country', { country: 'NC' }, '988', 'Pacific/Noumea'],
    ['Le Tampon', { postalCode: '97430', country: 'RE' }, '974', 'Indian/Reunion'],
    ['Monaco', { postalCode: '98000', country: 'MC' }, '99-05', 'Europe/Monaco'],
    ['Bruxelles', { postalCode: '1000', country: 'BE' }, '99-04', 'Europe/Brussels'],
    ['Montréal', { postalCode: 'H2X', country: 'CA' }, '99-01', 'America/Toronto'],
    ['a point alone', { point: { lat: 48.8642, lon: 2.4432 } }, '93', 'Europe/Paris'],
    ['a department alone', { department: '974' }, '974', 'Indian/Reunion'],
    ['a postal code that nobody has', { postalCode: '93999' }, '93', 'Europe/Paris'],
    ['nothing at all', {}, undefined, 'Asia/Tokyo'],
  ] as const)('%s', (_, where, department, zone) => {
    expect(places.settle(where, 'Asia/Tokyo')).toMatchObject({ ...(department && { department }), zone })
    if (!department) expect(places.settle(where, 'Asia/Tokyo')).not.toHaveProperty('department')
  })

  test('is in Paris time when even the browser’s zone makes no sense', () => {
    expect(places.settle({}, 'Mars/Olympus').zone).toBe('Europe/Paris')
    expect(places.settle({}).zone).toBe('Europe/Paris')
  })

  test('has the name of its commune, the nearest one of those that share the postal code', () => {
    expect(places.settle({ postalCode: '93100' })).toMatchObject({ city: 'Montreuil', precision: 'about' })
    const beside = { postalCode: '31240', point: { lat: 43.6652, lon: 1.5046 } }
    expect(places.settle(beside)).toMatchObject({ city: 'Saint-Jean', precision: 'exact' })
    expect(places.settle({ postalCode: '31240' })).not.toHaveProperty('city')
  })

  test('is always somewhere, whatever the source says', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('75', '2A', '97150', '98000', 'FR', 'RE', 'XX', 'Paris'),
    )
    const where = fc.record(
      {
        postalCode: word,
        city: word,
        department: word,
        country: word,
        point: fc.record({
          lat: fc.double({ min: -90, max: 90, noNaN: true }),
          lon: fc.double({ min: -180, max: 180, noNaN: true }),
        }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(where, (it) => {
        const { department, zone } = places.settle(it, 'Europe/Paris')
        expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow()
        if (department !== undefined) expect(gazetteer().department(department)?.code).toBe(department)
      }),
    )
  })
})

describe('the departments that one wants', () => {
  const montreuil = { lat: 48.8642, lon: 2.4432 }
  const belleville = { lat: 48.8704, lon: 2.3806 }
  const toulouse = { lat: 43.6043, lon: 1.4437 }
  const geneva = { lat: 46.2044, lon: 6.1432 }

  test('may hold what is within, or near their border, but not what is far', () => {
    const area = areaOf('93')
    expect([montreuil, belleville, toulouse].map((point) => area.maybe(point))).toEqual([true, true, false])
    expect(area.maybe(undefined)).toBe(true)
    expect(area.maybe(geneva, 'CH')).toBe(false)
  })

  test('may be constituencies abroad, which a list tells by no country', () => {
    const area = areaOf('99-06')
    expect([area.maybe(geneva), area.maybe(geneva, 'CH'), area.maybe(toulouse)]).toEqual([true, true, false])
    expect(areaOf('99-05').maybe({ lat: 43.7384, lon: 7.4246 })).toBe(true)
    expect(area.departments).toEqual([])
  })

  test('are all of them when none is named', () => {
    const area = areaOf()
    expect(area).toMatchObject({ isAll: true, abroad: true, name: 'all' })
    expect(area.departments).toContain('2B')
    expect(area.has(undefined) && area.maybe(geneva)).toBe(true)
  })
})

describe('what an action is', () => {
  test.each([
    ['diffusion-tracts', 'Diffusion de tracts', 'Marché', 'tracts'],
    ['FÊTE-LOCALE', '', '', 'fete'],
    ['fe\u0302te-locale', '', '', 'fete'],
    ['porte-a-porte', 'Porte-à-porte', '', 'porte-a-porte'],
    ['autre reunion publique', '', '', 'reunion-publique'],
    ['soutien', 'Soutien à une manifestation', '', 'rassemblement'],
    ['cafe-populaire-2', 'Cafés populaires', '', 'cafe-populaire'],
    ['autre-evenement', 'Autre', 'Café Populaire à Bondy', 'cafe-populaire'],
    ['autre-evenement', 'Autre', 'Grand boîtage du samedi', 'tracts'],
    ['nouveau', 'Rassemblement ou manif', '', 'rassemblement'],
    ['nouveau', 'Tout nouveau', 'Information sur les transports', 'autre'],
    ['', '', '🌻', 'autre'],
  ] as const)('%s, “%s”, “%s” is %s', (label, words, name, kind) => {
    expect(kindOf({ sort: { label, words }, name })).toBe(kind)
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hour, instant } from '../../../src/base/clock.ts'
import {
  decodeAction,
  decodeActions,
  decodeGroup,
  decodeGroups,
} from '../../../src/outside/action-populaire/decode.ts'

const page = 'https://ap.example.test/evenements/1/'
const start = instant('2030-05-18T08:00:00Z')

/** As the service documents it, people included. */
const details = {
  id: '00000000-0000-4000-8000-000000000001',
  url: `${page}?p=1&code=2`,
  name: 'Diffusion de tracts au marché de Belleville',
  description: '<p>Rendez-vous devant le métro.</p>',
  textDescription: 'Rendez-vous devant le métro.',
  startTime: '2030-05-18T10:00:00+02:00',
  endTime: '2030-05-18T12:00:00+02:00',
  timezone: 'Europe/Paris',
  location: {
    name: 'Marché de Belleville',
    address1: '1 boulevard de Belleville',
    address2: '',
    zip: '75020',
    city: 'Paris',
    departement: '75',
    country: 'FR',
    coordinates: { type: 'Point', coordinates: [2.3806, 48.8704] },
    staticMapUrl: '',
  },
  groups: [{ id: '00000000-0000-4000-8000-0000000000a1', name: 'GA Belleville', membersCount: 12 }],
  contact: { name: 'Camille', email: 'camille@example.test', phone: '0600000000' },
  subtype: { id: 6, label: 'diffusion-tracts', description: 'Diffusion de tracts', type: 'A' },
  eventSpeakers: [{ id: '1', name: 'Sacha' }],
  onlineUrl: '',
  youtubeVideoID: '',
  somethingNew: { nobody: 'knows' },
}

const online = (onlineUrl: string, youtubeVideoID = '') =>
  decodeAction({ ...details, location: {}, onlineUrl, youtubeVideoID }, page)?.online

describe('an event', () => {
  test('as it is documented', () => {
    expect(decodeAction(details, page)).toEqual({
      name: details.name,
      sort: { label: 'diffusion-tracts', words: 'Diffusion de tracts' },
      description: 'Rendez-vous devant le métro.',
      start,
      end: start + 2 * hour,
      zone: 'Europe/Paris',
      where: {
        name: 'Marché de Belleville',
        address: '1 boulevard de Belleville',
        city: 'Paris',
        postalCode: '75020',
        department: '75',
        country: 'FR',
        point: { lat: 48.8704, lon: 2.3806 },
      },
      organisers: [{ sourceId: '00000000-0000-4000-8000-0000000000a1', name: 'GA Belleville' }],
      url: page,
    })
  })

  test('needs no more than a name and a start', () => {
    expect(decodeAction({ name: 'Marche', startTime: details.startTime }, page)).toEqual({
      name: 'Marche',
      sort: { label: '', words: '' },
      description: '',
      start,
      end: start + 2 * hour,
      where: {},
      organisers: [],
      url: page,
    })
  })

  test.each([
    ['an end before its start', { endTime: '2030-05-18T09:00:00+02:00' }],
    ['an end that is no date', { endTime: 'plus tard' }],
  ])('with %s lasts two hours', (_, change) => {
    expect(decodeAction({ ...details, ...change }, page)?.end).toBe(start + 2 * hour)
  })

  test('on a screen says where: a link, or a video', () => {
    expect(online('https://visio.example.test/a?code=1')).toBe('https://visio.example.test/a')
    expect(online('', 'dQw4w9WgXcQ')).toBe('https://www.youtube.com/watch?v=dQw4w9WgXcQ')
    expect(online('javascript:alert(1)')).toBeUndefined()
  })

  test.each([{ name: null }, { name: ' ' }, { startTime: 'demain' }, { startTime: null }])(
    'with %o makes no sense',
    (change) => {
      expect(decodeAction({ ...details, ...change }, page)).toBeUndefined()
    },
  )

  test('with anything else in any other place still makes sense, and never brings people along', () => {
    const keys = Object.keys(details).filter((key) => key !== 'name' && key !== 'startTime')
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const action = decodeAction({ ...details, [key]: value }, page)
        expect(action?.name).toBe(details.name)
        if (key !== 'contact' && key !== 'eventSpeakers')
          expect(JSON.stringify(action)).not.toMatch(/Camille|Sacha|camille@|0600000000/)
      }),
    )
  })
})

describe('a list', () => {
  const group = {
    id: '00000000-0000-4000-8000-0000000000A1',
    name: 'GA Belleville',
    coordinates: { type: 'Point', coordinates: [2.38, 48.87, 12] },
    type: 'L',
    is_active: true,
    is_certified: true,
    location_country: 'FR',
  }

  test('of groups is read item by item', () => {
    const bad = [{ ...group, type: 'X' }, { ...group, coordinates: null }, { ...group, id: 'x' }, 7]
    expect(decodeGroups([group, ...bad])).toEqual({
      items: [
        {
          sourceId: '00000000-0000-4000-8000-0000000000a1',
          name: 'GA Belleville',
          kind: 'local',
          certified: true,
          active: true,
          country: 'FR',
          point: { lat: 48.87, lon: 2.38 },
        },
      ],
      skipped: 4,
    })
  })

  test('of events has another print for each change that it shows, and only for those', () => {
    const item = {
      id: details.id,
      name: 'Marche',
      coordinates: group.coordinates,
      start_time: details.startTime,
      end_time: details.endTime,
      subtype: 6,
      date: 'le 18 mai',
    }
    const print = (change: object) => decodeActions([{ ...item, ...change }])?.items[0]?.print
    const changes = [
      {},
      { name: 'Manif' },
      { start_time: '2030-05-18T10:30:00+02:00' },
      { end_time: null, subtype: 7 },
      { subtype: 7 },
      { coordinates: null },
    ]
    expect(new Set(changes.map(print)).size).toBe(5)
    expect(print({ date: 'autrement', link: 'autre' })).toBe(print({}))
  })

  test('is a list, or nothing', () => {
    expect(decodeActions({})).toBeUndefined()
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (items) => {
        expect(decodeGroups(items)).toEqual({ items: [], skipped: items.length })
      }),
    )
  })
})

test('a group’s own page tells where it is, and nobody’s name', () => {
  const now = instant('2030-05-18T08:00:00Z')
  const body = {
    id: 'a',
    name: 'GA Belleville',
    type: 'D',
    isCertified: true,
    location: { zip: '75020', city: 'Paris', departement: '75', country: 'FR', coordinates: null },
    contact: { name: 'Camille', email: null, phone: null },
    referents: [{ id: '1', displayName: 'Camille', gender: 'F' }],
    facts: { creationDate: '2030-05-01T10:00:00.123456Z' },
    hasUpcomingEvents: false,
  }
  expect(decodeGroup(body, now)).toEqual({
    name: 'GA Belleville',
    kind: 'loop',
    certified: true,
    active: true,
    where: { city: 'Paris', postalCode: '75020', department: '75', country: 'FR' },
  })
  expect(decodeGroup({ ...body, facts: null, location: {} }, now)).toMatchObject({ active: false, where: {} })
})

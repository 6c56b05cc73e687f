import { day, hour, later, type Instant } from '../../src/base/clock.ts'
import { nextTime, zoneIn } from './events.ts'
import type { MadeUpEvent, MadeUpGroup } from './model.ts'
import { createRandom } from './random.ts'
import { subtype } from './subtypes.ts'
import type { Town } from './towns.ts'
import { placeIn } from './venues.ts'

/** What a loop does in a month: its meeting, and a march that begins together. */
export const eventsOfLoop = (
  seed: string,
  start: Instant,
  loop: MadeUpGroup,
  town: Town,
): readonly MadeUpEvent[] => {
  const zone = zoneIn(town.country)
  const planned = [
    {
      label: 'reunion-boucle-departementale',
      name: loop.name.replace('Boucle', 'Réunion de la boucle'),
      after: 7,
      when: [2, '18:30'],
      hours: 2,
    },
    {
      label: 'depart-commun',
      name: 'Départ commun pour la marche des services publics',
      after: 10,
      when: [6, '12:30'],
      hours: 5,
    },
  ] as const
  return planned.map((one) => {
    const random = createRandom(`${seed} loop ${town.department} ${one.label}`)
    const begins = nextTime(start, one.after, one.when, zone)
    return {
      id: random.uuid(),
      name: one.name,
      subtype: subtype(one.label),
      visibility: 'P',
      listed: true,
      start: begins,
      end: later(begins, one.hours * hour),
      timezone: zone,
      place: placeIn(town, one.label === 'depart-commun' ? 'station' : 'hall', random),
      description: '<p>Les binômes des groupes du département sont attendu·es.</p>',
      onlineUrl: '',
      form: false,
      price: null,
      groups: [loop.id],
      attending: [],
      contact: null,
      created: later(start, -7 * day),
    }
  })
}

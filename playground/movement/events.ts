import { day, later, minute, type Instant } from '../../src/base/clock.ts'
import { dayOf, instantAt, plusDays, weekday, type Zone } from '../../src/base/zones.ts'
import type { MadeUpEvent, MadeUpGroup } from './model.ts'
import { createRandom, type Random } from './random.ts'
import { subtype } from './subtypes.ts'
import { templates, type Template } from './templates.ts'
import type { Town } from './towns.ts'
import { placeIn } from './venues.ts'

/** What a clock on the wall shows there; the rest of the territory lives by the hour of Paris. */
const zones: Readonly<Record<string, string>> = {
  GP: 'America/Guadeloupe',
  BL: 'America/Guadeloupe',
  MF: 'America/Guadeloupe',
  MQ: 'America/Martinique',
  GF: 'America/Cayenne',
  RE: 'Indian/Reunion',
  YT: 'Indian/Mayotte',
  PM: 'America/Miquelon',
  NC: 'Pacific/Noumea',
  PF: 'Pacific/Tahiti',
  WF: 'Pacific/Wallis',
  BE: 'Europe/Brussels',
}

export const zoneIn = (country: string): Zone => (zones[country] ?? 'Europe/Paris') as Zone

const bag = templates.flatMap((template) => Array.from({ length: template.weight }, () => template))

/** The next time that the wall clock of the place shows that weekday and time, from a number of days after the start. */
export const nextTime = (
  start: Instant,
  after: number,
  [wanted, time]: Template['when'][number],
  zone: Zone,
): Instant => {
  const first = plusDays(dayOf(start, zone), after)
  const wait = (wanted - weekday(first) + 7) % 7
  const at = instantAt(plusDays(first, wait), time, zone)
  return at > start ? at : instantAt(plusDays(first, wait + 7), time, zone)
}

/** Sooner is likelier: calendars are full for the coming days and thin out after. */
const daysAhead = (random: Random, most: number): number =>
  Math.floor(most * (random.below(1_000) / 1_000) ** 1.6)

interface Wanted {
  readonly seed: string
  readonly start: Instant
  readonly rank: number
  readonly town: Town
  readonly group: MadeUpGroup
}

/** An action of a group in its own town, within the month that follows the start. */
export const makeEvent = ({ seed, start, rank, town, group }: Wanted): MadeUpEvent => {
  const random = createRandom(`${seed} event ${rank}`)
  const template = random.pick(bag)
  const zone = zoneIn(town.country)
  const begins = nextTime(start, daysAhead(random, 24), random.pick(template.when), zone)
  const quarter = random.pick(town.quarters)
  const place = placeIn(town, template.setting, random, quarter)
  const name = template.name(town, quarter, random)
  return {
    id: random.uuid(),
    name,
    subtype: subtype(template.label),
    visibility: 'P',
    listed: true,
    start: begins,
    end: later(begins, template.minutes * minute),
    timezone: zone,
    place,
    description: `<p>${template.words}</p><p>Rendez-vous : ${place.name}.</p>`,
    onlineUrl: '',
    form: false,
    price: null,
    groups: [group.id],
    attending: [],
    contact: group.animators[0] ?? null,
    created: later(start, -(1 + random.below(20)) * day),
  }
}

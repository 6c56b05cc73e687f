import { day, hour, later, type Instant } from '../../src/base/clock.ts'
import { dayOf, instantAt, paris, plusDays, type Zone } from '../../src/base/zones.ts'
import type { MadeUpEvent, MadeUpGroup } from './model.ts'
import type { Random } from './random.ts'
import { subtype } from './subtypes.ts'
import { towns, type Town } from './towns.ts'

/** What special cases are made from. */
export interface Ground {
  readonly start: Instant
  readonly seed: string
  readonly groups: readonly MadeUpGroup[]
}

export const townOf = (postalCode: string): Town => {
  const found = towns.find((town) => town.postalCode === postalCode)
  if (!found) throw new RangeError(`No town at ${postalCode}`)
  return found
}

/** That many days after the start, at that time on the wall clock of the zone. */
export const onDay = (start: Instant, days: number, time: string, zone: Zone = paris): Instant =>
  instantAt(plusDays(dayOf(start, zone), days), time, zone)

/** A public action of two hours, to be said otherwise field by field. */
export const event = (
  random: Random,
  it: Partial<MadeUpEvent> & Pick<MadeUpEvent, 'name' | 'start'>,
): MadeUpEvent => ({
  id: random.uuid(),
  subtype: subtype('autre-evenement'),
  visibility: 'P',
  listed: true,
  end: later(it.start, 2 * hour),
  timezone: paris,
  description: `<p>${it.name}.</p>`,
  onlineUrl: '',
  form: false,
  price: null,
  groups: [],
  attending: [],
  contact: 'Camille',
  created: later(it.start, -10 * day),
  ...it,
})

import { day, hour, later, systemClock } from '../../src/base/clock.ts'
import { newId, type ActionId, type PersonId } from '../../src/base/ids.ts'
import type { Store } from '../../src/engine/ports.ts'
import { actionKinds, answers } from '../../src/domain/actions/model.ts'
import type { Gazetteer } from '../../src/domain/territory/ports.ts'
import { townsOfFrance } from '../import/towns.ts'

/** Numbers that look random, and are the same at every run (mulberry32). */
export const random = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

export const pick = <T>(of: readonly T[], number: number): T => {
  const one = of[Math.floor(number * of.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

interface Size {
  readonly groups: number
  readonly actions: number
  readonly answers: number
}

/** A whole country of groups, actions and answers, put straight into the store. */
export const fill = async (store: Store, gazetteer: Gazetteer, size: Size): Promise<void> => {
  const chance = random(1)
  const towns = townsOfFrance(gazetteer)
  const now = systemClock.now()
  const place = () => {
    const { name: city, department, country, postalCode, lat, lon } = pick(towns, chance())
    const point = { lat: lat + (chance() - 0.5) / 50, lon: lon + (chance() - 0.5) / 50 }
    const found = gazetteer.department(department)
    if (!found) throw new Error(`no department ${department}`)
    return { city, department: found.code, postalCode, point, zone: gazetteer.zoneOf(found.code, country) }
  }
  for (let at = 0; at < size.groups; at++) {
    const { zone: _, ...where } = place()
    await store.groups.keepImported(
      {
        source: 'made-up',
        sourceId: `group ${at}`,
        name: `Groupe d’action de ${where.city} ${at}`,
        kind: at % 100 === 0 ? 'loop' : 'local',
        certified: chance() < 0.5,
        active: chance() < 0.8,
        precision: 'exact',
        ...where,
      },
      now,
    )
  }
  const actions: ActionId[] = []
  for (let at = 0; at < size.actions; at++) {
    const { zone, department, ...venue } = place()
    const start = later(now, Math.floor(chance() * 30 * day))
    const organiser = `group ${Math.floor(chance() * size.groups)}`
    const { id } = await store.actions.keepImported(
      {
        source: 'made-up',
        sourceId: `action ${at}`,
        name: `Rendez-vous de ${venue.city} ${at}`,
        kind: pick(actionKinds, chance()),
        description: 'Rendez-vous devant la fontaine.',
        start,
        end: later(start, 2 * hour),
        zone,
        department,
        venue,
        organisers: [{ sourceId: organiser, name: organiser }],
        state: 'planned',
      },
      now,
    )
    actions.push(id)
  }
  const people: PersonId[] = []
  for (let at = 0; at < size.answers / 10; at++)
    people.push(await store.people.keep(newId.person(), { platform: 'bench', key: String(at) }, `door ${at}`))
  for (let at = 0; at < size.answers; at++)
    await store.actions.answer(pick(people, chance()), pick(actions, chance()), pick(answers, chance()), now)
}

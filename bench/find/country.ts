import { day, hour, later, systemClock } from '../../src/base/clock.ts'
import { newId, type ActionId, type PersonId } from '../../src/base/ids.ts'
import type { Sql } from '../../src/base/sql.ts'
import type { Repositories, Store } from '../../src/engine/ports.ts'
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

const together = 500

/** So many times, some hundreds in one transaction each. */
export const inBatches = async (
  store: Store,
  times: number,
  work: (within: Repositories, at: number) => Promise<void>,
): Promise<void> => {
  for (let from = 0; from < times; from += together)
    await store.transaction(async (within) => {
      for (let at = from; at < Math.min(times, from + together); at += 1) await work(within, at)
    })
}

interface Needs {
  readonly store: Store
  readonly sql: Sql
  readonly gazetteer: Gazetteer
}

/** A whole country of groups, actions and answers, put straight into the store. */
export const fill = async ({ store, sql, gazetteer }: Needs, size: Size): Promise<void> => {
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
  await inBatches(store, size.groups, async (within, at) => {
    const { zone: _, ...where } = place()
    await within.groups.keepImported(
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
  })
  const actions: ActionId[] = []
  await inBatches(store, size.actions, async (within, at) => {
    const { zone, department, ...venue } = place()
    const start = later(now, Math.floor(chance() * 30 * day))
    const organiser = `group ${Math.floor(chance() * size.groups)}`
    const { id } = await within.actions.keepImported(
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
  })
  const people: PersonId[] = []
  await inBatches(store, size.answers / 10, async (within, at) => {
    const account = { platform: 'bench', key: String(at) }
    people.push(await within.people.keep(newId.person(), account, `door ${at}`))
  })
  const given = Array.from({ length: size.answers }, () => ({
    person: pick(people, chance()),
    action: pick(actions, chance()),
    answer: pick(answers, chance()),
  }))
  // All at once: one by one they take longer than what is measured.
  await sql.ask(
    `insert into porte_voix.answers (person, action, answer, at)
     select person, action, answer, $2::bigint from json_to_recordset($1::text::json) as g (person uuid, action uuid, answer text)
     on conflict do nothing`,
    [JSON.stringify(given), now],
  )
  await sql.ask(
    `update porte_voix.actions a set yes = c.yes, maybe = c.maybe, no = c.no
     from (select action, count(*) filter (where answer = 'yes') as yes, count(*) filter (where answer = 'maybe') as maybe,
       count(*) filter (where answer = 'no') as no from porte_voix.answers group by action) c
     where c.action = a.id`,
    [],
  )
}

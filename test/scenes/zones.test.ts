import { expect } from 'vitest'
import { day, instant, later } from '../../src/base/clock.ts'
import type { ActionId } from '../../src/base/ids.ts'
import type { DepartmentCode } from '../../src/domain/territory/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

/**
 * Where, what is typed on a Wednesday of November, whose hour comes back, and then by the clocks of the Earth: the beginning, the reminder of the
 * evening before at 18:00 there, and that of two hours before.
 */
const planned = [
  // Paris, after each night on which its clocks change.
  ['Nevers', '58', 'dimanche 28 mars 10h', 'de Paris', '2027-03-28T08:00Z', '2027-03-27T17:00Z', '2027-03-28T06:00Z'],
  ['Nevers', '58', 'dimanche 31 octobre 10h', 'de Paris', '2027-10-31T09:00Z', '2027-10-30T16:00Z', '2027-10-31T07:00Z'],
  ['Saint-Denis', '974', 'samedi 14h', 'de La Réunion', '2026-11-28T10:00Z', '2026-11-27T14:00Z', '2026-11-28T08:00Z'],
  ['Les Abymes', '971', 'samedi 14h', 'de la Guadeloupe', '2026-11-28T18:00Z', '2026-11-27T22:00Z', '2026-11-28T16:00Z'],
  ['Cayenne', '973', 'samedi 14h', 'de la Guyane', '2026-11-28T17:00Z', '2026-11-27T21:00Z', '2026-11-28T15:00Z'],
  // Its clocks change on a night of its own.
  ['Saint-Pierre', '975', 'dimanche 14 mars 10h', 'de Saint-Pierre-et-Miquelon', '2027-03-14T12:00Z', '2027-03-13T21:00Z', '2027-03-14T10:00Z'],
  ['Nouméa', '988', 'samedi 14h', 'de la Nouvelle-Calédonie', '2026-11-28T03:00Z', '2026-11-27T07:00Z', '2026-11-28T01:00Z'],
  ['Papeete', '987', 'samedi 14h', 'de Tahiti', '2026-11-29T00:00Z', '2026-11-28T04:00Z', '2026-11-28T22:00Z'],
  ['Nuku-Hiva', '987', 'samedi 14h', 'des Marquises', '2026-11-28T23:30Z', '2026-11-28T03:30Z', '2026-11-28T21:30Z'],
] as const // prettier-ignore

onEveryPlatform('An action on the clocks of its place', (theatre, platform) => {
  it('is planned, shown and recalled by them, here and overseas, on nights of change too', async () => {
    const { somebody, appoints, store, clock, gazetteer } = theatre()
    const plans = async ([city, code, said, whose, start, eve, before]: (typeof planned)[number]): Promise<
      readonly [ActionId | undefined, readonly number[]]
    > => {
      const found = gazetteer.find(`${city} ${code}`)
      if (found.is !== 'one' || found.area.is !== 'commune') throw new Error(`${city} is not known`)
      const [postalCode] = found.area.postalCodes
      const { id: group } = await store.groups.keepImported(
        {
          source: 'made-up',
          sourceId: `${city} ${said} ${platform}`,
          name: `GA de ${city}`,
          kind: 'local',
          certified: true,
          active: true,
          city,
          department: code as DepartmentCode,
          ...(postalCode !== undefined && { postalCode }),
        },
        clock.now(),
      )
      const olga = somebody('Olga')
      const person = await appoints(olga, 'animator', group)
      await olga.asks('nouvelle', { action: `${said} tractage marché` })
      await sees(olga, `heure ${whose}`)
      await olga.presses(fr.planning.buttons.save)
      await sees(olga, fr.planning.saved('Tractage marché'))
      const page = { skip: 0, take: 1 }
      const [one] = await store.plans.managed([group], person, clock.now(), page)
      expect(one?.action.start).toBe(instant(start))
      // Its card came with it.
      await olga.presses('Je participe')
      await sees(olga, 'vous participez')
      return [one?.action.id, [instant(eve), instant(before)]]
    }
    const expected = await Promise.all(planned.map(plans))
    const owed = await store.reminders.due(later(clock.now(), 400 * day), 1_000)
    for (const [id, dues] of expected)
      expect(
        owed.filter(({ action, kind }) => action === id && kind !== 'after').map(({ due }) => due),
      ).toEqual(dues)
  })
})

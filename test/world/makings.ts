import { hour, instant, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { paris } from '../../src/base/zones.ts'
import type { Action } from '../../src/domain/actions/model.ts'
import type { Group } from '../../src/domain/groups/model.ts'
import type { DepartmentCode } from '../../src/domain/territory/model.ts'

/** A Wednesday in Paris, 10:00. */
export const wednesday = instant('2026-11-25T09:00:00Z')

export const department = (code: string): DepartmentCode => code as DepartmentCode

export const at = {
  montreuil: { lat: 48.864, lon: 2.443 },
  bagnolet: { lat: 48.869, lon: 2.422 },
  vincennes: { lat: 48.847, lon: 2.439 },
  lille: { lat: 50.629, lon: 3.057 },
  saintDenis: { lat: -20.882, lon: 55.45 },
}

export const aGroup = (of: Partial<Group> = {}): Group => ({
  id: newId.group(),
  name: 'Montreuil insoumise',
  kind: 'local',
  certified: false,
  active: true,
  department: department('93'),
  city: 'Montreuil',
  postalCode: '93100',
  point: at.montreuil,
  precision: 'exact',
  url: 'https://actionpopulaire.fr/groupes/1/',
  ...of,
})

/** Saturday 28 November 2026, from 14:00 to 16:00 in Paris. */
export const anAction = (of: Partial<Action> = {}): Action => ({
  id: newId.action(),
  name: 'Tractage au marché',
  kind: 'tracts',
  description: 'Rendez-vous devant la fontaine.',
  start: instant('2026-11-28T13:00:00Z'),
  end: later(of.start ?? instant('2026-11-28T13:00:00Z'), 2 * hour),
  zone: paris,
  department: department('93'),
  venue: {
    name: 'Marché',
    address: '1 place du Marché',
    city: 'Montreuil',
    postalCode: '93100',
    point: at.montreuil,
  },
  organisers: [],
  state: 'planned',
  url: 'https://actionpopulaire.fr/evenements/1/',
  revision: 1,
  ...of,
})

/** A name that means harm on every platform. */
export const hostile = '<b>A</b> @everyone *_[x](y)'

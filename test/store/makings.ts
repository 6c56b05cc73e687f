import { day, hour, later } from '../../src/base/clock.ts'
import { newId, type GroupId } from '../../src/base/ids.ts'
import { paris } from '../../src/base/zones.ts'
import type { ImportedAction } from '../../src/domain/actions/model.ts'
import type { Proposal } from '../../src/domain/proposals/model.ts'
import type { ImportedGroup } from '../../src/domain/groups/model.ts'
import type { DepartmentCode } from '../../src/domain/territory/model.ts'
import { noon } from './sizes.ts'

export const department = (code: string): DepartmentCode => code as DepartmentCode

/** Montreuil, and places at a known distance from it. */
export const montreuil = { lat: 48.8638, lon: 2.4485 }
export const bagnolet = { lat: 48.8689, lon: 2.4222 }
export const lille = { lat: 50.6292, lon: 3.0573 }
export const stDenisDeLaReunion = { lat: -20.8823, lon: 55.4504 }

export const aGroup = (of: Partial<ImportedGroup> = {}): ImportedGroup => ({
  source: 'made-up',
  sourceId: 'g1',
  name: 'Montreuil insoumise',
  kind: 'local',
  certified: true,
  active: true,
  department: department('93'),
  city: 'Montreuil',
  postalCode: '93100',
  point: montreuil,
  precision: 'exact',
  url: 'https://actionpopulaire.fr/groupes/1/',
  ...of,
})

export const anAction = (of: Partial<ImportedAction> = {}): ImportedAction => ({
  source: 'made-up',
  sourceId: 'a1',
  name: 'Tractage au marché',
  kind: 'tracts',
  description: 'Devant la fontaine.',
  start: later(noon, 2 * hour),
  end: later(noon, 4 * hour),
  zone: paris,
  department: department('93'),
  venue: {
    name: 'Marché',
    address: '1 place du Marché',
    city: 'Montreuil',
    postalCode: '93100',
    point: montreuil,
  },
  organisers: [{ sourceId: 'g1', name: 'Montreuil insoumise' }],
  state: 'planned',
  url: 'https://actionpopulaire.fr/evenements/1/',
  ...of,
})

/** Two dates that a group may tick. */
export const aProposal = (group: GroupId): Omit<Proposal, 'over'> => ({
  id: newId.proposal(),
  group,
  about: { name: 'Tractage', kind: 'tracts', description: '', audience: 'everyone' },
  dates: [3, 4].map((days) => {
    const start = later(noon, days * day)
    return { start, end: later(start, hour) }
  }),
  zone: paris,
  until: later(noon, day),
})

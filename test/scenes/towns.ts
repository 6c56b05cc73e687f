import type { Clock } from '../../src/base/clock.ts'
import { day, hour, later } from '../../src/base/clock.ts'
import type { ActionId, GroupId } from '../../src/base/ids.ts'
import type { ImportedAction } from '../../src/domain/actions/model.ts'
import type { ImportedGroup } from '../../src/domain/groups/model.ts'
import type { Commune, Point } from '../../src/domain/territory/model.ts'
import type { Gazetteer } from '../../src/domain/territory/ports.ts'
import type { Store } from '../../src/engine/ports.ts'

/** Far from each other: nothing that happens in one is near another. */
const codes = (
  '58194 36044 03190 15014 18033 19272 23096 24322 32013 48095 50502 52121 53130 60057 61001 62041 ' +
  '64445 66136 67482 70550 71270 72181 76540 79191 80021 81004 83137 87085 88160 89024 08105 10387 ' +
  '12202 16015 22278 26362 28085 33063 35238 39300 40192 41018 43157 46042 51108 54395 55029 56260'
).split(' ')

/** A town of its own for a scene, and what there is in it. */
export interface Town {
  /** As people type it: `Nevers 58`. */
  readonly asked: string
  readonly commune: Commune & { readonly point: Point }
  group(of?: Partial<ImportedGroup>): Promise<GroupId>
  /** Tomorrow at the same hour, unless told otherwise. */
  action(of?: Partial<ImportedAction>): Promise<ActionId>
}

export interface Towns {
  /** Another one each time, unless it is asked for by its code. */
  town(code?: string): Town
  /** The source tells something else of that action from now on. */
  changes(action: ActionId, of: Partial<ImportedAction>): Promise<void>
}

interface Needs {
  readonly gazetteer: Gazetteer
  readonly store: () => Store
  readonly clock: Clock
}

export const createTowns = ({ gazetteer, store, clock }: Needs): Towns => {
  const known = new Map<ActionId, ImportedAction>()
  let unique = 0
  let at = 0

  const keep = async (action: ImportedAction): Promise<ActionId> => {
    const { id } = await store().actions.keepImported(action, clock.now())
    known.set(id, action)
    return id
  }

  const town = (code = codes[at++] ?? ''): Town => {
    const commune = gazetteer.commune(code)
    if (!commune?.point) throw new Error('there are no more towns')
    const { name, department, point } = commune
    const common = { source: 'made-up', department } as const
    return {
      asked: `${name} ${department}`,
      commune: { ...commune, point },
      group: async (of = {}) => {
        const { id } = await store().groups.keepImported(
          {
            ...common,
            sourceId: `group ${(unique += 1)}`,
            name: `${name} insoumise ${unique}`,
            kind: 'local',
            certified: true,
            active: true,
            city: name,
            point,
            precision: 'exact',
            url: 'https://actionpopulaire.fr/groupes/1/',
            ...of,
          },
          clock.now(),
        )
        return id
      },
      action: (of = {}) => {
        const start = of.start ?? later(clock.now(), day)
        return keep({
          ...common,
          sourceId: `action ${(unique += 1)}`,
          name: `Tractage au marché ${unique}`,
          kind: 'tracts',
          description: 'Rendez-vous devant la fontaine.',
          start,
          end: later(start, 2 * hour),
          zone: gazetteer.zoneOf(department),
          venue: { name: 'Marché', city: name, point },
          organisers: [],
          state: 'planned',
          url: 'https://actionpopulaire.fr/evenements/1/',
          ...of,
        })
      },
    }
  }

  return {
    town,
    changes: async (id, of) => {
      const action = known.get(id)
      if (!action) throw new Error('no scene made that action')
      await keep({ ...action, ...of })
    },
  }
}

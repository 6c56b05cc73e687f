import type { Commune } from '../../src/domain/territory/model.ts'
import type { Gazetteer } from '../../src/domain/territory/ports.ts'
import type { Town } from '../../playground/movement/index.ts'

const countries: Readonly<Record<string, string>> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '976': 'YT',
}

const quarters = ['le centre', 'la gare', 'le vieux bourg'] as const

/** So many people for one more group. */
const peopleForOne = 20_000

const codes = Array.from({ length: 97_700 }, (_, at) => String(at).padStart(5, '0'))

const asTown = (commune: Commune, postalCode: string): readonly Town[] =>
  commune.point
    ? [
        {
          ...commune.point,
          name: commune.name,
          postalCode,
          department: commune.department,
          country: countries[commune.department] ?? 'FR',
          quarters,
        },
      ]
    : []

/** All communes of France, large ones several times, as a movement is spread. */
export const townsOfFrance = (gazetteer: Gazetteer): readonly Town[] =>
  codes.flatMap((postalCode) =>
    gazetteer
      .communesOf(postalCode)
      .flatMap((commune) =>
        Array.from({ length: Math.ceil(commune.population / peopleForOne) }, () => commune),
      )
      .flatMap((commune) => asTown(commune, postalCode)),
  )

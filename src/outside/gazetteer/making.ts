import type { Columns } from './columns.ts'
import type { Located, Placed } from './neighbours.ts'
import { otherNames } from './names.ts'
import { locate } from './points.ts'
import type { CodedCommune, Sources } from './sources.ts'

/** The text of the file and what it is worth. */
export interface Made {
  readonly text: string
  readonly coverage: Coverage
}

export interface Coverage {
  readonly communes: number
  readonly former: number
  readonly exact: number
  readonly about: number
  readonly nowhere: number
  /** Share of the population, from 0 to 1, that lives in communes whose point is exact. */
  readonly populationExact: number
}

const typographic = (name: string): string => name.replaceAll("'", '’')

/** `Paris 20e Arrondissement` is called `Paris 20e`. */
const usual = (name: string): string => typographic(name.replace(/ Arrondissement$/, ''))

/** Overseas collectivities have no department in the source: theirs is the beginning of their code. */
const departmentOf = ({ code, departement }: CodedCommune): string => departement ?? code.slice(0, 3)

const isOfToday = ({ type }: CodedCommune): boolean =>
  type === 'commune-actuelle' || type === 'arrondissement-municipal'

const located = (communes: readonly CodedCommune[]): readonly Located[] => {
  const seats = new Map<string, string>()
  for (const { code, chefLieu, nom } of communes) if (code === chefLieu) seats.set(code, nom)
  return communes.filter(isOfToday).map((commune) => {
    const seat = seats.get(commune.code)
    return {
      code: commune.code,
      name: usual(commune.nom),
      department: departmentOf(commune),
      postalCodes: commune.codesPostaux ?? [],
      names: seat === undefined ? [commune.nom] : [commune.nom, seat],
    }
  })
}

/** A thousandth of a degree (111 m) when exact, a hundredth (1.1 km) otherwise. */
const degrees = (value: number, { precision }: Placed): number =>
  Number(value.toFixed(precision === 'exact' ? 3 : 2))

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Takes the geographic code, the unions of communes and GeoNames' places to the text of the file; always the same. */
export const makeGazetteer = (sources: Sources): Made => {
  const places = located(sources.communes).toSorted((one, other) => inOrder(one.code, other.code))
  const placed = locate(places, sources)
  const populations = new Map(sources.communes.map(({ code, population }) => [code, population ?? 0]))
  const nameOf = new Map(places.map(({ code, name }) => [code, name]))
  const former = sources.communes
    .flatMap(({ code, nom, chefLieu: of = '' }) => {
      const name = typographic(nom)
      return of === '' || nameOf.get(of) === name ? [] : [{ code, name, of }]
    })
    .concat(otherNames)
    .toSorted((one, other) => inOrder(one.code, other.code) || inOrder(one.name, other.name))

  const points = places.map(({ code }) => placed.get(code))
  const columns: Columns = {
    codes: places.map(({ code }) => code).join(' '),
    names: places.map(({ name }) => name).join('\n'),
    departments: places.map(({ department }) => department).join(' '),
    postalCodes: places.map(({ postalCodes }) => postalCodes.join(' ')).join('\n'),
    populations: places.map(({ code }) => populations.get(code) ?? 0),
    latitudes: points.map((at) => (at ? degrees(at.point.lat, at) : null)),
    longitudes: points.map((at) => (at ? degrees(at.point.lon, at) : null)),
    exact: points.map((at) => (at?.precision === 'exact' ? '1' : '0')).join(''),
    formerNames: former.map(({ name }) => name).join('\n'),
    formerOf: former.map(({ of }) => of).join(' '),
    formerCodes: former.map(({ code }) => code).join(' '),
  }
  return {
    text: `${JSON.stringify(columns)}\n`,
    coverage: measure(places, former.length, placed, populations),
  }
}

const measure = (
  places: readonly Located[],
  former: number,
  spots: ReadonlyMap<string, Placed>,
  populations: ReadonlyMap<string, number>,
): Coverage => {
  // The arrondissements count twice in the population otherwise: their city is listed too.
  const whole = places.filter(({ name }) => !/^(Paris|Lyon|Marseille) \d/.test(name))
  const people = (of: readonly Located[]): number =>
    of.reduce((sum, { code }) => sum + (populations.get(code) ?? 0), 0)
  const withPrecision = (precision: Placed['precision']): readonly Located[] =>
    places.filter(({ code }) => spots.get(code)?.precision === precision)
  const exact = withPrecision('exact')
  return {
    communes: places.length,
    former,
    exact: exact.length,
    about: withPrecision('about').length,
    nowhere: places.filter(({ code }) => !spots.has(code)).length,
    populationExact: people(whole.filter((place) => exact.includes(place))) / people(whole),
  }
}

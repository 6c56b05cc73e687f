import { arrondissements, cities, cityOfPostalCode } from './arrondissements.ts'
import { departmentOfPrefix } from './departments.ts'
import { createFinding, placesOf, withoutEclipsed, type Finding } from './finding.ts'
import type { Keep, Lexicon } from './lexicon.ts'
import type { Commune, Department, Found } from './model.ts'
import { readNumbered } from './numbers.ts'
import type { PostalCodes } from './postal.ts'
import { readAsked, readings } from './reading.ts'

type Place = Commune | Department
type Step = Exclude<keyof Finding, 'nearly'>

interface Needs {
  readonly lexicon: Lexicon
  readonly postalCodes: PostalCodes
  readonly commune: (code: string) => Commune | undefined
  readonly department: (code: string) => Department | undefined
}

/** A department, a region or a country said before or after the name: `Montreuil 93`, `Saint-Denis, La Réunion`. */
interface Hint {
  readonly wide: readonly Place[]
  readonly rest: string
  /** A number before words that name no place is rather that of a house: `12 rue Victor Hugo`. */
  readonly house?: true
}

const connecting = new Set(['a', 'au', 'aux', 'd', 'dans', 'de', 'des', 'du', 'en', 'l', 'la', 'le', 'les'])

const departmentOf = (place: Place): string => (place.is === 'commune' ? place.department : place.code)

const found = (places: readonly Place[]): Found | undefined => {
  const [first, ...others] = places
  if (!first) return undefined
  return others.length === 0 ? { is: 'one', area: first } : { is: 'several', areas: places }
}

const first = <Item>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined => {
  for (const item of items) {
    const result = find(item)
    if (result) return result
  }
  return undefined
}

/** What was written and what is left of it: guessing costs too much to do it for all in between. */
const ends = (ways: readonly string[]): readonly string[] => [
  ...new Set([...ways.slice(0, 1), ...ways.slice(-1)]),
]

const isAbroad = ({ code }: Place): boolean => code.startsWith('99-')

const town =
  (least: number) =>
  (place: Place): boolean =>
    place.is === 'commune' && place.population >= least

const sure: readonly Step[] = ['exactly', 'loosely', 'opening']
const all: readonly Step[] = [...sure, 'guesses']

export const createSearch = ({
  lexicon,
  postalCodes,
  commune,
  department,
}: Needs): ((text: string) => Found) => {
  const finding = createFinding(lexicon)

  /** The first step that finds something, of places that are kept only. */
  const among = (
    words: string,
    steps: readonly Step[],
    keep: (place: Place) => boolean,
  ): Found | undefined => {
    const keepEntry: Keep = ({ areas }) => areas.some(keep)
    return first(steps, (step) => found(placesOf(finding[step](words, keepEntry)).filter(keep)))
  }

  const anywhere = (words: string, steps: readonly Step[]): Found | undefined =>
    first(steps, (step) => found(placesOf(withoutEclipsed(finding[step](words)))))

  /** The places that a word may narrow others to; of a city, its arrondissements. */
  const wideOf = (words: string): readonly Place[] => {
    const city = commune(cities.find(({ name }) => name === words)?.code ?? '')
    return city ? [city] : placesOf(lexicon.exactly(words).filter(({ is }) => is === 'wide'))
  }

  const hintsOf = (asked: string): readonly Hint[] => {
    const words = asked.split(' ')
    const splits = Array.from({ length: words.length - 1 }, (_, at) => at + 1)
    const after = splits.map((at) => {
      const last = words.slice(0, at).findLastIndex((word) => !connecting.has(word))
      return { wide: wideOf(words.slice(at).join(' ')), rest: words.slice(0, last + 1).join(' ') }
    })
    const before = splits.toReversed().map((at) => {
      const next = words.findIndex((word, index) => index >= at && !connecting.has(word))
      const wide = wideOf(words.slice(0, at).join(' '))
      const rest = next < 0 ? '' : words.slice(next).join(' ')
      return { wide, rest, ...(at === 1 && /^\d+$/.test(words[0] ?? '') && { house: true as const }) }
    })
    return [...after, ...before].filter(({ wide, rest }) => wide.length > 0 && rest !== '')
  }

  const hinted = ({ wide, rest }: Hint, steps: readonly Step[]): Found | undefined => {
    const codes = new Set(wide.map(departmentOf))
    return among(rest, steps, (place) => codes.has(departmentOf(place)))
  }

  const numbered = (words: string): Found | undefined => {
    const asked = readNumbered(words)
    if (!asked) return undefined
    const codes = arrondissements(asked.number, asked.city)
    const city = cities.find(({ name }) => name === asked.city)
    // In « Marseille 13 », the number may be the department's as well.
    const twofold = asked.bare && city && codes.length > 0 && city.department === String(asked.number)
    return found([...(twofold ? [city.code] : []), ...codes].flatMap((code) => commune(code) ?? []))
  }

  const precisely = (words: string): Found | undefined =>
    anywhere(words, ['exactly']) ??
    numbered(words) ??
    anywhere(words, ['loosely']) ??
    first(hintsOf(words), (hint) => hinted(hint, sure))

  /** `Lille centre`, `Belleville Paris`: a town, and more that is not part of its name. */
  const partly = (asked: string): Found | undefined => {
    const words = asked.split(' ')
    const shorter = Array.from({ length: words.length - 1 }, (_, dropped) => dropped + 1)
    return (
      first(shorter, (dropped) => among(words.slice(0, -dropped).join(' '), ['exactly'], town(1_000))) ??
      first(shorter, (dropped) => among(words.slice(dropped).join(' '), ['exactly'], town(20_000)))
    )
  }

  const vaguely = (words: string): Found | undefined => {
    const hints = hintsOf(words)
    return (
      anywhere(words, ['opening']) ??
      first(hints, (hint) => hinted(hint, ['guesses'])) ??
      first(hints, ({ rest }) => anywhere(rest, ['exactly', 'loosely'])) ??
      anywhere(words, ['guesses']) ??
      partly(words) ??
      first(hints, ({ wide }) => (wide.some(isAbroad) ? found(wide) : undefined)) ??
      first(hints, ({ rest }) => anywhere(rest, ['guesses'])) ??
      first(hints, ({ wide, house }) => (house ? undefined : found(wide)))
    )
  }

  const ofUnknownCode = (postalCode: string): Found | undefined => {
    const city = cityOfPostalCode(postalCode)
    const own = city === undefined ? undefined : commune(city)
    if (own) return found([own])
    const home = department(departmentOfPrefix(postalCode) ?? '')
    return home && found([home, ...postalCodes.around(postalCode, home.code)])
  }

  const byPostalCode = (postalCode: string, words: string): Found | undefined => {
    const communes = postalCodes.communesOf(postalCode)
    if (words === '') return found(communes) ?? ofUnknownCode(postalCode)
    const here = new Set<string>(communes.map(({ code }) => code))
    const near = new Set<string | undefined>([...communes.map(departmentOf), departmentOfPrefix(postalCode)])
    const ways = readings(words)
    return (
      first(ways, (way) => among(way, all, ({ code }) => here.has(code))) ??
      first(ways, numbered) ??
      first(ways, (way) =>
        among(way, all, (place) => place.is === 'commune' && near.has(place.department)),
      ) ??
      found(communes) ??
      first(ways, precisely) ??
      ofUnknownCode(postalCode)
    )
  }

  const nothing = (words: string): Found => ({ is: 'none', nearly: finding.nearly(words) })

  return (text) => {
    const asked = readAsked(text)
    if (!asked) return { is: 'none', nearly: [] }
    const { postalCode, words } = asked
    if (postalCode !== undefined) return byPostalCode(postalCode, words) ?? nothing(words)
    const ways = readings(words)
    return (
      first(ways, (way) => anywhere(way, ['strictly'])) ??
      first(ways, precisely) ??
      (/\p{L}/u.test(words) ? first(ends(ways), vaguely) : undefined) ??
      nothing(words)
    )
  }
}

import { folded } from '../base/text.ts'
import type { Instant } from '../base/clock.ts'
import type { Zone } from '../base/zones.ts'
import { actionKinds, type ActionKind } from '../domain/actions/model.ts'
import { readLine } from '../domain/dates/read.ts'
import { scan } from '../domain/dates/scan.ts'
import { begin, end } from '../domain/dates/vocabulary.ts'
import type { Draft } from '../domain/planning/model.ts'
import { kinds, kindsTyped } from '../phrases/fr/kinds.ts'

/** Words that name the place as much as the kind: they stay in it. */
const alsoPlaces = new Set(['marche', 'porte', 'cafe', 'cafes', 'film', 'autres'])

const spaced = (way: string): string => folded(way).replaceAll(' ', "[ '-]")

const ways = actionKinds
  .flatMap((kind) =>
    [kinds[kind], kind, ...(kindsTyped[kind] ?? [])].map((way) => ({ kind, way: folded(way) })),
  )
  .toSorted((one, other) => other.way.length - one.way.length)

interface Spotted {
  readonly kind: ActionKind
  readonly rest: string
}

/** The kind that is named first, and what is said beside it. */
const spotKind = (words: string): Spotted | undefined => {
  const found = ways
    .flatMap(({ kind, way }) => {
      const sentence = scan(words)
      const taken = sentence.take(new RegExp(`${begin}${spaced(way)}${end}`, 'u'))
      return taken ? [{ kind, at: taken.at, rest: alsoPlaces.has(way) ? words : sentence.rest() }] : []
    })
    .toSorted((one, other) => one.at - other.at)
  return found[0]
}

const toPlace = /^(?:rdv|rendez-vous)?\s*(?:(?:au|aux|à la|à l[’']|à|sur le|sur la|sur|devant)\s+)?/iu

const capital = (words: string): string => words.replace(/^\p{Ll}/u, (first) => first.toUpperCase())

/** What is done and where, as far as words say it. */
export const whatAndWhere = (words: string): Pick<Draft, 'name' | 'kind' | 'place'> => {
  const said = words.replaceAll(/\s+/g, ' ').trim()
  const spotted = spotKind(said)
  if (!spotted) return { ...(said !== '' && { name: capital(said) }), kind: 'autre', place: '' }
  const { kind, rest } = spotted
  return { name: capital(said === '' ? kinds[kind] : said), kind, place: rest.replace(toPlace, '') }
}

/** With the words that lead to it: « de 10h à 12h » leaves nothing. */
const unreadHour =
  /(?<![\p{L}\d])(?:(?:de|à|dès|vers|entre|et|puis|jusqu[’']à) |[-–] ?)*\d{1,2} ?[h:]\d{0,2}(?!\p{L})/giu

/** « samedi 14h tractage marché de Belleville »: what, where and when. */
export const draftOf = (line: string, now: Instant, zone: Zone): Omit<Draft, 'id' | 'group'> => {
  const { read, rest } = readLine(line, { now, zone })
  // What was not read as a date would end in the name.
  const clean =
    read.is === 'unclear'
      ? rest.replaceAll(unreadHour, ' ').replace(read.why === 'typo' ? read.word : '\uE000', ' ')
      : rest
  return {
    ...whatAndWhere(clean),
    when: { typed: line, at: now },
    description: '',
    audience: 'everyone',
  }
}

import { NotClear } from './model.ts'
import type { Scan, Taken } from './scan.ts'
import { begin, end, numberOf, numberWord } from './vocabulary.ts'

export const parts = ['morning', 'noon', 'afternoon', 'evening', 'night'] as const
export type Part = (typeof parts)[number]

/** Minutes since the beginning of the day; more than one where people may mean several. */
export interface Said {
  readonly at: number
  readonly minutes: readonly number[]
  /** Written as on a station clock: 05:17 is never in the afternoon. */
  readonly exact: boolean
}

export interface Times {
  readonly from?: Said
  readonly to?: Said
  /** In minutes, where it was said. */
  readonly lasts?: number
  readonly part?: Part
  /** From this very minute on, in minutes. */
  readonly inMinutes?: number
}

/** « 14h 30 personnes »: thirty of them, not half past. */
const things = ` (?:personnes?|gens|places?|militant\\p{L}*|colleur\\p{L}*|tracts?|affiches?|voitures?|euros?|kilos?|inscrit\\p{L}*|participant\\p{L}*)${end}`

const clock = (n: string): string =>
  [
    `(?<m${n}>(?<!apres )midi|minuit)(?: (?:et |)(?<mq${n}>quart|demie?|trente|quinze)| et (?<mm${n}>\\d{2}))?${end}`,
    `(?<h${n}>\\d{1,2}) ?(?:h|heures?|hrs?)(?:(?:(?<i${n}>\\d{2})| (?<j${n}>\\d{2})(?!${things}))(?: ?(?:min|mn|minutes?)${end})?| ?(?<q${n}>et quart|et demie?|moins le quart|moins dix|moins cinq|moins vingt))?(?![\\p{L}\\d])`,
    `(?<d${n}>\\d{1,2}):(?<e${n}>\\d{2})(?![\\d:])`,
    `(?<p${n}>\\d{1,2})\\.(?<r${n}>1[3-9]|[2-5]\\d)(?![\\d.])`,
    `(?<w${n}>${numberWord}) heures?(?: (?<v${n}>${numberWord})${end}| (?<x${n}>et quart|et demie?|moins le quart|moins dix|moins cinq|moins vingt))?${end}`,
  ].join('|')

const one = (n: string): string => `(?:${clock(n)})`
const ofDay = `(?: ?(?:du matin|de l'apres[- ]midi|de l'aprem|du soir|de la nuit|de nuit|pile|precises?|tapantes?)${end})?`
const before = `(?:(?:des|vers|a partir de|a compter de|a|de|pour|rdv a|rendez-vous a) ?)?`
const joins = `(?:-|/|→|->|=>|~| a | a|jusqu'a |jusque |jusqu'a|au )`

const range = new RegExp(
  `${begin}(?:(?:de|(?<entre>entre)|d'|des|a partir de|a|vers) ?)?(?:${one('A')}|(?<b>\\d{1,2})(?=(?: ?- ?| ?/ ?| a | et )\\d))(?<o1>${ofDay}) ?(?:${joins}|(?<=entre.*)et |, jusqu'a ) ?${one('B')}(?<o2>${ofDay})`,
  'u',
)
const toBare = new RegExp(
  `${begin}(?:de |des |entre )?${one('A')} ?(?:-|a|et) ?(?<b>\\d{1,2})(?=$|[,;])`,
  'u',
)
const single = new RegExp(`(?:${begin}${before}|(?<=[ ,;(]))(?<!\\d)${one('A')}(?<o1>${ofDay})`, 'u')
const bareHour = new RegExp(`${begin}a (?<h>\\d{1,2}) ?(?=[,.;]?$)`, 'u')
const until = new RegExp(
  `${begin},? ?(?:jusqu'a|jusque|fin a|fin vers|et finit a) ?${one('A')}(?<o1>${ofDay})`,
  'u',
)

const amount = (n: string): string =>
  `(?:(?<dh${n}>\\d{1,2}|${numberWord}) ?(?:h|heures?)(?: ?(?<dm${n}>\\d{1,2})(?: ?(?:min|mn|minutes?))?${end}| et (?<dd${n}>demie?|quart))?${end}|(?<di${n}>\\d{1,3}|${numberWord}) ?(?:min|mn|minutes?)${end}|(?<half${n}>une demi[- ]heure)|(?<q3${n}>trois quarts d'heure)|(?<q1${n}>un quart d'heure))`

const lasting = new RegExp(
  `(?:${begin}(?:pendant|durant|(?:d'une )?duree(?: de| :|:)?|ca dure|dure) ?${amount('A')}|\\( ?(?:duree ?:? ?)?${amount('B')} ?\\))`,
  'u',
)
const fromNow = new RegExp(`${begin}d'?ans ${amount('A')}`, 'u')

const partWords: readonly (readonly [Part, string])[] = [
  [
    'afternoon',
    `(?:(?:dans|en (?:debut|fin|milieu) de?|en fin d'|en debut d'|cet?|cette|de|d') ?)?(?:l'|l' )?(?:apres[- ]?midi|aprem|apm)${end}`,
  ],
  [
    'morning',
    `(?:(?:dans la|ce|en|en fin de|en debut de|au|le|du|de bon) )?matin${end}|(?:dans la|en) matinee${end}`,
  ],
  ['evening', `(?:(?:ce|en|au|le|du) )?soir${end}|(?:dans la|en|en debut de|en fin de) soiree${end}`],
  ['night', `(?:(?:cette|dans la|de|la|en pleine) )?nuit${end}`],
]

type Groups = Taken['groups']

const minutesOf = (words: string | undefined): number => {
  switch (words?.replace(/^et /, '')) {
    case undefined:
      return 0
    case 'quart':
    case 'quinze':
      return 15
    case 'demi':
    case 'demie':
    case 'trente':
      return 30
    case 'moins le quart':
      return -15
    case 'moins dix':
      return -10
    case 'moins cinq':
      return -5
    case 'moins vingt':
      return -20
    default:
      return Number.NaN
  }
}

export const midnight = 24 * 60
const noon = 12 * 60

const partOf = (words: string | undefined): Part | undefined => {
  const said = words?.trim() ?? ''
  if (said.startsWith('du matin')) return 'morning'
  if (said.startsWith("de l'ap")) return 'afternoon'
  if (said.startsWith('du soir')) return 'evening'
  return said.endsWith('nuit') ? 'night' : undefined
}

/** In which half of the day; a part that excludes the hour is a contradiction. */
export const placed = (
  said: number,
  part: Part | undefined,
  exact: boolean,
  words: string,
): readonly number[] => {
  const half = said % midnight
  const wrong = (): never => {
    throw new NotClear({ why: 'no-such-time', words })
  }
  switch (part) {
    case undefined:
    case 'noon':
      return !exact && half >= 60 && half < 6 * 60 ? [half, half + noon] : [said]
    case 'morning':
      return half < noon ? [half] : wrong()
    case 'afternoon':
      if (half >= noon && half < 20 * 60) return [half]
      return half >= 60 && half < 8 * 60 ? [half + noon] : wrong()
    case 'evening':
      if (said === midnight || half >= 16 * 60) return [said]
      return half >= 4 * 60 && half < noon ? [half + noon] : wrong()
    case 'night':
      return half < 7 * 60 || half >= 20 * 60 ? [said] : wrong()
  }
}

const clockOf = (
  groups: Groups,
  n: string,
  typed: string,
): { readonly minute: number; readonly exact: boolean } => {
  const got = (name: string): string | undefined => groups[`${name}${n}`]
  const word = got('m')
  if (word !== undefined) {
    const after = Number(got('mm') ?? minutesOf(got('mq')))
    return { minute: (word === 'midi' ? noon : midnight) + after, exact: true }
  }
  const digits = got('h') ?? got('d') ?? got('p')
  const hours = digits === undefined ? numberOf(got('w') ?? '') : Number(digits)
  const spoken = got('v') === undefined ? minutesOf(got('x') ?? got('q')) : numberOf(got('v') ?? '')
  const minutes = Number(got('i') ?? got('j') ?? got('e') ?? got('r') ?? spoken)
  const valid = hours <= 24 && minutes < 60 && (hours < 24 || minutes === 0)
  if (!valid) throw new NotClear({ why: 'no-such-time', words: typed })
  return { minute: hours * 60 + minutes, exact: digits?.startsWith('0') ?? false }
}

const asSaid = (found: Taken, n: string, part: Part | undefined): Said => {
  const { minute, exact } = clockOf(found.groups, n, found.typed)
  return { at: found.at, minutes: placed(minute, part, exact, found.typed), exact }
}

const lengthOf = ({ groups }: Taken, n: string): number | undefined => {
  const got = (name: string): string | undefined => groups[`${name}${n}`]
  if (got('half')) return 30
  if (got('q3')) return 45
  if (got('q1')) return 15
  const [hours, minutes] = [got('dh'), got('di')]
  if (minutes !== undefined) return numberOf(minutes)
  if (hours === undefined) return undefined
  const more = got('dm') === undefined ? minutesOf(got('dd')) : Number(got('dm'))
  return numberOf(hours) * 60 + more
}

const readPart = (sentence: Scan): Part | undefined => {
  const found = partWords.flatMap(([part, words]) =>
    sentence.take(new RegExp(`${begin}(?:${words})`, 'u')) ? [part] : [],
  )
  if (found.length > 1) throw new NotClear({ why: 'several-times' })
  return found[0]
}

/** Hours, how long, and the part of the day. Days must have been taken before: « samedi 28 14h ». */
export const readTimes = (sentence: Scan): Times => {
  const waits = sentence.take(fromNow)
  const long = sentence.take(lasting)
  const lasts = long && (lengthOf(long, 'A') ?? lengthOf(long, 'B'))
  const between = sentence.take(range)
  const open = between ? undefined : sentence.take(toBare)
  const ends = between || open ? undefined : sentence.take(until)
  const begins = between || open ? undefined : sentence.take(single)
  const second = sentence.take(single)
  if (second || (waits && (between ?? open ?? begins))) throw new NotClear({ why: 'several-times' })
  const part = readPart(sentence)
  const bare = between || open || begins || waits ? undefined : sentence.take(bareHour)
  const common = {
    ...(lasts !== undefined && { lasts }),
    ...(part && { part }),
  }
  if (waits) return { ...common, inMinutes: lengthOf(waits, 'A') ?? 0 }
  if (between) return { ...common, ...rangeOf(between, part) }
  if (open) return { ...common, ...openRange(open, part) }
  const last = ends && { to: asSaid(ends, 'A', partOf(ends.groups['o1']) ?? endPart(part)) }
  if (begins) return { ...common, ...last, from: asSaid(begins, 'A', partOf(begins.groups['o1']) ?? part) }
  if (bare) {
    const minute = Number(bare.groups['h']) * 60
    if (minute > midnight) throw new NotClear({ why: 'no-such-time', words: bare.typed })
    return {
      ...common,
      ...last,
      from: { at: bare.at, minutes: placed(minute, part, false, bare.typed), exact: false },
    }
  }
  return { ...common, ...last }
}

/** What begins in the evening may end at night. */
const endPart = (part: Part | undefined): Part | undefined => (part === 'afternoon' ? part : undefined)

const rangeOf = (found: Taken, part: Part | undefined): Pick<Times, 'from' | 'to'> => {
  const { b, o1, o2 } = found.groups
  const first = partOf(o1) ?? partOf(o2) ?? part
  const to = asSaid(found, 'B', partOf(o2) ?? endPart(part))
  if (b === undefined) return { from: asSaid(found, 'A', first), to }
  if (Number(b) > 24) throw new NotClear({ why: 'no-such-time', words: found.typed })
  const exact = b.startsWith('0')
  return { from: { at: found.at, minutes: placed(Number(b) * 60, first, exact, found.typed), exact }, to }
}

const openRange = (found: Taken, part: Part | undefined): Pick<Times, 'from' | 'to'> => {
  const last = Number(found.groups['b'])
  if (last > 24) throw new NotClear({ why: 'no-such-time', words: found.typed })
  const to = { at: found.at, minutes: placed(last * 60, endPart(part), false, found.typed), exact: false }
  return { from: asSaid(found, 'A', part), to }
}

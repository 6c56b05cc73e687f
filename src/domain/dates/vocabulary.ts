/** What French dates are made of, without accents, as {@link scan} folds them. */
export const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

const months = [
  'janvier|janv?',
  'fevrier|fevr?',
  'mars',
  'avril|avr',
  'mai',
  'juin',
  'juillet|juil',
  'aout',
  'septembre|sept?',
  'octobre|oct',
  'novembre|nov',
  'decembre|dec',
]

export const any = (of: readonly string[]): string => `(?:${of.join('|')})`

/** Not inside a word or a number, nor after something that makes it another word. */
export const begin = `(?<![\\p{L}\\p{N}'/.-])`
export const end = `(?![\\p{L}\\p{N}])`

const full = any(weekdays.map((name) => `${name}s?`))
/** Short names only before a number: « mer. 2 » is a day, « le bord de mer » is not. */
const short = `(?:lun|mar|mer|jeu|ven|sam|dim)\\.?(?= (?:le )?\\d)`
export const weekdayWord = `(?:${full}${end}|(?<!(?:de|la|du|en|le|au|aux) )${short})`
export const monthWord = `(?:${months.join('|')})${end}\\.?`

/** 1 is Monday; 0: none. */
export const weekdayOf = (word: string): number =>
  word === ''
    ? 0
    : weekdays.findIndex((name) => name.startsWith(word.replace('.', '').trim().slice(0, 3))) + 1

export const monthOf = (word: string): number => {
  const plain = word.replace('.', '')
  return months.findIndex((ways) => new RegExp(`^(?:${ways})$`).test(plain)) + 1
}

const small = [
  'zero', 'une?', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze',
  'treize', 'quatorze', 'quinze', 'seize', 'dix[- ]sept', 'dix[- ]huit', 'dix[- ]neuf',
] // prettier-ignore
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante']

const spelled = (value: number): string => {
  if (value < 20) return small[value] ?? ''
  const [ten, unit] = [tens[Math.floor(value / 10)] ?? '', value % 10]
  if (unit === 0) return ten
  return unit === 1 ? `${ten}[- ]et[- ]une?` : `${ten}[- ]${small[unit] ?? ''}`
}

const numbers = Array.from({ length: 60 }, (_, value) => ({ value, way: spelled(value) }))

/** A number from 0 to 59 in letters; the longest first. */
export const numberWord = any(
  numbers.toSorted((one, other) => other.way.length - one.way.length).map(({ way }) => way),
)

/** A number in digits or letters. */
export const numberOf = (word: string): number => {
  if (/^\d+$/.test(word)) return Number(word)
  return numbers.find(({ way }) => new RegExp(`^${way}$`).test(word))?.value ?? Number.NaN
}

const ranks: readonly (readonly [string, number])[] = [
  ['premiers?|1 ?ers?', 1],
  ['deuxiemes?|seconds?|2 ?(?:e|eme|nd)s?', 2],
  ['troisiemes?|3 ?(?:e|eme)s?', 3],
  ['quatriemes?|4 ?(?:e|eme)s?', 4],
  ['cinquiemes?|5 ?(?:e|eme)s?', 5],
  ['derniers?', -1],
]
export const rankWord = any(ranks.map(([way]) => `(?:${way})${end}`))

export const rankOf = (word: string): number =>
  ranks.find(([way]) => new RegExp(`^(?:${way})$`).test(word))?.[1] ?? 0

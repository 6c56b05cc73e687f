const ordinals = new Map(
  [
    'premier',
    'deuxieme',
    'troisieme',
    'quatrieme',
    'cinquieme',
    'sixieme',
    'septieme',
    'huitieme',
    'neuvieme',
    'dixieme',
    'onzieme',
    'douzieme',
    'treizieme',
    'quatorzieme',
    'quinzieme',
    'seizieme',
    'dixseptieme',
    'dixhuitieme',
    'dixneuvieme',
    'vingtieme',
  ].map((word, at) => [word, at + 1]),
)

const romans = new Map(
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'
    .split(' ')
    .map((roman, at) => [roman, at + 1]),
)

const suffix = '(?:er|ere|e|eme|ieme|me|nd|nde|d|de)'
const district = '(?:(?:arrondissement|arrondissements|arrondt|arrdt|arrt|ardt|arr) ?)'
const number = `(?:0?(\\d{1,2})|([ivx]+)|(${[...ordinals.keys()].join('|').replaceAll(/(dix)(?=[shn])/g, '$1 ?')}))`

const cityFirst = new RegExp(
  `^(paris|lyon|marseille)(?: (?:le |la )?| ?(?=\\d))${number} ?${suffix}? ?${district}?$`,
)
const cityLast = new RegExp(`^(?:le )?${number} ?${suffix}? ?${district}?(?:de |a )?(paris|lyon|marseille)$`)
const noCity = new RegExp(
  `^(?:le )?(?:0?(\\d{1,2}) ?(?:${suffix} ?${district}?|${district})|${number} ?${suffix}? ?${district})$`,
)

type City = 'paris' | 'lyon' | 'marseille'

/** A municipal arrondissement in people's words; without a city, it may be any that has one of that number. */
export interface Numbered {
  readonly city?: City
  readonly number: number
  /** Only a bare number follows the city: it may be meant as something else, such as a department. */
  readonly bare: boolean
}

const numbered = (city: string | undefined, digits?: string, roman = '', word = ''): Numbered | undefined => {
  const spelled = romans.get(roman) ?? ordinals.get(word.replaceAll(' ', ''))
  const found = digits === undefined ? spelled : Number(digits)
  if (found === undefined) return undefined
  return { ...(city === undefined ? {} : { city: city as City }), number: found, bare: false }
}

/** `lyon 3 eme`, `paris xxe`, `13 eme arrondissement de marseille`, `20e`: the words of a place's name, folded. */
export const readNumbered = (text: string): Numbered | undefined => {
  const first = cityFirst.exec(text)
  if (first) {
    const found = numbered(first[1], first[2], first[3], first[4])
    return found && { ...found, bare: /\d$/.test(text) }
  }
  const last = cityLast.exec(text)
  if (last) return numbered(last[4], last[1], last[2], last[3])
  const alone = noCity.exec(text)
  return alone ? numbered(undefined, alone[1] ?? alone[2], alone[3], alone[4]) : undefined
}

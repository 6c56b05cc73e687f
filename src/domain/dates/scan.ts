/** Takes pieces out of a sentence, one after the other; what was taken is not seen again. */
export interface Scan {
  /** The first place where the pattern fits. */
  take(pattern: RegExp): Taken | undefined
  takeAll(pattern: RegExp): readonly Taken[]
  /** Keeps what fits from being read: it stays in the rest. */
  shield(pattern: RegExp): void
  /** Is there something that fits among what was not taken? As it was typed. */
  left(pattern: RegExp): string | undefined
  /** What was not taken, as it was typed. */
  rest(): string
  /** The same, without what only joined two pieces that were taken: the « et » of « samedi et dimanche ». */
  beside(): string
  /** What was not taken between two places, folded. */
  between(from: number, to: number): string
}

export interface Taken {
  readonly at: number
  readonly end: number
  readonly text: string
  readonly groups: Readonly<Record<string, string | undefined>>
  /** As it was typed. */
  readonly typed: string
}

/** Of the private use area: nobody types them. */
const gone = '\uE000'
const kept = '\uE001'

const foldOne = (letter: string): string => {
  if (letter.length > 1) return kept.repeat(letter.length)
  if (/[\s\u00A0\u202F]/.test(letter)) return ' '
  if (/[’‘ʼ`´]/.test(letter)) return "'"
  if (/[‐‑‒–—−]/.test(letter)) return '-'
  if (letter === 'œ' || letter === 'Œ') return 'o'
  const [base = letter] = letter.normalize('NFD').toLowerCase()
  return base
}

/** Lower case, without accents; every letter stays at its place. */
const foldedInPlace = (text: string): string => Array.from(text, foldOne).join('')

const compiled = new Map<string, RegExp>()

/** The same for the same pattern, which takes longer to compile than to look for; those of this module are few. */
const placed = ({ source }: RegExp): RegExp => {
  const known = compiled.get(source) ?? new RegExp(source, 'du')
  compiled.set(source, known)
  return known
}

const named = (found: RegExpExecArray): Readonly<Record<string, string | undefined>> => ({ ...found.groups })

const tidy = (left: string): string =>
  left
    .replaceAll(/\uE000+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;:.()–—-]+|[\s,;:(–—-]+$/g, '')
    .trim()

export const scan = (sentence: string): Scan => {
  const typed = sentence.normalize('NFC').replaceAll(/\s+/g, ' ')
  let open = foldedInPlace(typed)
  let shown = typed

  const blank = (at: number, end: number, mark: string): void => {
    open = open.slice(0, at) + mark.repeat(end - at) + open.slice(end)
  }
  const find = (pattern: RegExp): Taken | undefined => {
    const found = placed(pattern).exec(open)
    if (!found || found[0] === '') return undefined
    const [at, end] = [found.index, found.index + found[0].length]
    return { at, end, text: found[0], groups: named(found), typed: typed.slice(at, end).trim() }
  }
  const take = (pattern: RegExp): Taken | undefined => {
    const found = find(pattern)
    if (!found) return undefined
    blank(found.at, found.end, gone)
    shown = shown.slice(0, found.at) + gone.repeat(found.end - found.at) + shown.slice(found.end)
    return found
  }
  return {
    take,
    takeAll: (pattern) => {
      const all: Taken[] = []
      for (let next = take(pattern); next; next = take(pattern)) all.push(next)
      return all
    },
    shield: (pattern) => {
      for (let next = find(pattern); next; next = find(pattern)) blank(next.at, next.end, kept)
    },
    left: (pattern) => find(pattern)?.typed,
    rest: () => tidy(shown),
    beside: () => tidy(shown.replaceAll(/\uE000 *(?:et|ou|puis|à|au|,|-|–) *(?=\uE000)/gu, gone)),
    between: (from, to) => open.slice(from, to).replaceAll(gone, ' '),
  }
}

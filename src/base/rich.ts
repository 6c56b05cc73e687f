import type { Instant } from './clock.ts'

/** A run of text in one style. `text` is literal: nothing in it is ever read as markup. */
export interface Span {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** An absolute http(s) address. */
  readonly link?: string
  /** Opens the private chat with the bot, at this start, where the platform has such links: its address then stands for the text. */
  readonly door?: string
  /** The text says this instant in words; a platform that draws instants itself may do so. */
  readonly moment?: Instant
}

/** Text with its styles, free of any platform's markup. */
export type Rich = readonly Span[]

type Piece = string | number | Rich

const spans = (piece: Piece): Rich =>
  typeof piece === 'object' ? piece : piece === '' ? [] : [{ text: String(piece) }]

const sameStyle = (one: Span, other: Span): boolean =>
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.link === other.link &&
  one.door === undefined &&
  other.door === undefined &&
  one.moment === undefined &&
  other.moment === undefined

const join = (pieces: readonly Piece[]): Rich => {
  const joined: Span[] = []
  for (const span of pieces.flatMap(spans)) {
    const last = joined.at(-1)
    if (last && sameStyle(last, span)) joined[joined.length - 1] = { ...last, text: last.text + span.text }
    else joined.push(span)
  }
  return joined
}

/** ``rich`Bonjour ${name}` ``: what is interpolated stays text, whatever it contains. */
export const rich = (words: TemplateStringsArray, ...pieces: readonly Piece[]): Rich =>
  join(words.flatMap((word, at) => [word, pieces[at] ?? '']))

const styled =
  (style: Partial<Span>) =>
  (piece: Piece): Rich =>
    spans(piece).map((span) => ({ ...span, ...style }))

export const bold = styled({ bold: true })
export const italic = styled({ italic: true })

export const link = (piece: Piece, to: string): Rich => styled({ link: to })(piece)

/** An instant, with the words that say it where the platform has nothing better. */
export const moment = (at: Instant, words: string): Rich => [{ text: words, moment: at }]

/** One line each; what is `undefined` or empty is left out. */
export const lines = (...of: readonly (Piece | undefined)[]): Rich => between('\n', of)

/** Paragraphs, with an empty line between them; what is `undefined` or empty is left out. */
export const paragraphs = (...of: readonly (Piece | undefined)[]): Rich => between('\n\n', of)

const between = (separator: string, of: readonly (Piece | undefined)[]): Rich => {
  const kept = of.map((piece) => spans(piece ?? '')).filter((piece) => piece.length > 0)
  return join(kept.flatMap((piece, at) => (at === 0 ? [piece] : [separator, piece])))
}

/** At most so many code points of it. */
export const shortened = (text: Rich, most: number): Rich => {
  const kept: Span[] = []
  let room = most
  for (const span of text) {
    const points = Array.from(span.text)
    if (points.length > room) {
      kept.push({ ...span, text: `${points.slice(0, Math.max(0, room - 1)).join('')}…` })
      return kept
    }
    kept.push(span)
    room -= points.length
  }
  return kept
}

/** The words alone. */
export const plain = (text: Rich): string => text.map((span) => span.text).join('')

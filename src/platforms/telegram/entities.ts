import { plain, type Rich, type Span } from '../../base/rich.ts'

/** A `MessageEntity`; offsets and lengths in UTF-16 code units. */
export interface Entity {
  readonly type: 'bold' | 'italic' | 'text_link' | 'date_time'
  readonly offset: number
  readonly length: number
  readonly url?: string
  readonly unix_time?: number
}

/** Telegram refuses the whole message for an address whose host is a bare name, and nobody else can open this machine's. */
export const opensAnywhere = (url: string): boolean => {
  if (!/^https?:\/\//i.test(url) || /\s/.test(url) || !URL.canParse(url)) return false
  const { hostname } = new URL(url)
  if (hostname.startsWith('[')) return hostname !== '[::1]'
  return hostname.includes('.') && !/^(127\.|0\.0\.0\.0$)|\.localhost$/.test(hostname)
}

const points = (text: string): readonly string[] => Array.from(text)

/** At most `most` code points, the last one an ellipsis when something was cut; styles end where their text ends. */
export const shortened = (text: Rich, most: number): Rich => {
  if (points(plain(text)).length <= most) return text
  const kept: Span[] = []
  let room = most - 1
  for (const span of text) {
    const taken = points(span.text).slice(0, room)
    room -= taken.length
    if (taken.length > 0) kept.push({ ...span, text: taken.join('') })
  }
  return [...kept, { text: '…' }]
}

/** Links and moments exclude each other on Telegram: a link is worth more, for the words say the moment anyway. */
const stylesOf = ({ link, moment, bold, italic }: Span): readonly Omit<Entity, 'offset' | 'length'>[] => [
  ...(bold ? [{ type: 'bold' as const }] : []),
  ...(italic ? [{ type: 'italic' as const }] : []),
  ...(link !== undefined && opensAnywhere(link)
    ? [{ type: 'text_link' as const, url: link }]
    : // Without a format the client keeps our words, which say the zone, and gives the reader's own on a touch.
      moment === undefined
      ? []
      : [{ type: 'date_time' as const, unix_time: Math.floor(moment / 1000) }]),
]

const mostEntities = 100

/** The words and their entities: no markup, so nothing to escape. */
export const drawText = (
  text: Rich,
  most: number,
): { readonly text: string; readonly entities: readonly Entity[] } => {
  const whole = text.map((span) => ({ ...span, text: span.text.toWellFormed() }))
  let drawn = ''
  const entities: Entity[] = []
  for (const span of shortened(whole, most)) {
    if (span.text.trim() !== '')
      for (const style of stylesOf(span))
        entities.push({ ...style, offset: drawn.length, length: span.text.length })
    drawn += span.text
  }
  return { text: drawn, entities: entities.slice(0, mostEntities) }
}

/** An entity as people's messages have them, of which only some are ours. */
export interface HeardEntity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
}

/** What somebody wrote, with the styles that their client shows them; `undefined` when it has none of ours. */
export const readStyles = (text: string, entities: readonly HeardEntity[]): Rich | undefined => {
  const own = entities.filter(({ type }) => type === 'bold' || type === 'italic' || type === 'text_link')
  if (own.length === 0) return undefined
  const cuts = new Set([0, text.length, ...own.flatMap(({ offset, length }) => [offset, offset + length])])
  const at = [...cuts].filter((cut) => cut <= text.length).toSorted((one, other) => one - other)
  return at.slice(0, -1).map((from, index): Span => {
    const to = at[index + 1] ?? text.length
    const here = own.filter(({ offset, length }) => offset <= from && offset + length >= to)
    const url = here.find(({ type }) => type === 'text_link')?.url
    return {
      text: text.slice(from, to),
      ...(here.some(({ type }) => type === 'bold') && { bold: true }),
      ...(here.some(({ type }) => type === 'italic') && { italic: true }),
      ...(url !== undefined && /^https?:\/\//.test(url) && { link: url }),
    }
  })
}

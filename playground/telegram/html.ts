import type { Formatted } from './entities.ts'
import { bad } from './refusal.ts'
import type { Entity } from './types.ts'

const plain: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

const character = (reference: string): string | undefined => {
  if (!reference.startsWith('#')) return characters[reference]
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

const attributes = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map((match) => [
      (match[1] ?? '').toLowerCase(),
      unescaped(match[2] ?? match[3] ?? match[4] ?? ''),
    ]),
  )

const unescaped = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, reference: string) => character(reference) ?? whole)

type Kind = Omit<Entity, 'offset' | 'length'>

/** What a start tag begins; `undefined` for a tag that Telegram does not know. */
const kindOf = (tag: string, given: ReadonlyMap<string, string>): Kind | undefined => {
  const simple = plain[tag]
  if (simple !== undefined) return { type: simple }
  if (tag === 'span') return given.get('class') === 'tg-spoiler' ? { type: 'spoiler' } : undefined
  if (tag === 'a') return { type: 'text_link', url: given.get('href') ?? '' }
  if (tag === 'blockquote') return { type: given.has('expandable') ? 'expandable_blockquote' : 'blockquote' }
  if (tag === 'tg-emoji') return { type: 'custom_emoji', custom_emoji_id: given.get('emoji-id') ?? '' }
  if (tag === 'tg-time') {
    const format = given.get('format')
    return {
      type: 'date_time',
      unix_time: Number(given.get('unix')),
      ...(format && { date_time_format: format }),
    }
  }
  return undefined
}

const pattern = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|<|&(#?\w+);/gi

const refuse = (why: string): never => {
  throw bad(`can't parse entities: ${why}`)
}

/** @throws Refusal for tags that Telegram does not know, or that do not match. */
export const readHtml = (source: string): Formatted => {
  let text = ''
  let last = 0
  const open: (Kind & { tag: string; offset: number })[] = []
  const entities: Entity[] = []
  for (const match of source.matchAll(pattern)) {
    const [whole, slash, tag, rest, reference] = match
    text += source.slice(last, match.index)
    last = match.index + whole.length
    const at = Buffer.byteLength(source.slice(0, match.index))
    if (reference !== undefined) {
      text += character(reference) ?? whole
      continue
    }
    if (tag === undefined) return refuse(`Unsupported start tag "" at byte offset ${at}`)
    const name = tag.toLowerCase()
    if (slash === '') {
      const kind = kindOf(name, attributes(rest ?? ''))
      if (!kind) return refuse(`Unsupported start tag "${name}" at byte offset ${at}`)
      open.push({ ...kind, tag: name, offset: text.length })
      continue
    }
    const begun = open.pop()
    if (!begun) return refuse(`Unexpected end tag at byte offset ${at}`)
    if (begun.tag !== name)
      return refuse(`Unmatched end tag at byte offset ${at}, expected "</${begun.tag}>", found "</${name}>"`)
    const { tag: _, ...entity } = begun
    const length = text.length - entity.offset
    // A link without an address is its own address; in `pre`, `code` only names a language.
    const within = open.at(-1)
    if (entity.type === 'text_link' && entity.url === '') continue
    if (length > 0 && !(entity.type === 'code' && within?.type === 'pre'))
      entities.push({ ...entity, length })
  }
  const unclosed = open.at(-1)
  if (unclosed) return refuse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`)
  return { text: text + source.slice(last), entities }
}

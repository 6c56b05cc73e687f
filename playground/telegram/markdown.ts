import type { Formatted } from './entities.ts'
import { bad } from './refusal.ts'
import type { Entity } from './types.ts'

const refuse = (why: string): never => {
  throw bad(`can't parse entities: ${why}`)
}

interface Mark {
  readonly type: string
  readonly title: string
}

const marks: Readonly<Record<string, Mark>> = {
  '||': { type: 'spoiler', title: 'Spoiler' },
  __: { type: 'underline', title: 'Underline' },
  _: { type: 'italic', title: 'Italic' },
  '*': { type: 'bold', title: 'Bold' },
  '~': { type: 'strikethrough', title: 'Strikethrough' },
}

const reserved = new Set('_*[]()~`>#+-=|{}.!')

interface Open {
  readonly mark: string
  readonly offset: number
  readonly at: number
}

/** Code up to its closing mark, in which only ` and \ are escaped. */
const readCode = (
  source: string,
  from: number,
  mark: string,
): { readonly code: string; readonly next: number } => {
  let code = ''
  for (let at = from + mark.length; at < source.length; at += 1) {
    if (source.startsWith(mark, at)) return { code, next: at + mark.length }
    if (source[at] === '\\' && at + 1 < source.length) at += 1
    code += source[at]
  }
  return refuse(
    `Can't find end of ${mark === '`' ? 'Code' : 'Pre'} entity at byte offset ${Buffer.byteLength(source.slice(0, from))}`,
  )
}

const readAddress = (source: string, from: number): { readonly address: string; readonly next: number } => {
  let address = ''
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === ')') return { address, next: at + 1 }
    if (source[at] === '\\' && at + 1 < source.length) at += 1
    address += source[at]
  }
  return refuse(`Can't find end of a URL at byte offset ${Buffer.byteLength(source.slice(0, from))}`)
}

/** MarkdownV2. @throws Refusal for characters that should be escaped, and for what is not closed. */
export const readMarkdown = (source: string): Formatted => {
  let text = ''
  const entities: Entity[] = []
  const open: Open[] = []
  const close = (entity: Omit<Entity, 'length'>): void => {
    const length = text.length - entity.offset
    if (length > 0) entities.push({ ...entity, length })
  }
  let at = 0
  while (at < source.length) {
    const here = source[at] ?? ''
    const byte = (): number => Buffer.byteLength(source.slice(0, at))
    if (here === '\\' && at + 1 < source.length) {
      text += source[at + 1]
      at += 2
      continue
    }
    if (here === '`') {
      const mark = source.startsWith('```', at) ? '```' : '`'
      const { code, next } = readCode(source, at, mark)
      const offset = text.length
      text += code
      close({ type: mark === '`' ? 'code' : 'pre', offset })
      at = next
      continue
    }
    if (here === '>' && (text === '' || text.endsWith('\n'))) {
      at += 1
      continue
    }
    if (here === '[' || (here === '!' && source[at + 1] === '[')) {
      open.push({ mark: here === '[' ? '[' : '![', offset: text.length, at: byte() })
      at += here === '[' ? 1 : 2
      continue
    }
    const last = open.at(-1)
    if (here === ']' && (last?.mark === '[' || last?.mark === '![')) {
      open.pop()
      if (source[at + 1] !== '(') {
        at += 1
        continue
      }
      const { address, next } = readAddress(source, at + 2)
      if (last.mark === '[') close({ type: 'text_link', offset: last.offset, url: address })
      at = next
      continue
    }
    const mark = ['||', '__', '_', '*', '~'].find((one) => source.startsWith(one, at))
    if (mark !== undefined) {
      const kind = marks[mark]
      if (last?.mark === mark && kind) {
        open.pop()
        close({ type: kind.type, offset: last.offset })
      } else open.push({ mark, offset: text.length, at: byte() })
      at += mark.length
      continue
    }
    if (reserved.has(here))
      return refuse(`Character '${here}' is reserved and must be escaped with the preceding '\\'`)
    text += here
    at += 1
  }
  const left = open.at(-1)
  if (left)
    return refuse(
      `Can't find end of ${marks[left.mark]?.title ?? 'TextUrl'} entity at byte offset ${left.at}`,
    )
  return { text, entities }
}

const old: Readonly<Record<string, string>> = { '*': 'bold', _: 'italic', '`': 'code', '```': 'pre' }

/** The first Markdown, without nesting. */
export const readOldMarkdown = (source: string): Formatted => {
  let text = ''
  const entities: Entity[] = []
  let at = 0
  while (at < source.length) {
    const here = source[at] ?? ''
    const unclosed = (): never =>
      refuse(`Can't find end of the entity starting at byte offset ${Buffer.byteLength(source.slice(0, at))}`)
    if (here === '\\' && '_*`['.includes(source[at + 1] ?? ' ')) {
      text += source[at + 1]
      at += 2
      continue
    }
    const mark = ['```', '`', '*', '_'].find((one) => source.startsWith(one, at))
    if (mark !== undefined) {
      const end = source.indexOf(mark, at + mark.length)
      if (end === -1) return unclosed()
      const inner = source.slice(at + mark.length, end)
      if (inner) entities.push({ type: old[mark] ?? 'bold', offset: text.length, length: inner.length })
      text += inner
      at = end + mark.length
      continue
    }
    const link = here === '[' ? /^\[([^\]]*)\](?:\(([^)]*)\))?/.exec(source.slice(at)) : null
    if (here === '[' && !link) return unclosed()
    if (link) {
      const [whole, inner = '', url] = link
      if (inner && url) entities.push({ type: 'text_link', offset: text.length, length: inner.length, url })
      text += inner
      at += whole.length
      continue
    }
    text += here
    at += 1
  }
  return { text, entities }
}

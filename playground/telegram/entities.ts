import { bad } from './refusal.ts'
import { checkLink } from './links.ts'
import type { Entity } from './types.ts'

export interface Formatted {
  readonly text: string
  readonly entities: readonly Entity[]
}

const stackable = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'])
const solid = new Set(['code', 'pre'])
const quotes = new Set(['blockquote', 'expandable_blockquote'])
/** Telegram finds these by itself; given by a bot they change nothing. */
const found = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
])
const other = new Set(['text_link', 'text_mention', 'custom_emoji', 'date_time'])

const fields = new Set([
  'type',
  'offset',
  'length',
  'url',
  'user',
  'language',
  'custom_emoji_id',
  'unix_time',
  'date_time_format',
])

const splits = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

const bytesBefore = (text: string, at: number): number => Buffer.byteLength(text.slice(0, at))

const checkBounds = (text: string, { offset, length }: Entity): void => {
  if (!Number.isInteger(offset) || offset < 0 || offset > 1_000_000)
    throw bad(`receive an entity with incorrect offset ${offset}`)
  if (!Number.isInteger(length) || length < 0 || length > 1_000_000)
    throw bad(`receive an entity with incorrect length ${length}`)
  if (offset > text.length) throw bad(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  if (offset + length > text.length)
    throw bad(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    )
  if (splits(text, offset))
    throw bad(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, offset + 1)}`)
  if (splits(text, offset + length))
    throw bad(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, offset + length + 1)}`,
    )
}

const checkKind = (entity: Entity): void => {
  const { type } = entity
  if (!stackable.has(type) && !solid.has(type) && !quotes.has(type) && !found.has(type) && !other.has(type))
    throw bad(`can't parse MessageEntity: Unsupported type specified`)
  if (type === 'text_link') checkLink('entity URL', entity.url ?? '')
  if (type === 'date_time') {
    if (!Number.isInteger(entity.unix_time))
      throw bad('can\'t parse MessageEntity: Field "unix_time" must be of type Integer')
    if (entity.date_time_format !== undefined && !/^(r|w?[dD]?[tT]?)$/.test(entity.date_time_format))
      throw bad("can't parse MessageEntity: invalid date-time format specified")
  }
  if (type === 'custom_emoji' && typeof entity.custom_emoji_id !== 'string')
    throw bad('can\'t parse MessageEntity: Can\'t find field "custom_emoji_id"')
}

const ends = ({ offset, length }: Entity): number => offset + length

/**
 * Entities of a message may be nested, never crossed; code holds nothing; links, mentions and dates do not hold each other.
 * Telegram repairs some of these silently and drops others: a bot that sends them is mistaken about what is shown, so here they are refused.
 */
const checkNesting = (entities: readonly Entity[]): void => {
  const open: Entity[] = []
  for (const entity of entities) {
    while (open.length > 0 && ends(open.at(-1) ?? entity) <= entity.offset) open.pop()
    for (const outer of open) {
      const where = `entity ${entity.type} at UTF-16 offset ${entity.offset}`
      if (ends(entity) > ends(outer)) throw bad(`${where} crosses the entity ${outer.type}`)
      if (solid.has(outer.type)) throw bad(`${where} can't be inside of ${outer.type}`)
      if (!stackable.has(entity.type) && !stackable.has(outer.type) && !quotes.has(outer.type))
        throw bad(`${where} can't be inside of ${outer.type}`)
      if (quotes.has(entity.type) && quotes.has(outer.type)) throw bad(`${where} can't be nested`)
      if (entity.type === outer.type) throw bad(`${where} is inside of another ${outer.type}`)
    }
    open.push(entity)
  }
}

/** @throws Refusal when Telegram would not show these entities as they are given. */
export const checkEntities = (text: string, given: unknown): readonly Entity[] => {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw bad("can't parse entities: expected an Array")
  const entities: Entity[] = given.map((value: unknown) => {
    if (typeof value !== 'object' || value === null) throw bad("can't parse entities: expected an Object")
    const strange = Object.keys(value).find((name) => !fields.has(name))
    if (strange !== undefined) throw bad(`can't parse MessageEntity: unknown field "${strange}"`)
    const entity = value as Entity
    checkBounds(text, entity)
    checkKind(entity)
    return entity
  })
  const kept = entities
    .filter(({ length, type }) => length > 0 && !found.has(type))
    .toSorted((one, two) => one.offset - two.offset || two.length - one.length)
  checkNesting(kept)
  return kept
}

/** Control characters become spaces, and space around the text goes away: Telegram does so before it measures. */
export const cleaned = ({ text, entities }: Formatted): Formatted => {
  // oxlint-disable-next-line no-control-regex -- these are the characters meant
  const even = text.replaceAll(/[\0-\u0009\u000b-\u001f]/g, ' ')
  const end = even.trimEnd().length
  const start = even.slice(0, end).length - even.slice(0, end).trimStart().length
  return {
    text: even.slice(start, end),
    entities: entities
      .map((entity) => {
        const from = Math.max(entity.offset, start)
        return { ...entity, offset: from - start, length: Math.min(ends(entity), end) - from }
      })
      .filter(({ length }) => length > 0),
  }
}

/** What Telegram finds by itself in what a person writes. */
export const detected = (text: string): readonly Entity[] =>
  [
    ...text.matchAll(/(?<![\w/])\/\w{1,64}(@\w{3,32})?/g),
    ...text.matchAll(/(?<![\w/])@\w{4,32}/g),
    ...text.matchAll(/https?:\/\/[^\s]+/g),
  ]
    .map((match) => ({
      type: match[0].startsWith('/') ? 'bot_command' : match[0].startsWith('@') ? 'mention' : 'url',
      offset: match.index,
      length: match[0].length,
    }))
    .toSorted((one, two) => one.offset - two.offset)

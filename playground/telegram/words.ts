import { length } from '../../src/base/text.ts'
import { checkEntities, cleaned, type Formatted } from './entities.ts'
import { readHtml } from './html.ts'
import { readMarkdown, readOldMarkdown } from './markdown.ts'
import type { Params } from './parameters.ts'
import { bad } from './refusal.ts'

const parsed = (text: string, mode: string): Formatted => {
  switch (mode.toLowerCase()) {
    case 'html':
      return readHtml(text)
    case 'markdownv2':
      return readMarkdown(text)
    case 'markdown':
      return readOldMarkdown(text)
    default:
      throw bad(`unsupported parse_mode`)
  }
}

const read = (source: string, entities: unknown, mode: string | undefined): Formatted => {
  if (!source.isWellFormed()) throw bad('strings must be encoded in UTF-8')
  if (mode) {
    const { text, entities: inner } = parsed(source, mode)
    return cleaned({ text, entities: checkEntities(text, inner) })
  }
  return cleaned({ text: source, entities: checkEntities(source, entities) })
}

export const mostText = 4096
export const mostCaption = 1024

/** The text of a message, measured in code points after its entities are parsed. */
export const readText = (params: Params): Formatted => {
  const words = read(params.string('text') ?? '', params.json('entities'), params.string('parse_mode'))
  if (words.text === '') throw bad('message text is empty')
  if (length(words.text) > mostText) throw bad('message is too long')
  return words
}

export const readCaption = (params: Params): Formatted => {
  const words = read(
    params.string('caption') ?? '',
    params.json('caption_entities'),
    params.string('parse_mode'),
  )
  if (length(words.text) > mostCaption) throw bad('message caption is too long')
  return words
}

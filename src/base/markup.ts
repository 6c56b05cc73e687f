import { bold, italic, link, rich, type Rich, type Span } from './rich.ts'

/*
 * What people type for bold, italic and links, as most chats have it: `**gras**`, `*italique*` or `_italique_`,
 * `[words](https://address)`. A backslash makes the mark after it plain text. Lists and line breaks are text.
 */

const address = String.raw`https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*`

/** The first alternative that fits is what was meant; a mark that nothing closes is text. */
const marks = new RegExp(
  [
    String.raw`\\(?<literal>[\\*_[\]()])`,
    String.raw`\*\*(?=\S)(?<strong>(?:\\.|[^])+?)(?<=\S)\*\*(?!\*)`,
    String.raw`\*(?=[^\s*])(?<slanted>(?:\\.|[^*])+?)(?<=[^\s*])\*(?!\*)`,
    String.raw`(?<![\p{L}\p{N}_])_(?=[^\s_])(?<under>(?:\\.|[^])+?)(?<=[^\s_])_(?![\p{L}\p{N}_])`,
    String.raw`\[(?<label>(?:\\.|[^\]\n])+)\]\(<?(?<to>${address})>?\)`,
  ].join('|'),
  'u',
)

/** Text with its styles, as its writer meant it; anything else than a web address is no link. */
export const readMarkup = (text: string): Rich => {
  const found = marks.exec(text)
  if (!found?.groups) return rich`${text}`
  const { literal, strong, slanted, under, label, to } = found.groups
  const before = text.slice(0, found.index)
  const styled = (): Rich => {
    if (literal !== undefined) return rich`${literal}`
    if (strong !== undefined) return bold(readMarkup(strong))
    if (label !== undefined && to !== undefined) return link(readMarkup(label), to)
    return italic(readMarkup(slanted ?? under ?? ''))
  }
  return rich`${before}${styled()}${readMarkup(text.slice(found.index + found[0].length))}`
}

const escaped = (text: string): string => text.replaceAll(/[\\*_[\]]/g, String.raw`\$&`)

/** Marks stand against words: blanks around them stay outside. */
const wrapped = (text: string, mark: string): string => {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return core === '' ? text : `${before}${mark}${core}${mark}${after}`
}

const written = (span: Span): string => {
  const words = escaped(span.text)
  const linked =
    span.link === undefined || span.text.trim() === ''
      ? words
      : `[${words.replaceAll('\n', ' ')}](${span.link.replaceAll(/[\s()<>]/g, encodeURIComponent)})`
  return span.italic ? wrapped(linked, '_') : linked
}

/** What {@link readMarkup} reads as the same text: to be changed by its writer. */
export const writeMarkup = (text: Rich): string => {
  const runs: { readonly bold: boolean; words: string }[] = []
  for (const span of text) {
    const isBold = span.bold ?? false
    const last = runs.at(-1)
    if (last?.bold === isBold) last.words += written(span)
    else runs.push({ bold: isBold, words: written(span) })
  }
  return runs.map(({ bold: isBold, words }) => (isBold ? wrapped(words, '**') : words)).join('')
}

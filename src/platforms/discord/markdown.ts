import type { Rich, Span } from '../../base/rich.ts'

/** Discord's limit on `content` for bots. Counted here in UTF-16 units, never fewer than the code points that Discord counts. */
export const mostContent = 2_000

/** Backslashes make any of these literal, wherever they stand; `:` only matters in an address, `@` in a mention of all. */
const marks = /[\\*_~|`<[\]]|@(?=everyone|here)|:(?=\/\/)/gi

/** Headings, quotes and lists, which begin a line. */
const openings = /(?<=^[ \t]*)(?:[#>+-]|(?<=\d)\.)/gm
const number = /(?<=^[ \t]*\d{1,9})[.)]/gm

const escape = (text: string, opensLine: boolean): string => {
  // What continues a line is escaped behind a letter, so that its beginning is no line's beginning.
  const shield = opensLine ? '' : 'x'
  return (shield + text)
    .replaceAll(marks, String.raw`\$&`)
    .replaceAll(openings, String.raw`\$&`)
    .replaceAll(number, String.raw`\$&`)
    .slice(shield.length)
}

const address = (url: string): string =>
  url.replaceAll(/[\s<>()\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

const styled = (text: string, { bold, italic }: Span): string => {
  const mark = (bold ? '**' : '') + (italic ? '*' : '')
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return mark === '' || core === '' ? text : before + mark + core + mark + after
}

const draw = (span: Span, opensLine: boolean): string => {
  if (span.moment !== undefined) {
    const seconds = Math.floor(span.moment / 1_000)
    return styled(`<t:${seconds}:F>, <t:${seconds}:R>`, span)
  }
  if (span.link === undefined) return styled(escape(span.text, opensLine && !span.bold && !span.italic), span)
  const label = escape(span.text.replaceAll(/\s+/g, ' '), false)
  return label.trim() === '' ? '' : styled(`[${label}](<${address(span.link)}>)`, span)
}

/** Two runs of asterisks that touch would be read as one. */
const glue = (before: string, after: string): string =>
  /(?<!\\)(?:\\\\)*\*$/.test(before) && after.startsWith('*') ? '\u200B' : ''

const append = (before: string, span: Span): string => {
  const drawn = draw(span, /(?:^|\n)[ \t]*$/.test(before))
  return before + glue(before, drawn) + drawn
}

const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** As much of the span as fits. */
const appendSome = (before: string, span: Span, most: number): string => {
  if (span.moment !== undefined) return before
  const text = Array.from(letters.segment(span.text), ({ segment }) => segment)
  let [fits, fails] = [0, text.length + 1]
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1
    const tried = append(before, { ...span, text: text.slice(0, middle).join('') })
    if (tried.length <= most) fits = middle
    else fails = middle
  }
  return fits === 0 ? before : append(before, { ...span, text: text.slice(0, fits).join('') })
}

/** Discord's markdown; only the styles of the spans are markup. What is too long ends with an ellipsis. */
export const markdown = (text: Rich, most: number = mostContent): string => {
  const whole = text.reduce(append, '')
  if (whole.length <= most) return whole
  let drawn = ''
  for (const span of text) {
    const more = append(drawn, span)
    if (more.length > most - 1) return `${appendSome(drawn, span, most - 1).trimEnd()}…`
    drawn = more
  }
  return drawn
}

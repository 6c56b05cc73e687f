import { Parser } from 'htmlparser2'
import { impersonalLink, impersonalText } from '../../base/links.ts'
import { clip } from '../../base/text.ts'

/** What readers never see. */
const silent = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'noscript',
  'iframe',
  'object',
  'svg',
])

const paragraphs = new Set(
  'p div section article header footer aside blockquote pre ul ol table figure h1 h2 h3 h4 h5 h6 hr'.split(
    ' ',
  ),
)

/** Longer descriptions are cut before anything else: nobody reads on. */
const mostHtml = 200_000

/** What is kept of it, in code points. */
const mostText = 6_000

interface Link {
  readonly to: string
  /** Where its words begin. */
  readonly from: number
}

/** The text of a piece of HTML, its lists and links readable, its links free of what logs their reader in. */
export const plainText = (html: string): string => {
  let text = ''
  let muted = 0
  let link: Link | undefined
  const counters: (number | undefined)[] = []

  const bullet = (): string => {
    const count = counters.pop()
    counters.push(count === undefined ? undefined : count + 1)
    return count === undefined ? '• ' : `${count}. `
  }

  const endLink = (): void => {
    if (!link) return
    const { to, from } = link
    const words = text.slice(from).trim()
    if (impersonalText(words) !== to && `${impersonalText(words)}/` !== to) text += ` (${to})`
    link = undefined
  }

  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (silent.has(name)) muted += 1
      else if (name === 'br') text += '\n'
      else if (name === 'li') text += `\n${bullet()}`
      else if (name === 'tr') text += '\n'
      else if (name === 'td' || name === 'th') text += ' '
      else if (paragraphs.has(name)) text += '\n\n'
      if (name === 'ul') counters.push(undefined)
      if (name === 'ol') counters.push(1)
      const to = name === 'a' && href !== undefined ? impersonalLink(href) : undefined
      if (to !== undefined) link = { to, from: text.length }
    },
    ontext: (words) => {
      if (muted === 0) text += words.replaceAll(/[\t\n\f\r ]+/g, ' ')
    },
    onclosetag: (name) => {
      if (silent.has(name)) muted -= 1
      if (name === 'a') endLink()
      if (name === 'ul' || name === 'ol') counters.pop()
      if (paragraphs.has(name)) text += '\n\n'
    },
  })
  parser.write(html.slice(0, mostHtml))
  parser.end()

  return tidyText(text)
}

/** Text of several lines, its spaces and empty lines in order, its links free of what logs their reader in. */
export const tidyText = (text: string): string => {
  const lines = visible(text.slice(0, mostHtml))
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, ' ').trim())
  return clip(
    impersonalText(
      lines
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim(),
    ),
    mostText,
  )
}

/** A name or an address: one line. */
export const tidyLine = (text: string, most: number): string =>
  clip(impersonalText(visible(text).replaceAll(/\s+/gu, ' ').trim()), most)

/** Without control characters, and without those that turn the direction of what follows. */
const visible = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (one) =>
    one === '\n' ? one : one === '\t' ? ' ' : '',
  )

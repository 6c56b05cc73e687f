import type { Rich, Span } from '../../src/base/rich.ts'
import type { Instant } from '../../src/base/clock.ts'
import type { World } from './world.ts'

type Style = Omit<Span, 'text'>

const zone = 'Europe/Paris'
const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
}

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

const relative = (seconds: number): string => {
  const format = new Intl.RelativeTimeFormat('fr', { numeric: 'auto' })
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return format.format(Math.round(seconds / size), unit)
}

/** An instant as a client in Paris shows it. */
const shownInstant = (seconds: number, style: string, now: number): string =>
  style === 'R'
    ? relative(seconds - now / 1_000)
    : new Intl.DateTimeFormat('fr-FR', { ...(formats[style] ?? formats['f']), timeZone: zone }).format(
        seconds * 1_000,
      )

interface Rule {
  readonly at: RegExp
  /** Only where a line begins. */
  readonly line?: true
  readonly read: (match: RegExpExecArray, style: Style, world: World) => Rich
}

const inside = (style: Style, more: Style) => (match: RegExpExecArray, world: World) =>
  read(match[1] ?? '', { ...style, ...more }, world, false)

const marked = (at: RegExp, more: Style, line?: true): Rule => ({
  at,
  ...(line && { line }),
  read: (match, style, world) => inside(style, more)(match, world),
})

/** What Discord's clients read in words, the first that fits first. */
const rules: readonly Rule[] = [
  { at: /^\\([^0-9A-Za-z\s])/, read: ([, mark = ''], style) => [{ ...style, text: mark }] },
  marked(/^(?:#{1,3}|-#) +([^\n]+)/, { bold: true }, true),
  marked(/^>>> ?([\s\S]+)/, { italic: true }, true),
  marked(/^> ?([^\n]*)/, { italic: true }, true),
  { at: /^[ \t]*[-*] +/, line: true, read: (_, style) => [{ ...style, text: '• ' }] },
  marked(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, { bold: true }),
  marked(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, {}),
  marked(/^\*(?=\S)((?:\\[\s\S]|\*\*|[^*\\])+?)\*(?!\*)/, { italic: true }),
  marked(/^_((?:\\[\s\S]|__|[^_\\])+?)_(?!\w)/, { italic: true }),
  marked(/^~~((?:\\[\s\S]|[^\\])+?)~~/, {}),
  marked(/^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/, {}),
  { at: /^```(?:\w*\n)?([\s\S]+?)```/, read: ([, code = ''], style) => [{ ...style, text: code }] },
  { at: /^`([^`]+)`/, read: ([, code = ''], style) => [{ ...style, text: code }] },
  {
    at: /^\[((?:\\[\s\S]|[^\]\\])+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/,
    read: (match, style, world) => inside(style, { link: match[2] ?? '' })(match, world),
  },
  {
    at: /^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/,
    read: ([, seconds, form = 'f'], style, world) => {
      const at = Number(seconds)
      return [{ ...style, text: shownInstant(at, form, world.now()), moment: (at * 1_000) as Instant }]
    },
  },
  {
    at: /^<@!?(\d{15,20})>/,
    read: ([, id = ''], style, world) => [{ ...style, text: `@${world.users.get(id)?.name ?? 'inconnu'}` }],
  },
  {
    at: /^<#(\d{15,20})>/,
    read: ([, id = ''], style, world) => [
      { ...style, text: `#${world.channels.get(id)?.name ?? 'inconnu'}` },
    ],
  },
  { at: /^<@&\d{15,20}>/, read: (_, style) => [{ ...style, text: '@rôle' }] },
  {
    at: /^https?:\/\/[^\s<]+[^<.,:;"')\]\s]/,
    read: ([url], style) => [{ ...style, text: url, link: url }],
  },
]

const read = (words: string, style: Style, world: World, opens: boolean): Rich => {
  const spans: Span[] = []
  let rest = words
  let opensLine = opens
  while (rest !== '') {
    let found: Rich | undefined
    for (const rule of rules) {
      const match = rule.line && !opensLine ? null : rule.at.exec(rest)
      if (!match) continue
      found = rule.read(match, style, world)
      rest = rest.slice(match[0].length)
      break
    }
    if (found) {
      spans.push(...found)
      opensLine = false
      continue
    }
    const [plain = rest.slice(0, 1)] = /^(?:[\p{L}\p{N}]+|[\s\S])/u.exec(rest) ?? []
    rest = rest.slice(plain.length)
    spans.push({ ...style, text: plain })
    opensLine = plain === '\n' || (opensLine && /^[ \t]$/.test(plain))
  }
  return spans
}

const same = (one: Span, other: Span): boolean =>
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.link === other.link &&
  one.moment === other.moment

/** What a client draws for these words. */
export const drawn = (content: string, world: World): Rich => {
  const joined: Span[] = []
  for (const span of read(content, {}, world, true)) {
    const last = joined.at(-1)
    if (last && same(last, span)) joined[joined.length - 1] = { ...last, text: last.text + span.text }
    else joined.push(span)
  }
  return joined
}

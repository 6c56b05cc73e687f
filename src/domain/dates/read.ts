import { dayOf } from '../../base/zones.ts'
import { readDays, type Mention } from './days.ts'
import { NotClear, type Here, type LineRead, type Read, type Reading, type Unclear } from './model.ts'
import { shieldNames } from './names.ts'
import { readRepeat } from './repeats.ts'
import { type Beside, coming, daysMeant, fromNowOf, onceOf, seriesOf } from './resolve.ts'
import { scan, type Scan } from './scan.ts'
import { readTimes, type Times } from './times.ts'
import { typoIn } from './typos.ts'
import { begin, end, monthWord, weekdayWord } from './vocabulary.ts'

/** What cannot be left beside a date that was understood: it would change what it means. */
const telling = new RegExp(
  [
    `${begin}${weekdayWord}`,
    `${begin}(?:${monthWord.replace('mars', 'mars(?= \\d)').replace('|mai)', '|mai(?= \\d))')})`,
    `\\d{1,2} ?h(?:eures?)?\\d{0,2}${end}`,
    `\\d{1,2}[/:]\\d{1,2}`,
    `${begin}(?:demain|hier|midi|minuit|prochaine?s?|weekend|week-end|tous les|toutes les|chaque|jusqu'a|sauf|avant|apres|ou|hier|derniere?s?|passee?s?|puis)${end}`,
    `${begin}sur (?:deux|trois|[23])${end}`,
    `${begin}au \\d{1,2}$`,
    `${begin}20[2-4]\\d${end}`,
  ].join('|'),
  'u',
)

/** What may stand around a date and says nothing. */
const fillers = new RegExp(
  `${begin}(?:le|la|les|a|au|de|du|des|d|l|et|pour|vers|ce|cette|rdv|rendez-vous|quand|date|c'est|on se retrouve|disons|plutot|environ|svp|stp|merci)${end}`,
  'u',
)

/** Days that are over whenever they are said. */
const over = new RegExp(
  `${begin}(?:(?:avant[- ])?hier(?: (?:matin|midi|soir|apres[- ]midi))?|${weekdayWord} derniers?|(?:la )?semaine derniere|(?:le )?(?:mois|week-?end) dernier)${end}`,
  'u',
)

const vague = new RegExp(
  `${begin}(?:tout a l'heure|bientot|plus tard|un de ces jours|dans la semaine|en semaine|cet apres|a determiner|mardi gras|lundi de (?:paques|pentecote)|vendredi saint|maintenant|tout de suite)${end}`,
  'u',
)

const oneOrMore = (readings: readonly Reading[]): Read => {
  const keys = new Set<string>()
  const distinct = readings.filter((each) => {
    const key = JSON.stringify(each)
    return keys.has(key) ? false : keys.add(key)
  })
  const [first] = distinct
  if (!first) return { is: 'unclear', why: 'nothing' }
  return distinct.length === 1 ? { is: 'one', reading: first } : { is: 'several', readings: distinct }
}

/** « du samedi 14h au dimanche 12h » */
const longSpan = (sentence: Scan, here: Here): Read | undefined => {
  const found = sentence.take(
    new RegExp(
      `${begin}du (?<a>[^;]{4,40}?) au (?<b>[^;]{4,40}?\\d ?(?:h|:)\\d{0,2}|[^;]{4,40}? (?:midi|minuit))${end}`,
      'u',
    ),
  )
  if (!found) return undefined
  const [one, two] = [found.groups['a'] ?? '', found.groups['b'] ?? ''].map((part) =>
    understand(scan(part), here, true),
  )
  if (one?.is !== 'one' || two?.is !== 'one' || one.reading.is !== 'once' || two.reading.is !== 'once')
    throw new NotClear({ why: 'several-days' })
  const { start } = one.reading
  const last = two.reading.start
  if (last <= start) throw new NotClear({ why: 'ends-before' })
  if (last - start > 7 * 86_400_000) throw new NotClear({ why: 'too-long' })
  return { is: 'one', reading: { is: 'once', start, end: last, zone: here.zone } }
}

const spanWithTimes = /(?:^| )du .*\d ?(?:h|:|heures?).* au .*/

const withoutDay = (times: Times, here: Here): Read => {
  if (times.inMinutes !== undefined) return oneOrMore([fromNowOf(times, here)])
  if (!times.from)
    return { is: 'unclear', why: times.part || times.to || times.lasts !== undefined ? 'no-day' : 'nothing' }
  return { is: 'unclear', why: 'no-day' }
}

const beside =
  (sentence: Scan): Beside =>
  (one, other) => {
    const [from, to] = [Math.min(one.end, other.end), Math.max(one.at, other.at)]
    const words = sentence.between(from, to)
    if (/^[ ,]*(?:et|ou|puis|,)[ ,]*$/.test(words) && /et|ou|puis/.test(words)) return 'listed'
    const others = words.replaceAll(/(?<!\p{L})(?:le|du|au|de|a|des|vers|et)(?!\p{L})/gu, '')
    return /[\p{L}\uE001]{2}/u.test(others) ? 'apart' : 'together'
  }

const understand = (sentence: Scan, here: Here, inside = false): Read => {
  shieldNames(sentence)
  const today = dayOf(here.now, here.zone)
  if (sentence.take(over)) {
    readTimes(sentence)
    throw new NotClear({ why: 'past' })
  }
  const foggy = sentence.left(vague)
  if (foggy !== undefined) throw new NotClear({ why: 'words', words: foggy })
  if (!inside && sentence.left(new RegExp(spanWithTimes.source, 'u')) !== undefined) {
    const long = longSpan(sentence, here)
    if (long) return long
  }
  const repeat = readRepeat(sentence, today)
  const mentions: readonly Mention[] = readDays(sentence, today)
  const times = readTimes(sentence)
  if (repeat) {
    if (mentions.length > 0) throw new NotClear({ why: 'several-days' })
    if (!times.from) throw new NotClear({ why: 'no-time', days: [] })
    const series = seriesOf(repeat, times, here)
    if (!repeat.orOnce) return oneOrMore(series)
    const single = series.map(({ start, end: last, zone }): Reading => ({
      is: 'once',
      start,
      zone,
      ...(last !== undefined && { end: last }),
    }))
    return oneOrMore([...single, ...series])
  }
  if (mentions.length === 0) return withoutDay(times, here)
  if (times.inMinutes !== undefined) throw new NotClear({ why: 'several-times' })
  const days = daysMeant(mentions, today, beside(sentence))
  if (!times.from) throw new NotClear({ why: 'no-time', days })
  const undated = mentions.some(({ passed }) => passed !== undefined)
  return oneOrMore(coming(onceOf(days, times, here), here, undated))
}

const clear = (sentence: string, here: Here, leftover: (open: Scan) => Unclear | undefined): LineRead => {
  const open = scan(sentence)
  try {
    const read = understand(open, here)
    const wrong = typoIn(open.rest()) ?? (read.is === 'unclear' ? undefined : leftover(open))
    return { read: wrong ? { is: 'unclear', ...wrong } : read, rest: open.beside() }
  } catch (error) {
    if (!(error instanceof NotClear)) throw error
    const typo = typoIn(open.rest())
    const read: Read = { is: 'unclear', ...(error.why.why === 'no-time' || !typo ? error.why : typo) }
    return {
      read: typo && error.why.why === 'no-time' ? { is: 'unclear', ...typo } : read,
      rest: open.beside(),
    }
  }
}

/** The date inside a sentence that says more: « samedi 14h tractage marché de Belleville ». */
export const readLine = (sentence: string, here: Here): LineRead =>
  clear(sentence, here, (open) => {
    const words = open.left(telling)
    return words === undefined ? undefined : { why: 'words', words }
  })

/** A date and nothing else. */
export const readDate = (text: string, here: Here): Read =>
  clear(text, here, (open) => {
    open.takeAll(fillers)
    const words = open
      .rest()
      .replaceAll(/[?!.,;:]/g, '')
      .trim()
    return words === '' ? undefined : { why: 'words', words }
  }).read

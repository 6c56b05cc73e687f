import { paris, wall, type Zone } from '../../../src/base/zones.ts'
import { wednesday } from '../../world/makings.ts'
import type { Here, Read, Reading, Unclear } from '../../../src/domain/dates/model.ts'

export const here: Here = { now: wednesday, zone: paris }

const clock = (at: Parameters<typeof wall>[0], zone: Zone): string =>
  wall(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

const ruleSaid = (reading: Reading): string => {
  if (reading.is === 'once') return ''
  const { every, step, weekdays, nths, until, except, skipsHolidays } = reading.rule
  const limits = [
    until === undefined ? '' : ` until ${until}`,
    except.length > 0 ? ` except ${except.join(',')}` : '',
    skipsHolidays ? ' hol' : '',
  ]
  return `S[${every}${step} ${weekdays.join(',')} ${(nths ?? []).join(',')}${limits.join('')}] `
}

const readingSaid = (reading: Reading): string => {
  const { start, end, zone } = reading
  return `${ruleSaid(reading)}${clock(start, zone)}${end === undefined ? '' : ` → ${clock(end, zone)}`}`
}

const whySaid = (why: Unclear): string => {
  switch (why.why) {
    case 'typo':
      return `typo ${why.word} > ${why.meant}`
    case 'words':
    case 'no-such-day':
    case 'no-such-time':
      return `${why.why} ${why.words}`
    case 'weekday':
    case 'too-far':
      return `${why.why} ${why.day}`
    case 'gap':
      return `gap ${why.day} ${why.time}`
    case 'no-time':
      return `no-time ${why.days.join(' | ')}`.trim()
    case 'nothing':
    case 'no-day':
    case 'several-days':
    case 'several-times':
    case 'past':
    case 'ends-before':
    case 'too-long':
      return why.why
  }
}

/** A reading as the corpus writes it. */
export const said = (read: Read): string => {
  switch (read.is) {
    case 'one':
      return readingSaid(read.reading)
    case 'several':
      return read.readings.map(readingSaid).join(' | ')
    case 'unclear':
      return whySaid(read)
  }
}

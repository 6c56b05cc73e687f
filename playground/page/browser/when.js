// @ts-check
import { words } from './words.js'

/** @param {Intl.DateTimeFormatOptions} options */
const inFrench = (options) => new Intl.DateTimeFormat('fr-FR', options)

const hours = inFrench({ hour: '2-digit', minute: '2-digit' })
const days = inFrench({ weekday: 'long', day: 'numeric', month: 'long' })
const whole = inFrench({ dateStyle: 'full', timeStyle: 'short' })
const short = inFrench({ day: 'numeric', month: 'short' })
const keys = new Intl.DateTimeFormat('en-CA')

const oneDay = 24 * 60 * 60 * 1000

/** Instants are milliseconds since 1970; days are the reader's own. */
export const when = {
  /** @param {number} at */
  hour: (at) => hours.format(at),
  /** @param {number} at */
  whole: (at) => whole.format(at),
  /** The same for all instants of a day. @param {number} at */
  dayKey: (at) => keys.format(at),
  /** @param {number} at @param {number} now */
  day: (at, now) => {
    if (when.dayKey(at) === when.dayKey(now)) return words.today
    return when.dayKey(at) === when.dayKey(now - oneDay) ? words.yesterday : days.format(at)
  },
  /** In a list. @param {number} at @param {number} now */
  brief: (at, now) => (when.dayKey(at) === when.dayKey(now) ? hours.format(at) : short.format(at)),
}

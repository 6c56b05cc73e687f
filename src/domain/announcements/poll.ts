import { day, type Instant } from '../../base/clock.ts'

/** A question under an announcement: one choice a person, wherever they read it. */
export interface Poll {
  readonly question: string
  readonly choices: readonly string[]
  /** Votes are counted until then; absent until it is sent. */
  readonly ends?: Instant
  /** How many chose each, once it is over: the votes themselves are gone. */
  readonly totals?: readonly number[]
}

export const fewestChoices = 2
export const mostChoices = 10
export const longestChoice = 60
export const longestQuestion = 200

/** Nobody's vote is kept longer. */
export const pollLasts = 7 * day

/** One a line; in a single line, where a phone sends rather than begins another one, between commas or strokes. */
const separate = (typed: string): readonly string[] => {
  const rows = typed.trim().split(/\n|;/)
  return rows.length > 1 ? rows : typed.split(/,\s|\s\/\s/)
}

/** Each once, without the marks that people put before them; `undefined` for fewer or more than there may be. */
export const readChoices = (typed: string): readonly string[] | undefined => {
  const read = separate(typed)
    .map((line) => line.replace(/^\s*(?:[-•*–]|\d{1,2}[.)])\s*/u, '').trim())
    .filter((line) => line !== '')
  const choices = [...new Set(read)]
  const fits =
    choices.length >= fewestChoices &&
    choices.length <= mostChoices &&
    choices.every((choice) => Array.from(choice).length <= longestChoice)
  return fits ? choices : undefined
}

/** `counted`: the first one; `changed`: instead of another one; `late`: it is over, or was taken back. */
export type Vote = 'counted' | 'changed' | 'late'

import { minute, second } from '../base/clock.ts'
import type { LetterId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Outcome, Platform } from '../chat/index.ts'

/** So many different letters in a row without one sensible answer: it is not the letters. */
const most = 3

/** Between two attempts on a bad day, in milliseconds: at first, and at the longest. Whoever is back is found out soon. */
const soonest = second / 2
const longest = 10 * second

/**
 * Whether a platform answers at all. While it does not, one letter at a time finds out when it does again: the others wait as they are,
 * none uses up its tries, and nothing that must not be said twice is risked in vain.
 */
export interface Weather {
  note(letter: LetterId, platform: string, outcome: Outcome): void
  isBad(platform: string): boolean
  /** Some letter had its word within the last minutes. */
  speaks(platform: string): boolean
  /** Nothing should be tried there before; by `performance.now()`. */
  until(platform: string): number
  /** Asks it something harmless, where there is such a thing; false: not even that is answered. */
  clears(platform: Platform): Promise<boolean>
}

/** Whoever spoke within that time is not away, in milliseconds. */
const lately = 10 * minute

/** Since the platform's last word. */
interface Spell {
  readonly letters: Set<LetterId>
  readonly since: number
  bad: boolean
  wait: number
  until: number
}

/** No word of the platform's: an error of whatever stands before it, or nothing. */
const isSilence = (outcome: Outcome): boolean => {
  switch (outcome.is) {
    case 'uncertain':
      return true
    case 'later':
      return outcome.limited !== true
    case 'delivered':
    case 'gone':
      return false
  }
}

interface Needs {
  readonly log: Log
  /** Told at each attempt that is in vain on a bad day, and of its end. */
  readonly shows?: (platform: string, silent: boolean) => void
}

export const createWeather = ({ log, shows }: Needs): Weather => {
  const spells = new Map<string, Spell>()
  const spoke = new Map<string, number>()

  const spellOf = (platform: string): Spell => {
    const fresh = { letters: new Set<LetterId>(), since: performance.now(), bad: false, wait: 0, until: 0 }
    const spell = spells.get(platform) ?? fresh
    spells.set(platform, spell)
    return spell
  }

  /** What was under way together is one attempt. */
  const failed = (platform: string, spell: Spell): void => {
    const now = performance.now()
    if (!spell.bad)
      log.warn({ platform }, 'the platform does not answer: one letter at a time tries until it does')
    spell.bad = true
    if (now < spell.until) return
    shows?.(platform, true)
    spell.wait = spell.wait === 0 ? soonest : Math.min(2 * spell.wait, longest)
    spell.until = now + spell.wait
  }

  const darkens = (platform: string, letter: LetterId): void => {
    const spell = spellOf(platform)
    if (spell.letters.size < most) spell.letters.add(letter)
    if (spell.bad || spell.letters.size === most) failed(platform, spell)
  }

  const brightens = (platform: string): void => {
    const spell = spells.get(platform)
    spoke.set(platform, performance.now())
    if (spell?.bad) {
      const seconds = Math.round((performance.now() - spell.since) / second)
      log.info({ platform, seconds }, 'the platform answers again')
      shows?.(platform, false)
    }
    spells.delete(platform)
  }

  return {
    note: (letter, platform, outcome) =>
      isSilence(outcome) ? darkens(platform, letter) : brightens(platform),
    isBad: (platform) => spells.get(platform)?.bad === true,
    speaks: (platform) => performance.now() - (spoke.get(platform) ?? -Infinity) < lately,
    until: (platform) => spells.get(platform)?.until ?? 0,
    clears: async (platform) => {
      const isThere = (await platform.answers?.()) ?? true
      if (!isThere) failed(platform.name, spellOf(platform.name))
      return isThere
    },
  }
}

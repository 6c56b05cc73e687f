// @ts-check
/** @import { MenuEntry } from '../../actor.ts' */
/** @import { Choice } from '../../../src/chat/message.ts' */

/** Without accents or capitals. @param {string} text */
export const folded = (text) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim()

/**
 * The commands that begin with what is typed, while it may still be the name of one.
 * @param {string} text @param {readonly MenuEntry[]} menu
 * @returns {readonly MenuEntry[]}
 */
export const matching = (text, menu) => {
  const name = /^\/([\p{L}\p{N}_-]*)$/u.exec(text)?.[1]
  return name === undefined ? [] : menu.filter((entry) => entry.name.startsWith(folded(name)))
}

/**
 * A whole command with the words after it.
 * @param {string} text @param {readonly MenuEntry[]} menu
 * @returns {{ entry: MenuEntry, rest: string } | undefined}
 */
export const recognised = (text, menu) => {
  const [, name, rest = ''] = /^\/([\p{L}\p{N}_-]+)(?:\s+([^]*))?$/u.exec(text) ?? []
  const entry = name === undefined ? undefined : menu.find((one) => one.name === folded(name))
  return entry && { entry, rest }
}

/**
 * The choice that somebody means by these words.
 * @param {readonly Choice[]} choices @param {string} typed
 */
export const meant = (choices, typed) => {
  const wanted = folded(typed)
  const same = choices.find(({ value, label }) => folded(label) === wanted || folded(value) === wanted)
  return same ?? choices.find(({ label }) => folded(label).includes(wanted))
}

/** @param {readonly Choice[]} choices @param {string} typed */
export const containing = (choices, typed) =>
  choices.filter(({ label }) => folded(label).includes(folded(typed)))

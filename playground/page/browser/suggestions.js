// @ts-check
/** @import { MenuEntry } from '../../actor.ts' */
/** @import { At } from './api.js' */
/** @import { Deed } from '../deeds.ts' */
/** @import { Skin } from './skins.js' */
import { api } from './api.js'
import { meant } from './completion.js'
import { html } from './preact.js'
import { words } from './words.js'

/**
 * `as`: the name of whoever gives it; otherwise whoever holds the phone.
 * @typedef {{ typed: string, what: string, command: string, options: Readonly<Record<string, string>>, as?: string }} Suggestion
 */

/** @type {readonly Suggestion[]} */
export const suggestions = [
  { ...words.suggestions.start, command: 'start', options: {} },
  { ...words.suggestions.groups, command: 'groupes', options: { lieu: '93100' } },
  { ...words.suggestions.actions, command: 'actions', options: { lieu: '93', quand: 'ce week-end' } },
  { ...words.suggestions.team, command: 'equipe', options: {}, as: 'Chloé' },
]

/** What to choose in a field for these words. @param {At} at @param {MenuEntry | undefined} entry @param {string} option @param {string} typed */
const chosen = async (at, entry, option, typed) => {
  const asked = entry?.options.find(({ name }) => name === option)
  const choices =
    asked?.choices ?? (asked?.completes ? await api.completions(at, entry?.name ?? '', option, typed) : [])
  return meant(choices, typed)?.value ?? typed
}

/**
 * The suggestion as somebody would give it on this platform.
 * @param {Suggestion} suggestion @param {At} at @param {Skin} skin @param {readonly MenuEntry[]} menu
 * @returns {Promise<Deed>}
 */
export const deedOf = async ({ command, options }, at, skin, menu) => {
  const values = Object.entries(options)
  if (skin.commands === 'line')
    return { does: 'says', text: [`/${command}`, ...values.map(([, value]) => value)].join(' ') }
  const entry = menu.find(({ name }) => name === command)
  const filled = await Promise.all(
    values.map(async ([name, typed]) => /** @type {const} */ ([name, await chosen(at, entry, name, typed)])),
  )
  return { does: 'asks', command, options: Object.fromEntries(filled) }
}

/** @param {{ onPlay: (suggestion: Suggestion) => void }} props */
export const Suggestions = ({ onPlay }) =>
  html`<ul class="suggestions">
    ${suggestions.map(
      (suggestion) =>
        html`<li key=${suggestion.command}>
          <button type="button" onClick=${() => onPlay(suggestion)}>
            <b>${suggestion.typed}</b> <span>${suggestion.what}</span>
          </button>
        </li>`,
    )}
  </ul>`

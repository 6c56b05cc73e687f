// @ts-check
import { html } from './preact.js'

const tones = 6

/** The same name has the same colour everywhere. @param {string} name */
const toneOf = (name) =>
  Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % tones

/** @param {string} name */
const initials = (name) =>
  name
    .split(/[\s-]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .filter((_word, at, all) => at === 0 || at === all.length - 1)
    .map((word) => Array.from(word)[0]?.toUpperCase())
    .join('') || '·'

/** The name is always written beside it. @param {{ name: string, bot?: boolean }} props */
export const Avatar = ({ name, bot = false }) =>
  bot
    ? html`<img class="avatar" src="/playground/page/mark.svg" alt="" />`
    : html`<span class=${`avatar tone-${toneOf(name)}`} aria-hidden="true">${initials(name)}</span>`

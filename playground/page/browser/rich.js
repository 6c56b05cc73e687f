// @ts-check
/** @import { Rich, Span } from '../../../src/base/rich.ts' */
/** @import { Drawn } from './preact.js' */
import { withEmoji } from './emoji.js'
import { html } from './preact.js'
import { when } from './when.js'
import { words } from './words.js'

/**
 * What pressing something inside a message's words does; what is absent is only words.
 * @typedef {object} Doors
 * @property {(command: string) => void} [command] Gives a command that is written in a text.
 * @property {(url: string) => (() => void) | undefined} door For a link that leads to the bot itself.
 */

/** Drawn as links, because a button would not break across lines as words do. @param {() => void} then */
const pressed = (then) => (/** @type {Event} */ event) => {
  event.preventDefault()
  then()
}

const commandWord = /(?<=^|\s)(\/[a-z0-9_]{1,32})(?=$|[\s.,;:!?…\u00a0\u202f])/u

/** @param {string} text @param {Doors['command']} give @returns {Drawn} */
const wordsIn = (text, give) =>
  give === undefined
    ? withEmoji(text)
    : text
        .split(commandWord)
        .map((part, at) =>
          at % 2 === 1
            ? html`<a class="command-word" href="#" role="button" onClick=${pressed(() => give(part))}
                >${part}</a
              >`
            : withEmoji(part),
        )

/** @param {Span} span @param {Doors} doors @returns {Drawn} */
const drawSpan = (span, { command, door }) => {
  const { text, bold, italic, link, moment } = span
  const own = link === undefined ? undefined : door(link)
  const said = link === undefined && moment === undefined ? wordsIn(text, command) : text
  const dated =
    moment === undefined
      ? said
      : html`<time datetime=${new Date(moment).toISOString()} title=${when.whole(moment)}>${said}</time>`
  const leaning = italic ? html`<i>${dated}</i>` : dated
  const heavy = bold ? html`<b>${leaning}</b>` : leaning
  if (link === undefined) return heavy
  return own
    ? html`<a class="command-word" href="#" role="button" onClick=${pressed(own)}>${heavy}</a>`
    : html`<a href=${link} target="_blank" rel="noopener noreferrer">
        ${heavy}<span class="unseen"> ${words.opens}</span></a
      >`
}

/** @param {{ rich: Rich, doors: Doors }} props */
export const Words = ({ rich, doors }) =>
  html`<div class="words">${rich.map((span) => drawSpan(span, doors))}</div>`

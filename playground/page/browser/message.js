// @ts-check
/** @import { ShownButton } from '../../actor.ts' */
/** @import { Shown } from '../mirror.ts' */
/** @import { Doors } from './rich.js' */
/** @import { Skin } from './skins.js' */
import { Avatar } from './avatar.js'
import { Icon } from './icons.js'
import { html, useEffect, useRef, useState } from './preact.js'
import { Words } from './rich.js'
import { when } from './when.js'
import { words } from './words.js'

/** @param {readonly ShownButton[]} buttons */
export const inRows = (buttons) => {
  /** @type {Map<number, ShownButton[]>} */
  const rows = new Map()
  for (const button of buttons) rows.set(button.row, [...(rows.get(button.row) ?? []), button])
  return [...rows].toSorted(([one], [other]) => one - other).map(([, row]) => row)
}

/**
 * @param {object} props
 * @param {ShownButton} props.button
 * @param {(label: string) => Promise<void>} props.onPress
 * @param {Doors['door']} props.door
 */
const Button = ({ button, onPress, door }) => {
  const [pressed, setPressed] = useState(false)
  const { label, url, disabled, tone } = button
  if (url !== undefined && !door(url))
    return html`<a class="button link" href=${url} target="_blank" rel="noopener noreferrer">
      <span class="label">${label}</span><${Icon} name="out" /><span class="unseen"> ${words.opens}</span>
    </a>`
  const press = () => {
    setPressed(true)
    void onPress(label).finally(() => setPressed(false))
  }
  return html`<button
    type="button"
    class=${`button ${tone ?? 'plain'}`}
    disabled=${disabled === true}
    aria-busy=${pressed}
    onClick=${press}
  >
    <span class="label">${label}</span>
  </button>`
}

/** Draws the eye to what was just changed in place, and only then. @param {string} text */
const useGlow = (text) => {
  const ref = useRef(/** @type {HTMLElement | null} */ (null))
  const known = useRef(text)
  useEffect(() => {
    if (known.current === text) return undefined
    known.current = text
    const node = ref.current
    node?.classList.add('changed')
    const timer = setTimeout(() => node?.classList.remove('changed'), 1600)
    return () => clearTimeout(timer)
  }, [text])
  return ref
}

/**
 * @param {object} props
 * @param {Shown} props.message
 * @param {boolean} props.first Of several in a row by the same author.
 * @param {Skin} props.skin
 * @param {Doors} props.doors
 * @param {(label: string, message: string) => Promise<void>} props.onPress
 */
export const Message = ({ message, first, skin, doors, onPress }) => {
  const { author, from, rich, buttons, image, edited, onlyMe, silent, asked, at } = message
  const nothing = rich.length === 0 && !image && buttons.length === 0
  const bubbles = skin.draws === 'bubbles'
  const glow = useGlow(JSON.stringify([rich, buttons]))
  const hour = html`<time datetime=${new Date(at).toISOString()} title=${when.whole(at)}
    >${when.hour(at)}</time
  >`
  return html`<article
    class=${`message ${from} ${first ? 'first' : ''} ${onlyMe ? 'only-me' : ''}`}
    aria-label=${words.said(from === 'me' ? words.me : author, when.hour(at))}
  >
    <div class="side">
      ${first && (!bubbles || from !== 'me') && html`<${Avatar} name=${author} bot=${from === 'bot'} />`}
    </div>
    <div class="said">
      ${asked && html`<p class="asked"><${Icon} name="turn" />${words.asked(asked.by, asked.command)}</p>`}
      <div class="bubble" ref=${glow}>
        ${
          first &&
          html`<p class="head">
            <b class="author">${author}</b>
            ${from === 'bot' && html`<span class="badge">${words.botBadge}</span>`} ${!bubbles && hour}
          </p>`
        }
        ${image && html`<img class="picture" src=${image.url} alt=${image.alt} />`}
        ${rich.length > 0 && html`<${Words} rich=${rich} doors=${doors} />`}
        ${nothing && from === 'bot' && html`<p class="busy">${words.busyThinking(author)}</p>`}
        ${nothing && from !== 'bot' && html`<p class="no-picture"><${Icon} name="picture" />${words.picture}</p>`}
        <p class="foot">
          ${silent && html`<span class="silent"><${Icon} name="mute" /><span class="unseen">${words.silent}</span></span>`}
          ${edited && html`<span class="edited">${words.edited}</span>`} ${bubbles && hour}
        </p>
      </div>
      ${inRows(buttons).map(
        (row) =>
          html`<div class="row">
            ${row.map(
              (button, place) =>
                html`<${Button}
                  key=${place}
                  button=${button}
                  door=${doors.door}
                  onPress=${(/** @type {string} */ label) => onPress(label, message.id)}
                />`,
            )}
          </div>`,
      )}
      ${onlyMe && html`<p class="whisper"><${Icon} name="eye" />${words.onlyMe}</p>`}
    </div>
  </article>`
}

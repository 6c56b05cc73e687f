// @ts-check
/** @import { IconName } from './icons.js' */
/** @import { Deed } from '../deeds.ts' */
import { Dialog } from './dialog.js'
import { Icon } from './icons.js'
import { html, useState } from './preact.js'
import { words } from './words.js'

/** Somewhere to say one is. */
const places = [
  { name: 'Montreuil (93), métro Croix-de-Chavaux', lat: 48.8578, lon: 2.4357 },
  { name: 'Paris 20e, métro Belleville', lat: 48.8722, lon: 2.3767 },
  { name: 'Toulouse, place du Capitole', lat: 43.6043, lon: 1.4437 },
  { name: 'Saint-Denis de La Réunion, le Barachois', lat: -20.8736, lon: 55.4477 },
  { name: 'Au milieu de l’Atlantique', lat: 30, lon: -40 },
]

/**
 * @typedef {object} SheetProps
 * @property {{ current: HTMLElement | null }} over
 * @property {() => void} onClose
 * @property {(deed: Deed) => void} onAct
 */

/** @param {SheetProps} props */
export const PositionSheet = ({ over, onClose, onAct }) => {
  const [free, setFree] = useState({ lat: '48.8566', lon: '2.3522' })
  /** @param {number} lat @param {number} lon */
  const share = (lat, lon) => {
    onClose()
    onAct({ does: 'shares', lat, lon })
  }
  /** @param {'lat' | 'lon'} key @param {string} label @param {number} most */
  const degrees = (key, label, most) =>
    html`<label>
      ${label}
      <input
        type="number"
        step="any"
        min=${-most}
        max=${most}
        required
        value=${free[key]}
        onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget }) =>
          setFree((before) => ({ ...before, [key]: currentTarget.value }))}
      />
    </label>`
  return html`<${Dialog} title=${words.positionTitle} over=${over} onClose=${onClose}>
    <p class="hint">${words.positionHint}</p>
    <ul class="sheet-list">
      ${places.map(
        ({ name, lat, lon }, at) =>
          html`<li key=${name}>
            <button type="button" autofocus=${at === 0} onClick=${() => share(lat, lon)}>
              <${Icon} name="pin" />${name}
            </button>
          </li>`,
      )}
    </ul>
    <form
      class="questions degrees"
      aria-label=${words.positionFree}
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault()
        share(Number(free.lat), Number(free.lon))
      }}
    >
      ${degrees('lat', words.latitude, 90)} ${degrees('lon', words.longitude, 180)}
      <button type="submit" class="strong">${words.share}</button>
    </form>
  <//>`
}

/** @param {SheetProps} props */
export const FollowSheet = ({ over, onClose, onAct }) => {
  const [start, setStart] = useState('')
  return html`<${Dialog} title=${words.followTitle} over=${over} onClose=${onClose}>
    <form
      class="questions"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault()
        onClose()
        onAct({ does: 'follows', start })
      }}
    >
      <label for="follow-start">${words.followLabel}</label>
      <input
        id="follow-start"
        type="text"
        autofocus
        autocomplete="off"
        pattern="[A-Za-z0-9_\\-]{0,64}"
        value=${start}
        onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget }) => setStart(currentTarget.value)}
      />
      <footer><button type="submit" class="strong">${words.follow}</button></footer>
    </form>
  <//>`
}

/**
 * A list of things to do.
 * @param {object} props
 * @param {string} props.title
 * @param {readonly { icon: IconName, label: string, onDo: () => void }[]} props.items
 * @param {SheetProps['over']} props.over
 * @param {() => void} props.onClose
 */
export const ListSheet = ({ title, items, over, onClose }) =>
  html`<${Dialog} title=${title} over=${over} onClose=${onClose}>
    <ul class="sheet-list">
      ${items.map(
        ({ icon, label, onDo }, at) =>
          html`<li key=${label}>
            <button
              type="button"
              autofocus=${at === 0}
              onClick=${() => {
                onClose()
                onDo()
              }}
            >
              <${Icon} name=${icon} />${label}
            </button>
          </li>`,
      )}
    </ul>
  <//>`

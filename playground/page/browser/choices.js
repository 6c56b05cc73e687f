// @ts-check
import { html, useEffect, useLayoutEffect, useRef, useState } from './preact.js'

/**
 * @typedef {{ key: string, title: string, note?: string }} Option
 * @typedef {'enter' | 'tab' | 'press'} How Somebody picked it.
 */

/**
 * A list under a text field, in ARIA's combobox pattern: the keyboard stays in the field.
 * @param {object} needs
 * @param {string} needs.id
 * @param {readonly Option[]} needs.options
 * @param {string} needs.typed Another text opens the list again.
 * @param {boolean} needs.eager Enter picks the first one when none was chosen with the arrows.
 * @param {(option: Option, how: How) => void} needs.onPick
 */
export const useChoices = ({ id, options, typed, eager, onPick }) => {
  const [at, setAt] = useState(eager ? 0 : -1)
  const [closed, setClosed] = useState(false)
  useEffect(() => {
    setAt(eager ? 0 : -1)
    setClosed(false)
  }, [typed, options.length, eager])

  const open = !closed && options.length > 0
  const current = open ? options[at] : undefined

  /** Says whether the key was for the list. @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!open || event.isComposing) return false
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move !== 0) {
      setAt((before) => (Math.max(before, move === 1 ? -1 : 0) + move + options.length) % options.length)
    } else if (event.key === 'Escape') {
      setClosed(true)
    } else if (current && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) {
      onPick(current, event.key === 'Enter' ? 'enter' : 'tab')
    } else {
      return false
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  const field = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': open,
    'aria-controls': open ? id : undefined,
    'aria-activedescendant': current ? `${id}-${at}` : undefined,
  }
  return { open, at, field, onKey, close: () => setClosed(true) }
}

/**
 * @param {object} props
 * @param {string} props.id
 * @param {string} props.label
 * @param {string} [props.hint]
 * @param {readonly Option[]} props.options
 * @param {number} props.at
 * @param {(option: Option, how: How) => void} props.onPick
 */
export const ChoiceList = ({ id, label, hint, options, at, onPick }) => {
  const ref = useRef(/** @type {HTMLElement | null} */ (null))
  useLayoutEffect(() => {
    ref.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return html`<div class="choices">
    <p class="choices-title" aria-hidden="true">
      <span>${label}</span>${hint && html`<span class="hint">${hint}</span>`}
    </p>
    <ul id=${id} role="listbox" aria-label=${label} ref=${ref}>
      ${options.map(
        (option, index) =>
          html`<li
            key=${option.key}
            id=${`${id}-${index}`}
            role="option"
            aria-selected=${index === at}
            onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()}
            onClick=${() => onPick(option, 'press')}
          >
            <span class="choice-title">${option.title}</span>
            ${option.note && html`<span class="choice-note">${option.note}</span>`}
          </li>`,
      )}
    </ul>
  </div>`
}

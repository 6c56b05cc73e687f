// @ts-check
import { Icon } from './icons.js'
import { html, useLayoutEffect, useRef } from './preact.js'
import { words } from './words.js'

let count = 0

/** Over the phone it belongs to, as a window of that phone would be. @param {HTMLElement} dialog @param {Element} phone */
const place = (dialog, phone) => {
  const { left, top, width, height } = phone.getBoundingClientRect()
  const visibleTop = Math.max(top, 0)
  const visibleBottom = Math.min(top + height, innerHeight)
  dialog.style.left = `${left + 14}px`
  dialog.style.width = `${width - 28}px`
  dialog.style.top = `${(visibleTop + visibleBottom) / 2}px`
  dialog.style.maxHeight = `${visibleBottom - visibleTop - 28}px`
}

/**
 * A window that holds the keyboard until it is closed; Escape and a press outside close it.
 * @param {object} props
 * @param {string} props.title
 * @param {() => void} props.onClose
 * @param {{ current: HTMLElement | null }} [props.over] A phone.
 * @param {unknown} props.children
 */
export const Dialog = ({ title, onClose, over, children }) => {
  const ref = useRef(/** @type {HTMLDialogElement | null} */ (null))
  const id = useRef(`dialog-${(count += 1)}`)
  const leaving = useRef(false)
  useLayoutEffect(() => {
    const dialog = ref.current
    const phone = over?.current
    if (!dialog) return undefined
    const move = () => phone && place(dialog, phone)
    move()
    dialog.showModal()
    addEventListener('resize', move)
    return () => {
      removeEventListener('resize', move)
      leaving.current = true
      // Gives the keyboard back to whoever had it.
      dialog.close()
    }
  }, [])
  /** @param {Event} event */
  const cancel = (event) => {
    event.preventDefault()
    onClose()
  }
  /** @param {Event} event */
  const pressOutside = (event) => {
    if (event.target === ref.current) onClose()
  }
  return html`<dialog
    ref=${ref}
    class=${over ? 'over-phone' : 'centered'}
    aria-labelledby=${id.current}
    onCancel=${cancel}
    onClose=${() => leaving.current || onClose()}
    onClick=${pressOutside}
  >
    <div class="window">
      <header>
        <h3 id=${id.current}>${title}</h3>
        <button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}>
          <${Icon} name="close" />
        </button>
      </header>
      ${children}
    </div>
  </dialog>`
}

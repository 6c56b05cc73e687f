// @ts-check
/** @import { Shown } from '../mirror.ts' */
/** @import { Doors } from './rich.js' */
/** @import { Skin } from './skins.js' */
import { Message } from './message.js'
import { html, useLayoutEffect, useRef } from './preact.js'
import { when } from './when.js'
import { words } from './words.js'

const together = 5 * 60 * 1000
const nearTheEnd = 160

/** @param {Shown | undefined} before @param {Shown} message */
const follows = (before, message) =>
  before !== undefined &&
  before.author === message.author &&
  before.from === message.from &&
  before.onlyMe === message.onlyMe &&
  message.asked === undefined &&
  message.at - before.at < together &&
  when.dayKey(before.at) === when.dayKey(message.at)

/**
 * Stays at the end while its reader is there, or when they wrote themselves.
 * @param {readonly Shown[]} seen
 */
const useEnd = (seen) => {
  const ref = useRef(/** @type {HTMLElement | null} */ (null))
  const atEnd = useRef(true)
  const last = seen.at(-1)
  useLayoutEffect(() => {
    const node = ref.current
    if (node && (atEnd.current || last?.from === 'me')) node.scrollTop = node.scrollHeight
  }, [seen])
  const onScroll = () => {
    const node = ref.current
    if (node) atEnd.current = node.scrollHeight - node.scrollTop - node.clientHeight < nearTheEnd
  }
  return { ref, onScroll }
}

/**
 * @param {object} props
 * @param {readonly Shown[]} props.seen
 * @param {string} props.title
 * @param {number} props.now
 * @param {Skin} props.skin
 * @param {Doors} props.doors
 * @param {(label: string, message: string) => Promise<void>} props.onPress
 * @param {unknown} props.children What is shown when nothing was said.
 */
export const Log = ({ seen, title, now, skin, doors, onPress, children }) => {
  const { ref, onScroll } = useEnd(seen)
  return html`<div class="log-holder">
    <div
      class="log"
      role="log"
      aria-live="polite"
      aria-label=${words.log(title)}
      tabindex="0"
      ref=${ref}
      onScroll=${onScroll}
    >
      ${seen.flatMap((message, at) => {
        const before = seen[at - 1]
        const newDay = !before || when.dayKey(before.at) !== when.dayKey(message.at)
        return [
          newDay &&
            html`<p class="day" key=${`day ${message.id}`}><span>${when.day(message.at, now)}</span></p>`,
          html`<${Message}
            key=${message.id}
            message=${message}
            first=${!follows(before, message)}
            skin=${skin}
            doors=${doors}
            onPress=${onPress}
          />`,
        ]
      })}
      ${seen.length === 0 && children}
    </div>
  </div>`
}

// @ts-check
/** @import { MenuEntry } from '../../actor.ts' */
/** @import { Choice } from '../../../src/chat/message.ts' */
import { ChoiceList, useChoices } from './choices.js'
import { containing, meant } from './completion.js'
import { Icon } from './icons.js'
import { html, useEffect, useLayoutEffect, useRef, useState } from './preact.js'
import { words } from './words.js'

/**
 * What is in a field: words typed, and the value they stand for once one was chosen.
 * @typedef {{ typed: string, value?: string }} Filled
 * @typedef {MenuEntry['options'][number]} Asked
 */

const typingPause = 150

/** What can be chosen now: fixed choices, or what the bot proposes. @param {Asked} asked @param {string} typed @param {boolean} on @param {(typed: string) => Promise<readonly Choice[]>} complete */
const useProposals = (asked, typed, on, complete) => {
  const [proposed, setProposed] = useState(/** @type {readonly Choice[]} */ ([]))
  useEffect(() => {
    if (!asked.completes || !on) return undefined
    let late = false
    const timer = setTimeout(() => {
      void complete(typed).then((choices) => late || setProposed(choices))
    }, typingPause)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [typed, on])
  if (!on) return []
  return asked.choices ? containing(asked.choices, typed) : proposed
}

/**
 * @param {object} props
 * @param {string} props.id
 * @param {Asked} props.asked
 * @param {Filled} props.filled
 * @param {boolean} props.first
 * @param {boolean} props.wrong
 * @param {(filled: Filled) => void} props.onFill
 * @param {() => void} props.onNext
 * @param {() => void} props.onLeave
 * @param {() => void} props.onSend
 * @param {(typed: string) => Promise<readonly Choice[]>} props.complete
 */
const Field = ({ id, asked, filled, first, wrong, onFill, onNext, onLeave, onSend, complete }) => {
  const [on, setOn] = useState(false)
  const input = useRef(/** @type {HTMLInputElement | null} */ (null))
  useLayoutEffect(() => {
    if (first) input.current?.focus()
  }, [])
  const shown = filled.value === undefined ? filled.typed : ''
  const options = useProposals(asked, shown, on && filled.value === undefined, complete).map(
    ({ value, label }) => ({
      key: value,
      title: label,
    }),
  )
  const pick = (/** @type {{ key: string, title: string }} */ { key, title }) => {
    onFill({ typed: title, value: key })
    onNext()
  }
  const eager = asked.choices !== undefined && filled.typed !== ''
  const choices = useChoices({ id: `${id}-list`, options, typed: filled.typed, eager, onPick: pick })
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (choices.onKey(event)) return
    if (event.key === 'Enter') onSend()
    else if (event.key === 'Escape' || (event.key === 'Backspace' && first && filled.typed === '')) onLeave()
    else return
    event.preventDefault()
  }
  return html`<span class=${`option ${wrong ? 'wrong' : ''}`}>
    <label for=${id}>${asked.name}</label>
    <input
      id=${id}
      ref=${input}
      type="text"
      autocomplete="off"
      size=${Math.max(6, Math.min(24, filled.typed.length + 1))}
      value=${filled.typed}
      aria-required=${asked.required}
      aria-invalid=${wrong}
      aria-describedby=${`${id}-note`}
      ...${choices.field}
      onFocus=${() => setOn(true)}
      onBlur=${() => setOn(false)}
      onKeyDown=${onKeyDown}
      onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget }) => onFill({ typed: currentTarget.value })}
    />
    <span class="unseen" id=${`${id}-note`}
      >${asked.description}, ${asked.required ? words.required : words.optional}</span
    >
    ${
      choices.open &&
      html`<${ChoiceList}
        id=${`${id}-list`}
        label=${words.proposals}
        options=${options}
        at=${choices.at}
        onPick=${pick}
      />`
    }
    ${on && html`<span class="option-note" aria-hidden="true"><b>${asked.name}</b> ${asked.description}</span>`}
  </span>`
}

/** @param {Asked} asked @param {Filled} filled @returns {string} */
const valueOf = (asked, filled) =>
  filled.value ??
  (asked.choices && filled.typed ? meant(asked.choices, filled.typed)?.value : undefined) ??
  filled.typed.trim()

/**
 * A command whose options are fields.
 * @param {object} props
 * @param {string} props.id
 * @param {MenuEntry} props.entry
 * @param {string} props.rest What was typed after its name.
 * @param {(options: Record<string, string>) => void} props.onSend
 * @param {() => void} props.onLeave
 * @param {(option: string, typed: string) => Promise<readonly Choice[]>} props.complete
 */
export const CommandLine = ({ id, entry, rest, onSend, onLeave, complete }) => {
  const [filled, setFilled] = useState(
    /** @returns {Record<string, Filled>} */ () =>
      Object.fromEntries(entry.options.map(({ name }, at) => [name, { typed: at === 0 ? rest : '' }])),
  )
  const [wrong, setWrong] = useState(/** @type {string | undefined} */ (undefined))
  /** @param {string} name */
  const contentOf = (name) => filled[name] ?? { typed: '' }
  const send = () => {
    const values = entry.options.map(
      (asked) => /** @type {const} */ ([asked, valueOf(asked, contentOf(asked.name))]),
    )
    const missing = values.find(([asked, value]) => asked.required && value === '')?.[0]
    if (missing) {
      setWrong(missing.name)
      document.getElementById(`${id}-${missing.name}`)?.focus()
    } else
      onSend(Object.fromEntries(values.flatMap(([{ name }, value]) => (value === '' ? [] : [[name, value]]))))
  }
  /** @param {number} at */
  const next = (at) => document.getElementById(`${id}-${entry.options[at + 1]?.name ?? ''}`)?.focus()
  return html`<form
    class="composer command"
    aria-label=${`/${entry.name}`}
    onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault()
      send()
    }}
  >
    <button
      type="button"
      class="icon-button round"
      aria-label=${words.leaveCommand(entry.name)}
      onClick=${onLeave}
    >
      <${Icon} name="close" />
    </button>
    <div class="text-field">
      <span class="command-name">/${entry.name}</span>
      ${entry.options.map(
        (asked, at) =>
          html`<${Field}
            key=${asked.name}
            id=${`${id}-${asked.name}`}
            asked=${asked}
            filled=${contentOf(asked.name)}
            first=${at === 0}
            wrong=${wrong === asked.name}
            onFill=${(/** @type {Filled} */ now) => setFilled((before) => ({ ...before, [asked.name]: now }))}
            onNext=${() => next(at)}
            onLeave=${onLeave}
            onSend=${send}
            complete=${(/** @type {string} */ typed) => complete(asked.name, typed)}
          />`,
      )}
    </div>
    <button type="submit" class="icon-button send" aria-label=${words.send}><${Icon} name="send" /></button>
  </form>`
}

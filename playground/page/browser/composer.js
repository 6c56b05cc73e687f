// @ts-check
/** @import { MenuEntry } from '../../actor.ts' */
/** @import { Skin } from './skins.js' */
import { ChoiceList, useChoices } from './choices.js'
import { matching, recognised } from './completion.js'
import { Icon } from './icons.js'
import { html, useLayoutEffect, useRef, useState } from './preact.js'
import { words } from './words.js'

/**
 * One line, or several once somebody breaks it: only the first completes commands.
 * @param {object} props
 * @param {string} props.id
 * @param {string} props.title Of the chat.
 * @param {Skin} props.skin
 * @param {readonly MenuEntry[]} props.menu
 * @param {string} props.text
 * @param {(text: string) => void} props.onText
 * @param {(text: string) => void} props.onSay
 * @param {(entry: MenuEntry, rest: string) => void} props.onCommand Where options are fields.
 * @param {() => void} props.onAttach
 */
export const Composer = ({ id, title, skin, menu, text, onText, onSay, onCommand, onAttach }) => {
  const field = useRef(/** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (null))
  const several = text.includes('\n')
  const wasSeveral = useRef(several)
  useLayoutEffect(() => {
    if (wasSeveral.current === several) return
    wasSeveral.current = several
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
  }, [several])

  const byFields = skin.commands === 'fields'
  const options = matching(text, menu).map(({ name, description }) => ({
    key: name,
    title: `/${name}`,
    note: description,
  }))

  /** @param {string} whole */
  const say = (whole) => {
    const command = byFields ? recognised(whole, menu) : undefined
    if (command) onCommand(command.entry, command.rest)
    else if (whole.trim() !== '') onSay(whole)
    onText('')
  }
  const choices = useChoices({
    id: `${id}-commands`,
    options,
    typed: text,
    eager: true,
    onPick: ({ key }, how) => {
      if (how === 'tab' && !byFields) onText(`/${key} `)
      else say(`/${key}`)
      field.current?.focus()
    },
  })

  /** @param {string} next */
  const type = (next) => {
    const command = byFields && /^\/\S+\s/u.test(next) ? recognised(next, menu) : undefined
    if (command && command.entry.options.length > 0) {
      onText('')
      onCommand(command.entry, command.rest)
    } else onText(next)
  }
  const [composing, setComposing] = useState(false)
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (composing || choices.onKey(event) || event.key !== 'Enter') return
    event.preventDefault()
    if (event.shiftKey) onText(`${text}\n`)
    else say(text)
  }
  /** A line has no breaks: what is pasted may. @param {ClipboardEvent} event */
  const onPaste = (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    const node = field.current
    if (several || !pasted.includes('\n') || !node) return
    event.preventDefault()
    onText(text.slice(0, node.selectionStart ?? 0) + pasted + text.slice(node.selectionEnd ?? 0))
  }
  const shared = {
    id: `${id}-text`,
    ref: field,
    value: text,
    autocomplete: 'off',
    'aria-label': words.compose(title),
    placeholder: byFields ? words.writeTo(title) : words.write,
    enterkeyhint: 'send',
    onKeyDown,
    onPaste,
    onBlur: choices.close,
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
    onInput: (/** @type {{ currentTarget: { value: string } }} */ event) => type(event.currentTarget.value),
  }
  return html`<form
    class="composer"
    onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault()
      say(text)
    }}
  >
    ${
      choices.open &&
      html`<${ChoiceList}
        id=${`${id}-commands`}
        label=${words.commands}
        hint=${byFields ? words.keysHint : words.tabHint}
        options=${options}
        at=${choices.at}
        onPick=${(/** @type {{ key: string }} */ { key }) => {
          say(`/${key}`)
          field.current?.focus()
        }}
      />`
    }
    ${
      !byFields &&
      html`<button
        type="button"
        class="menu-button"
        aria-label=${words.commandMenu}
        onClick=${() => {
          onText(text.startsWith('/') ? '' : '/')
          field.current?.focus()
        }}
      >
        <${Icon} name="list" /><span aria-hidden="true">Menu</span>
      </button>`
    }
    ${
      byFields &&
      html`<button type="button" class="icon-button round" aria-label=${words.attach} onClick=${onAttach}>
        <${Icon} name="plus" />
      </button>`
    }
    <div class="text-field">
      ${
        several
          ? html`<textarea ...${shared} rows=${Math.min(5, text.split('\n').length)}></textarea>`
          : html`<input type="text" ...${shared} ...${choices.field} />`
      }
      ${
        byFields &&
        html`<button
          type="button"
          class="icon-button"
          aria-label=${words.commandMenu}
          onClick=${() => {
            onText('/')
            field.current?.focus()
          }}
        >
          <${Icon} name="slash" />
        </button>`
      }
    </div>
    ${
      !byFields &&
      html`<button type="button" class="icon-button" aria-label=${words.attach} onClick=${onAttach}>
        <${Icon} name="clip" />
      </button>`
    }
    <button type="submit" class="icon-button send" aria-label=${words.send} disabled=${text.trim() === ''}>
      <${Icon} name="send" />
    </button>
  </form>`
}

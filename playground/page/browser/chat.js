// @ts-check
/** @import { MenuEntry, ShownButton } from '../../actor.ts' */
/** @import { ChatLine, Phone } from '../mirror.ts' */
/** @import { At } from './api.js' */
/** @import { Deed } from '../deeds.ts' */
/** @import { Skin } from './skins.js' */
import { api } from './api.js'
import { Avatar } from './avatar.js'
import { CommandLine } from './command.js'
import { Composer } from './composer.js'
import { Icon } from './icons.js'
import { Log } from './log.js'
import { inRows } from './message.js'
import { named } from './names.js'
import { html, useState } from './preact.js'
import { doorTo } from './doors.js'
import { FollowSheet, ListSheet, PositionSheet } from './sheets.js'
import { Suggestions } from './suggestions.js'
import { words } from './words.js'

/**
 * @param {object} props
 * @param {ChatLine} props.chat
 * @param {import('./names.js').Named} props.name
 * @param {boolean} props.busy
 * @param {Skin} props.skin
 * @param {number} props.unread In the other chats.
 * @param {() => void} props.onBack
 * @param {() => void} props.onMore
 */
const Bar = ({ chat, name, busy, skin, unread, onBack, onMore }) => {
  const about = busy && skin.draws === 'bubbles' ? words.busyTyping : name.about
  return html`<header class="bar">
    <button type="button" class="icon-button back" aria-label=${words.back(unread)} onClick=${onBack}>
      <${Icon} name="back" />${unread > 0 && html`<span class="unread" aria-hidden="true">${unread}</span>`}
    </button>
    ${
      skin.draws === 'servers' && chat.kind !== 'private'
        ? html`<${Icon} name=${chat.kind === 'channel' ? 'speaker' : 'hash'} />`
        : html`<${Avatar} name=${chat.title} bot=${chat.kind === 'private'} />`
    }
    <div class="titles">
      <h3>${name.title}</h3>
      <p class=${busy ? 'busy' : ''}>${about}</p>
    </div>
    <button type="button" class="icon-button" aria-label=${words.more} onClick=${onMore}>
      <${Icon} name="more" />
    </button>
  </header>`
}

/** @param {{ keyboard: readonly ShownButton[], onPress: (button: ShownButton) => void }} props */
const BotKeyboard = ({ keyboard, onPress }) =>
  keyboard.length > 0 &&
  html`<div class="bot-keyboard" role="group" aria-label=${words.botKeyboard}>
    ${inRows(keyboard).map(
      (row) =>
        html`<div class="row">
          ${row.map(
            (button) =>
              html`<button type="button" class="key" onClick=${() => onPress(button)}>
                ${button.asks === 'position' && html`<${Icon} name="pin" />`}${button.label}
              </button>`,
          )}
        </div>`,
    )}
  </div>`

/**
 * One chat, open.
 * @param {object} props
 * @param {string} props.id
 * @param {Phone} props.phone
 * @param {ChatLine} props.chat
 * @param {At} props.at
 * @param {Skin} props.skin
 * @param {number} props.now
 * @param {number} props.unread In the other chats.
 * @param {{ current: HTMLElement | null }} props.frame
 * @param {() => void} props.onBack
 * @param {(deed: Deed) => Promise<void>} props.onAct
 * @param {(suggestion: import('./suggestions.js').Suggestion) => void} props.onPlay
 */
export const ChatScreen = ({ id, phone, chat, at, skin, now, unread, frame, onBack, onAct, onPlay }) => {
  const { view } = phone
  const name = named(chat, phone.chats, skin)
  const title = skin.draws === 'servers' && chat.kind !== 'private' ? `#${name.title}` : name.title
  const [text, setText] = useState('')
  const [command, setCommand] = useState(
    /** @type {{ entry: MenuEntry, rest: string } | undefined} */ (undefined),
  )
  const [sheet, setSheet] = useState(
    /** @type {'attach' | 'more' | 'position' | 'follow' | undefined} */ (undefined),
  )
  const close = () => setSheet(undefined)
  const refocus = () => setTimeout(() => document.getElementById(`${id}-text`)?.focus(), 0)
  /** @param {Deed} deed */
  const act = (deed) => void onAct(deed)

  const doors = {
    door: doorTo((start) => act({ does: 'follows', start })),
    ...(skin.commands === 'line' && {
      command: (/** @type {string} */ said) => act({ does: 'says', text: said }),
    }),
  }
  /** @param {MenuEntry} entry @param {string} rest */
  const startCommand = (entry, rest) => {
    if (entry.options.length > 0) setCommand({ entry, rest })
    else act({ does: 'asks', command: entry.name, options: {} })
  }
  const attachments = [
    ...(skin.positions
      ? [{ icon: 'pin', label: words.sharePosition, onDo: () => setSheet('position') }]
      : []),
    { icon: 'picture', label: words.sendPicture, onDo: () => act({ does: 'sendsPicture' }) },
  ]
  const blocking = view.closed
    ? { icon: 'chat', label: words.unblock, onDo: () => act({ does: 'returns' }) }
    : { icon: 'ban', label: words.block, onDo: () => act({ does: 'blocks' }) }
  const inviting = chat.bot
    ? { icon: 'ban', label: words.expel, onDo: () => act({ does: 'expels' }) }
    : { icon: 'robot', label: words.invite, onDo: () => act({ does: 'invites' }) }
  const things = [
    chat.kind === 'private' ? blocking : inviting,
    ...(skin.links ? [{ icon: 'out', label: words.followLink, onDo: () => setSheet('follow') }] : []),
  ]
  const notice = chat.kind === 'private' && view.closed ? words.blocked : !chat.bot && words.noBot

  return html`<div class=${`screen chat-screen ${chat.kind}`}>
    <${Bar}
      chat=${chat}
      name=${name}
      busy=${view.busy}
      skin=${skin}
      unread=${unread}
      onBack=${onBack}
      onMore=${() => setSheet('more')}
    />
    <${Log}
      key=${chat.id ?? ''}
      seen=${view.seen}
      title=${name.title}
      now=${now}
      skin=${skin}
      doors=${doors}
      onPress=${(/** @type {string} */ label, /** @type {string} */ message) => onAct({ does: 'presses', label, message })}
    >
      <div class="empty">
        ${chat.kind === 'private' && html`<${Avatar} name=${chat.title} bot=${true} />`}
        <h4>${chat.title}</h4>
        <p>${chat.kind === 'private' ? words.emptyPrivate : words.emptyGroup}</p>
        <${Suggestions} onPlay=${onPlay} />
      </div>
    <//>
    ${notice && html`<p class="notice">${notice} <button type="button" onClick=${() => things[0]?.onDo()}>${things[0]?.label}</button></p>`}
    ${
      command
        ? html`<${CommandLine}
            key=${command.entry.name}
            id=${`${id}-option`}
            entry=${command.entry}
            rest=${command.rest}
            complete=${(/** @type {string} */ option, /** @type {string} */ typed) => api.completions(at, command.entry.name, option, typed)}
            onLeave=${() => {
              setCommand(undefined)
              refocus()
            }}
            onSend=${(/** @type {Record<string, string>} */ options) => {
              act({ does: 'asks', command: command.entry.name, options })
              setCommand(undefined)
              refocus()
            }}
          />`
        : html`<${Composer}
            id=${id}
            title=${title}
            skin=${skin}
            menu=${view.menu}
            text=${text}
            onText=${setText}
            onSay=${(/** @type {string} */ said) => act({ does: 'says', text: said })}
            onCommand=${startCommand}
            onAttach=${() => setSheet('attach')}
          />`
    }
    <${BotKeyboard}
      keyboard=${view.keyboard}
      onPress=${(/** @type {ShownButton} */ { label, asks }) =>
        asks === 'position' ? setSheet('position') : act({ does: 'presses', label })}
    />
    ${sheet === 'attach' && html`<${ListSheet} title=${words.attach} items=${attachments} over=${frame} onClose=${close} />`}
    ${sheet === 'more' && html`<${ListSheet} title=${words.more} items=${things} over=${frame} onClose=${close} />`}
    ${sheet === 'position' && html`<${PositionSheet} over=${frame} onClose=${close} onAct=${act} />`}
    ${sheet === 'follow' && html`<${FollowSheet} over=${frame} onClose=${close} onAct=${act} />`}
  </div>`
}

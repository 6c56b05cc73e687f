// @ts-check
/** @import { ChatLine } from '../mirror.ts' */
/** @import { Skin } from './skins.js' */
import { Avatar } from './avatar.js'
import { Icon } from './icons.js'
import { named } from './names.js'
import { html } from './preact.js'
import { when } from './when.js'
import { words } from './words.js'

/** @param {{ count: number }} props */
const Unread = ({ count }) =>
  count > 0 &&
  html`<span class="unread"
    ><span aria-hidden="true">${count}</span><span class="unseen">${words.unread(count)}</span></span
  >`

/**
 * @typedef {object} ChatsProps
 * @property {readonly ChatLine[]} chats
 * @property {number} now
 * @property {Skin} skin
 * @property {(chat: ChatLine) => number} unread
 * @property {(chat: ChatLine) => void} onOpen
 */

/** @param {ChatLine} chat */
const lastWords = ({ last }) => {
  if (!last) return words.noMessage
  const text = last.text.replaceAll(/\s+/g, ' ').trim() || words.picture
  return last.from === 'me' ? words.iSaid(text) : text
}

/** @param {ChatsProps} props */
const Bubbles = ({ chats, now, skin, unread, onOpen }) =>
  html`<ul class="chats">
    ${chats.map(
      (chat) =>
        html`<li key=${chat.id ?? ''}>
          <button type="button" class=${`chat-line ${chat.kind}`} onClick=${() => onOpen(chat)}>
            <${Avatar} name=${chat.title} bot=${chat.kind === 'private'} />
            <span class="chat-title">
              ${chat.kind === 'channel' && html`<${Icon} name="speaker" />`}<b>${chat.title}</b>
              <small>${named(chat, chats, skin).about}</small>
            </span>
            <span class="chat-hour">${chat.last && when.brief(chat.last.at, now)}</span>
            <span class="chat-last">${lastWords(chat)}</span>
            <${Unread} count=${unread(chat)} />
          </button>
        </li>`,
    )}
  </ul>`

/** Each group is a server, and its topics are the other channels of it. @param {ChatsProps} props */
const Servers = ({ chats, skin, unread, onOpen }) => {
  /** @param {ChatLine} chat */
  const line = (chat) =>
    html`<li key=${chat.id ?? ''}>
      <button type="button" class=${`chat-line ${chat.kind}`} onClick=${() => onOpen(chat)}>
        ${
          chat.kind === 'private'
            ? html`<${Avatar} name=${chat.title} bot=${true} />`
            : html`<${Icon} name=${chat.kind === 'channel' ? 'speaker' : 'hash'} />`
        }
        <span class="chat-title"><b>${named(chat, chats, skin).title}</b></span>
        <${Unread} count=${unread(chat)} />
      </button>
    </li>`
  const servers = chats.filter((chat) => chat.kind !== 'private' && chat.parent === undefined)
  return html`<div class="all-servers">
    <section>
      <h4>${words.privateChats}</h4>
      <ul class="chats">
        ${chats.filter((chat) => chat.kind === 'private').map(line)}
      </ul>
    </section>
    ${servers.map(
      (server) =>
        html`<section key=${server.id}>
          <h4><${Avatar} name=${server.title} />${server.title}</h4>
          <ul class="chats">
            ${[server, ...chats.filter((chat) => chat.parent === server.id)].map(line)}
          </ul>
        </section>`,
    )}
  </div>`
}

/** @param {ChatsProps} props */
export const Chats = (props) =>
  html`<div class="screen list-screen">
    <header class="bar"><h3>${props.skin.draws === 'servers' ? words.servers : words.chats}</h3></header>
    <nav class="scroll" aria-label=${words.chats}>
      <${props.skin.draws === 'servers' ? Servers : Bubbles} ...${props} />
    </nav>
  </div>`

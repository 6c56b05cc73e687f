// @ts-check
/** @import { ChatLine } from '../mirror.ts' */
/** @import { Skin } from './skins.js' */
import { words } from './words.js'

/** What a chat is called on a platform, and what is written beside it. @typedef {{ title: string, about: string }} Named */

/** @param {ChatLine} chat @param {readonly ChatLine[]} chats @param {Skin} skin @returns {Named} */
export const named = ({ kind, title, parent }, chats, { draws }) => {
  const within = chats.find(({ id }) => id !== undefined && id === parent)?.title
  if (within !== undefined) return { title, about: within }
  if (draws === 'bubbles' || kind === 'private') return { title, about: words.kinds[kind] }
  return { title: kind === 'channel' ? words.announcements : words.general, about: title }
}

// @ts-check
/** @import { ChatLine, Phone } from '../mirror.ts' */
/** @import { At } from './api.js' */
/** @import { Subscribe } from './live.js' */
import { api, Problem } from './api.js'
import { useEffect, useRef, useState } from './preact.js'

/** @param {At} at */
const keyOf = ({ platform, person, chat }) => JSON.stringify([platform, person, chat])

/**
 * What the phone shows, looked at again whenever the server says that it changed; `undefined` until the first look, and while nobody holds it.
 * @param {At} at
 * @param {Subscribe} subscribe
 * @param {() => void} onGone The chat is no more.
 * @returns {Phone | undefined}
 */
export const usePhone = (at, subscribe, onGone) => {
  const [held, setHeld] = useState(/** @type {{ key: string, phone: Phone } | undefined} */ (undefined))
  const key = keyOf(at)
  useEffect(() => {
    if (at.person === '') return undefined
    let left = false
    let looking = false
    let again = false
    const look = async () => {
      if (looking) {
        again = true
        return
      }
      looking = true
      try {
        const phone = await api.phone(at)
        if (!left) setHeld({ key, phone })
      } catch (error) {
        // Without the server there is nothing to show; it is looked at again when it is back.
        if (!(error instanceof Problem || error instanceof TypeError)) throw error
        if (error instanceof Problem && error.status === 404 && !left) onGone()
      } finally {
        looking = false
      }
      if (!again || left) return
      again = false
      await look()
    }
    void look()
    const stop = subscribe((heard) => {
      if (heard.is === 'open') void look()
      if (heard.is !== 'change' || heard.news.platform !== at.platform) return
      if (heard.news.person === undefined || heard.news.person === at.person) void look()
    })
    return () => {
      left = true
      stop()
    }
  }, [key])
  return held?.key === key ? held.phone : undefined
}

/**
 * How many messages of a chat came since it was last open.
 * @param {Phone | undefined} phone
 * @param {(chat: ChatLine) => boolean} isOpen
 * @returns {(chat: ChatLine) => number}
 */
export const useUnread = (phone, isOpen) => {
  const read = useRef(/** @type {Map<string, number>} */ (new Map()))
  /** @param {ChatLine} chat */
  const keyed = (chat) => JSON.stringify([phone?.person.id, chat.id])
  useEffect(() => {
    for (const chat of phone?.chats ?? [])
      if (isOpen(chat) || !read.current.has(keyed(chat))) read.current.set(keyed(chat), chat.received)
  })
  return (chat) =>
    isOpen(chat) ? 0 : Math.max(0, chat.received - (read.current.get(keyed(chat)) ?? chat.received))
}

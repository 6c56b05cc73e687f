// @ts-check
import { html, useEffect, useRef, useState } from './preact.js'

const lasts = 6000

/**
 * Short words that come and go: those that came while one looks, and what the page itself has to say.
 * @param {string} whose Another value forgets what came before.
 * @param {readonly string[] | undefined} all
 */
export const useToasts = (whose, all) => {
  const [shown, setShown] = useState(/** @type {readonly { id: number, words: string }[]} */ ([]))
  const known = useRef(/** @type {{ whose: string, count: number } | undefined} */ (undefined))
  const count = useRef(0)
  /** @param {string} words */
  const show = (words) => {
    const id = (count.current += 1)
    setShown((before) => [...before.slice(-2), { id, words }])
    setTimeout(() => setShown((before) => before.filter((one) => one.id !== id)), lasts)
  }
  useEffect(() => {
    if (!all) return
    const before = known.current?.whose === whose ? known.current.count : all.length
    known.current = { whose, count: all.length }
    for (const words of all.slice(before)) show(words)
  }, [whose, all])
  return { shown, show }
}

/** @param {{ shown: readonly { id: number, words: string }[] }} props */
export const Toasts = ({ shown }) =>
  html`<div class="toasts" role="status">
    ${shown.map(({ id, words }) => html`<p key=${id}>${words}</p>`)}
  </div>`

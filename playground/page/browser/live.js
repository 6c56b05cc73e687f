// @ts-check
/** @import { News } from '../live.ts' */
/** @import { World } from '../world.ts' */

/**
 * @typedef {{ is: 'change', news: News } | { is: 'world', world: World } | { is: 'open' } | { is: 'lost' }} Heard
 * @typedef {(hear: (heard: Heard) => void) => () => void} Subscribe What it returns ends it.
 */

/**
 * What the server tells as it happens; the browser reconnects by itself, and `open` comes again.
 * @returns {Subscribe}
 */
export const listen = () => {
  /** @type {Set<(heard: Heard) => void>} */
  const hearers = new Set()
  /** @param {Heard} heard */
  const tell = (heard) => {
    for (const hear of hearers) hear(heard)
  }
  const source = new EventSource('/playground/events')
  source.addEventListener('open', () => tell({ is: 'open' }))
  source.addEventListener('error', () => tell({ is: 'lost' }))
  source.addEventListener('change', ({ data }) => tell({ is: 'change', news: JSON.parse(data) }))
  source.addEventListener('world', ({ data }) => tell({ is: 'world', world: JSON.parse(data) }))
  return (hear) => {
    hearers.add(hear)
    return () => {
      hearers.delete(hear)
    }
  }
}

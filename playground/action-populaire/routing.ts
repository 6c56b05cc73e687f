import type { Instant } from '../../src/base/clock.ts'
import type { Answer } from './answers.ts'
import type { World } from './world.ts'

/** One request, once its route is known. */
export interface Asked {
  /** What the route's path captured. */
  readonly id: string
  readonly query: URLSearchParams
  readonly now: Instant
  /** The address of the server, as links name it. */
  readonly base: string
  readonly world: World
}

export interface Route {
  readonly path: RegExp
  /** The views of groups and events know GET alone; the map and the search also answer HEAD. */
  readonly head?: true
  readonly answer: (asked: Asked) => Answer
}

/** A page of twenty, or as many as asked up to a hundred. */
export const paginated = (all: readonly object[], query: URLSearchParams): object => {
  const size = Math.min(Number(query.get('page_size')) || 20, 100)
  const at = Math.max(Number(query.get('page')) || 1, 1)
  const results = all.slice((at - 1) * size, at * size)
  const next = at * size < all.length ? `?page=${at + 1}` : null
  return { count: all.length, next, previous: at > 1 ? `?page=${at - 1}` : null, results }
}

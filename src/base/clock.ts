import type { Brand } from './brand.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>

export interface Clock {
  now(): Instant
}

export const instant = (of: Date | string | number): Instant => new Date(of).getTime() as Instant

/** Whole milliseconds: a part of one counts as one more, so that nobody comes too early. */
export const later = (than: Instant, ms: number): Instant => Math.ceil(than + ms) as Instant

export const systemClock: Clock = { now: () => Date.now() as Instant }

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

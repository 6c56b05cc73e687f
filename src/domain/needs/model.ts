import type { Instant } from '../../base/clock.ts'
import type { ActionId, NeedId } from '../../base/ids.ts'

/** What an action lacks: so many people for some time, or things. */
export interface Need {
  readonly words: string
  readonly wanted: number
  readonly start?: Instant
  readonly end?: Instant
}

export interface NeedFound extends Need {
  readonly id: NeedId
  readonly action: ActionId
  readonly taken: number
  /** Whoever looks has taken one. */
  readonly mine: boolean
}

export const mostNeeds = 12
export const mostWanted = 99
export const longestNeed = 60

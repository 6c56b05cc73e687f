import type { Clock, Instant } from '../../src/base/clock.ts'
import type { Stage } from '../stage.ts'

/** How far something long is. */
export interface Progress {
  /** What is under way, in French. */
  readonly words: string
  readonly done: number
  readonly total: number
}

/** All that the page shows around the phones. Plain data. */
export interface World {
  readonly now: Instant
  /** Where groups and actions come from. */
  readonly movement?: string
  readonly progress?: Progress
  readonly stages: readonly {
    readonly platform: string
    readonly bot: string
    readonly people: readonly { readonly id: string; readonly name: string }[]
    /** What the bot did that the platform forbids. */
    readonly violations: readonly string[]
  }[]
}

export interface WorldNeeds {
  readonly stages: readonly Stage[]
  readonly clock: Clock
  readonly movement: (() => string | undefined) | undefined
  readonly progress: (() => Progress | undefined) | undefined
}

export const describeWorld = ({ stages, clock, movement, progress }: WorldNeeds): World => {
  const words = movement?.()
  const under = progress?.()
  return {
    now: clock.now(),
    ...(words !== undefined && { movement: words }),
    ...(under && { progress: under }),
    stages: stages.map((stage) => {
      const { platform, bot, people } = stage.snapshot()
      return {
        platform,
        bot,
        people: people.map(({ id, name }) => ({ id, name })),
        violations: stage.violations(),
      }
    }),
  }
}

import type { Abilities } from '../../src/chat/index.ts'

/** What the two platforms can do. */
export const abilities = {
  telegram: {
    modals: false,
    position: true,
    asides: false,
    knocks: true,
    dropsRepeats: false,
    perSecond: 30,
  },
  discord: {
    modals: true,
    position: false,
    asides: true,
    dropsRepeats: true,
    events: true,
    publishes: true,
    threads: true,
    perSecond: 50,
  },
} as const satisfies Readonly<Record<string, Abilities>>

export type PlatformName = keyof typeof abilities

import type { Outcome } from '../chat/index.ts'
import type { Lane } from './letter.ts'

/** What is measured while letters are carried. */
export interface Meters {
  /** `seconds`: from when it was written, or due, to the platform's answer. */
  carried(
    of: { readonly platform: string; readonly lane: Lane; readonly outcome: Outcome['is'] },
    seconds: number,
  ): void
  /** One message of the platform's rate was used. */
  spent(platform: string): void
}

export const noMeters: Meters = { carried: () => {}, spent: () => {} }

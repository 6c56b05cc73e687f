import type { Outcome } from '../chat/index.ts'
import type { Lane } from './letter.ts'

/** Of one time that a letter was in somebody's hands; `dropped`: there was nothing to say any more. */
export type Became = Outcome['is'] | 'dropped'

/** What is measured while letters are carried. */
export interface Meters {
  /** `seconds`: from when it was written, or due, to the platform's answer. */
  carried(
    of: { readonly platform: string; readonly lane: Lane; readonly outcome: Became },
    seconds: number,
  ): void
  /** One message of the platform's rate was used. */
  spent(platform: string): void
}

export const noMeters: Meters = { carried: () => {}, spent: () => {} }

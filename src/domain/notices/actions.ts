import type { Instant } from '../../base/clock.ts'
import type { ActionId } from '../../base/ids.ts'
import type { Known } from '../changes/model.ts'

/** What people are told about actions to which they answered, or which they organise. */
export type ActionNotice =
  /** What they had answered yes or maybe to does not take place. */
  | { readonly is: 'called-off'; readonly action: ActionId }
  /** It is no longer what they knew. `also`: later dates of its series that changed with it. */
  | {
      readonly is: 'changed'
      readonly action: ActionId
      readonly was: Known
      readonly also?: readonly ActionId[]
    }
  /** A seat for which they waited; `until`: theirs if they say so by then. */
  | { readonly is: 'seat'; readonly action: ActionId; readonly until?: Instant }
  /** Organisers chose them among those who had signed up. */
  | { readonly is: 'chosen'; readonly action: ActionId }
  /** They did not say in time that they want it. */
  | { readonly is: 'seat-lost'; readonly action: ActionId }
  /** An organiser took them off the list. */
  | { readonly is: 'taken-off'; readonly action: ActionId }
  /** To organisers: somebody does not come after all, and it begins soon. */
  | { readonly is: 'departure'; readonly action: ActionId }
  /** To organisers: seats went to people who had waited for them, since then. */
  | { readonly is: 'seats-given'; readonly action: ActionId; readonly since: Instant }
  /** They wanted to be asked, and have not answered. */
  | { readonly is: 'come'; readonly action: ActionId }
  | { readonly is: 'reminder'; readonly action: ActionId; readonly late?: true }
  /** Several at once, for whoever wants it so. */
  | { readonly is: 'digest'; readonly actions: readonly ActionId[] }
  /** Thanks, and a question: could they come? */
  | { readonly is: 'after'; readonly action: ActionId }
  /** To organisers: what came of it. */
  | { readonly is: 'outcome'; readonly action: ActionId }

import type { Instant } from '../base/clock.ts'
import type { Zone } from '../base/zones.ts'
import type { Audience } from './actions/model.ts'
import type { Deed, Role } from './rights/model.ts'

/**
 * Every expected no, with the facts that its sentence needs. `phrases/` must word each one, or nothing compiles.
 * A refusal is only for what the person can mend; what the caller branches on is returned instead.
 */
export interface Refusals {
  /** `place`: the name of a group or loop. `who`: the roles that may, the closest last. */
  'not-allowed': { readonly deed: Deed; readonly place?: string; readonly who: readonly Role[] }
  'group-unknown': object
  'link-unknown': object
  'follow-unknown': object
  /** `site`: the one whose calendars may be followed; absent: there is none. */
  'calendar-elsewhere': { readonly site?: string }
  'calendar-no-calendar': { readonly site?: string }
  'follows-full': { readonly most: number }
  'announcement-unknown': object
  'own-agreement': object
  /** Electoral silence: nothing leaves. */
  'truce-lasts': object
  /** Words and what stands beside them would be cut. */
  'announcement-too-long': { readonly most: number; readonly pictured: boolean }
  'picture-undescribed': object
  'not-chat-admin': object
  /** Unknown, used, too old, or given by somebody who may no longer. */
  'invitation-over': object
  'binome-full': { readonly place: string }
  'action-unknown': object
  'action-over': { readonly name: string }
  'action-cancelled': { readonly name: string }
  /** They come; `free`: how many guests there is room for. */
  'no-room': { readonly free: number }
  'draft-unknown': object
  'need-unknown': object
  'ride-unknown': object
  'need-unclear': object
  /** What is needed for some time, but neither while the action takes place nor shortly before or after. */
  'need-outside': {
    readonly words: string
    readonly start: Instant
    readonly end: Instant
    readonly action: { readonly start: Instant; readonly end: Instant; readonly zone: Zone }
  }
  /** The date is missing, or not clear. */
  'plan-unclear': object
  'plan-past': object
  /** Not between now and the beginning of the action. */
  'opening-outside': object
  /** It was not planned here: it is changed where it was. */
  'action-not-ours': object
  /** To others sooner than to the groups of the department: those would have nothing of it. */
  'opening-order': object
  /** Between so many and so many dates, each clear. */
  'dates-unclear': { readonly fewest: number; readonly most: number }
  /** Answers end after the first of the dates, or at once. */
  'dates-until': object
  'proposal-unknown': object
  /** Somebody made an action of it. */
  'proposal-made': object
  /** Somebody called it off. */
  'proposal-dropped': object
  'not-in-team': object
  /** Whoever is named for an action comes to it. */
  'not-coming': object
  /** Whoever was named for an action changes it: what else is to be decided is the team's. */
  'named-only': { readonly name: string }
  /** Not everybody may come. */
  'not-invited': { readonly name: string; readonly audience: Exclude<Audience, 'everyone'> }
  'broadcast-unknown': object
  'code-unknown': object
  'paired-already': object
  'paired-elsewhere': { readonly platform: string }
  'name-too-long': { readonly most: number }
}

export type RefusalCode = keyof Refusals

/** Other words would do: what was typed is worth keeping. */
export const ofWords: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'announcement-too-long',
  'name-too-long',
  'need-unclear',
  'need-outside',
  'plan-unclear',
  'plan-past',
  'dates-unclear',
  'dates-until',
  'code-unknown',
  'opening-outside',
  'opening-order',
  'calendar-elsewhere',
  'calendar-no-calendar',
])

/** Thrown by the domain, worded by the engine: nothing that the update had begun is kept. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C
  readonly facts: Refusals[C]

  constructor(code: C, facts: Refusals[C]) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}

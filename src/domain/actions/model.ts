import type { Instant } from '../../base/clock.ts'
import type { ActionId, GroupId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { NeedFound } from '../needs/model.ts'
import type { Standing } from '../answers/model.ts'
import type { DepartmentCode, Point } from '../territory/model.ts'

/** What people come to do, in the movement's words (identifiers without accents). */
export const actionKinds = [
  'tracts',
  'porte-a-porte',
  'collage',
  'cafe-populaire',
  'reunion',
  'reunion-publique',
  'rassemblement',
  'depart-commun',
  'formation',
  'projection',
  'fete',
  'solidarite',
  'autre',
] as const
export type ActionKind = (typeof actionKinds)[number]

/**
 * Who may come: everybody, whoever joined a group of the department, or one that organises it; `animators`: whoever has a role in a group or
 * loop of the department, `team`: in one that organises it.
 */
export const audiences = ['everyone', 'department', 'group', 'animators', 'team'] as const
export type Audience = (typeof audiences)[number]

/** They come because they have a role: no chat of many is told by itself. */
export const few = ['animators', 'team'] as const satisfies readonly Audience[]

export const isForFew = ({ audience }: { readonly audience?: Audience }): boolean =>
  few.some((each) => each === audience)

export const answers = ['yes', 'maybe', 'no'] as const
export type Answer = (typeof answers)[number]

/** `yes`: everybody who has a seat, guests included. */
export interface Counts {
  readonly yes: number
  readonly maybe: number
  readonly no: number
  /** People who wait for a seat; absent when nobody does. */
  readonly waiting?: number
}

export interface Venue {
  readonly name?: string
  readonly address?: string
  readonly city?: string
  readonly postalCode?: string
  readonly point?: Point
  /** For what happens on a screen. */
  readonly online?: string
}

/** Anything one can come to. */
export interface Action {
  readonly id: ActionId
  readonly name: string
  readonly kind: ActionKind
  readonly description: string
  readonly start: Instant
  readonly end: Instant
  /** The zone of the place, not of whoever typed it in. */
  readonly zone: Zone
  readonly department?: DepartmentCode
  readonly venue: Venue
  readonly organisers: readonly { readonly id?: GroupId; readonly name: string }[]
  /** `withdrawn`: hidden at its source, which says neither why nor by whom. */
  readonly state: 'planned' | 'cancelled' | 'withdrawn'
  /** The most who may come; absent: as many as want. */
  readonly capacity?: number
  /** Who may come, as {@link audiences} has it; absent: everybody. */
  readonly audience?: Exclude<Audience, 'everyone'>
  /** Its organisers choose who comes: whoever says yes waits until then. */
  readonly picks?: true
  /** Why it was called off. */
  readonly reason?: string
  /** Its page on Action Populaire; answers given here do not reach it. */
  readonly url?: string
  /** Moves up by one at every change that a reader would see. */
  readonly revision: number
}

export interface ActionFound {
  readonly action: Action
  readonly counts: Counts
  readonly metres?: number
  /** The answer of whoever looks. */
  readonly answer?: Answer
  /** Who comes along with them; absent: nobody. */
  readonly guests?: number
  /** What is needed for it, when one looks at it alone; absent: nothing. */
  readonly needs?: readonly NeedFound[]
  /** A few of those who come and let chats of many see their name, when one looks at it alone; absent: nobody. */
  readonly named?: readonly string[]
  /** What their yes has: a seat, or a place among those who wait. */
  readonly standing?: Standing
}

/** An action as its source describes it. */
export interface ImportedAction extends Omit<Action, 'id' | 'organisers' | 'revision'> {
  readonly source: 'action-populaire' | 'made-up'
  readonly sourceId: string
  /** Groups by the source's own identifiers. */
  readonly organisers: readonly { readonly sourceId: string; readonly name: string }[]
}

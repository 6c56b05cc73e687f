import type { Instant } from '../../base/clock.ts'
import type { GroupId, PersonId } from '../../base/ids.ts'
import type { Group } from '../groups/model.ts'

/**
 * What somebody is. `operator`: named by whoever runs the program. `coordination`: of a campaign team. `loop-animator`: of a boucle
 * départementale. `animator`, `manager`: of a group. `member`: has joined a group.
 */
export const roles = ['operator', 'coordination', 'loop-animator', 'animator', 'manager', 'member'] as const
export type Role = (typeof roles)[number]

/** The roles that somebody can be invited into. */
export const grantedRoles = ['coordination', 'loop-animator', 'animator', 'manager'] as const
export type GrantedRole = (typeof grantedRoles)[number]

/** What a right is asked for. */
export const deeds = [
  /** Plans an action in the name of the place. */
  'plan',
  /** Changes or calls off an action that the place organises. */
  'manage',
  /** Sees the names of those who answered. */
  'see-names',
  /** Lets messages meant for the place into a chat. */
  'link',
  'unlink',
  /** Chooses the public calendars that a group follows. */
  'follow',
  'unfollow',
  /** Speaks to the chats of a group, to all groups of a department, to all. */
  'announce',
  'withdraw-announcement',
  /** Says when nothing is announced. */
  'set-truce',
  /** Has the group's say over what a loop or the coordination announces. */
  'have-say',
  'invite-coordination',
  'invite-loop-animator',
  'invite-animator',
  'invite-manager',
  'withdraw-coordination',
  'withdraw-loop-animator',
  'withdraw-animator',
  'withdraw-manager',
  /** Asks that another animator of the same loop be replaced, or agrees to it. */
  'replace',
  /** Sees who has which role. */
  'see-team',
  'read-journal',
] as const
export type Deed = (typeof deeds)[number]

/** Kinds of places where something is done: a group, a loop (and through it a department), or everywhere. */
export const spheres = ['group', 'loop', 'everywhere'] as const
export type Sphere = (typeof spheres)[number]

/** Where something is done. */
export type Where = GroupId | 'everywhere'

export const isEverywhere = (where: Where): where is 'everywhere' => where === 'everywhere'

/** A role as it was given. */
export interface Grant {
  readonly person: PersonId
  readonly role: GrantedRole
  /** Of a group or loop; absent for the coordination. */
  readonly group?: GroupId
  readonly since: Instant
  /** Absent when they are erased since. */
  readonly by?: PersonId
}

/** A role of whoever speaks. */
export interface Held {
  readonly role: Role
  readonly group?: Group
  readonly since?: Instant
}

/** Somebody who has a role at a place. `name`: what they are called among organisers. */
export interface Teammate {
  readonly person: PersonId
  readonly role: GrantedRole
  readonly since: Instant
  readonly name?: string
}

/** A binôme: at most two animators in a group. Loops have as many as they want. */
export const mostAnimators = 2

export const sphereOf = (place: Group | 'everywhere'): Sphere =>
  place === 'everywhere' ? 'everywhere' : place.kind === 'loop' ? 'loop' : 'group'

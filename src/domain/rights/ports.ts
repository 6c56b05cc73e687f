import type { Instant } from '../../base/clock.ts'
import type { GroupId, PersonId } from '../../base/ids.ts'
import type { Group } from '../groups/model.ts'
import type { Grant, GrantedRole, Teammate } from './model.ts'

/** A role of somebody, and the group that it is about. */
export interface HeldGrant {
  readonly role: GrantedRole
  readonly since: Instant
  readonly group?: Group
}

export interface RoleStore {
  /** All that somebody was given and still has; their groups in the order of their names. */
  of(person: PersonId): Promise<readonly HeldGrant[]>
  /** Whether somebody has a role, had one or had to do with somebody's, or never did. */
  animates(person: PersonId): Promise<'does' | 'did' | 'never'>
  /** Whoever has a role there; without a group: in the coordination. The first given first. */
  at(group: GroupId | undefined): Promise<readonly Teammate[]>
  /**
   * Gives a role, once. At most `most` people have it at that place: two at a time never make it more. Somebody who already has a lower role of
   * the same group keeps only the higher one.
   */
  grant(grant: Grant, most?: number): Promise<'granted' | 'already' | 'full'>
  /** False when they did not have it. Two at a time at one place follow each other: the second one's {@link RoleStore.at} lacks both. */
  withdraw(person: PersonId, role: GrantedRole, group: GroupId | undefined): Promise<boolean>
}

/** Somebody may have that role, once. */
export interface Invitation {
  readonly code: string
  readonly role: GrantedRole
  readonly group?: GroupId
  readonly by: PersonId
  readonly until: Instant
}

export interface InvitationStore {
  /** The code itself is not kept; those long over are forgotten. */
  add(invitation: Invitation, now: Instant): Promise<void>
  /** `undefined` once it is used or over. */
  find(code: string, now: Instant): Promise<Omit<Invitation, 'code'> | undefined>
  /** True for one caller only. */
  use(code: string, now: Instant): Promise<boolean>
  /** `agreed`: somebody else had asked for the same since that instant; that is then forgotten. */
  askReplacement(
    asked: {
      readonly group: GroupId
      readonly person: PersonId
      readonly by: PersonId
      readonly at: Instant
    },
    since: Instant,
  ): Promise<'asked' | 'already' | 'agreed'>
}

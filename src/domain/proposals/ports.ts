import type { Instant } from '../../base/clock.ts'
import type { ActionId, GroupId, PersonId, ProposalId } from '../../base/ids.ts'
import type { Page } from '../groups/ports.ts'
import type { Proposal, ProposalFound, Suited, Suits } from './model.ts'

export interface ProposalStore {
  add(proposal: Omit<Proposal, 'over' | 'made' | 'dropped'>): Promise<void>
  found(id: ProposalId): Promise<ProposalFound | undefined>
  /**
   * That date suits somebody from now on, or no more; or none does, or that is not said any more. What suits them then; `'late'` when answers are
   * taken no more.
   */
  answer(
    id: ProposalId,
    person: PersonId,
    date: number | 'none',
    now: Instant,
  ): Promise<{ readonly suits: Suits } | 'late'>
  /** They hear in private which date it is, or no more; which. `'late'` once that is known. */
  follow(id: ProposalId, person: PersonId): Promise<boolean | 'late'>
  /** For those entitled. */
  answers(id: ProposalId, page: Page): Promise<readonly Suited[]>
  /** Of which an action may still be made: those of these groups, and those that this person keeps; the first to end first. */
  open(groups: readonly GroupId[], keeper: PersonId, now: Instant, most: number): Promise<readonly Proposal[]>
  /** Answers are taken no more, and their week begins; false when they were not already. */
  close(id: ProposalId, now: Instant): Promise<boolean>
  /** Those to close. */
  due(now: Instant, most: number): Promise<readonly ProposalId[]>
  /** It is that date, and answers are taken no more; true for one caller alone, unless it was dropped. */
  settle(id: ProposalId, date: number): Promise<boolean>
  /** That action was made of it: only totals are left of the answers. Whoever wanted to hear of it. */
  made(id: ProposalId, action: ActionId): Promise<readonly PersonId[]>
  /** It is none of its dates: only totals are left. Whoever wanted to hear of it, for one caller alone; `undefined` when it was settled or dropped before. */
  drop(id: ProposalId): Promise<readonly PersonId[] | undefined>
  /** Nothing of what that person answered is left; where it was counted. */
  forgetPerson(person: PersonId): Promise<readonly ProposalId[]>
  /** How many that person answered, and of how many they want to hear which date it is. */
  answeredBy(person: PersonId): Promise<{ readonly answers: number; readonly follows: number }>
  /** Only totals are left of what was over before the first instant, and who wants to hear which date it is; nothing at all of what would have ended before the second. */
  forget(overBefore: Instant, endedBefore: Instant): Promise<number>
}

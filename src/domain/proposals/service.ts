import type { Instant } from '../../base/clock.ts'
import { newId, type ActionId, type DraftId, type ProposalId } from '../../base/ids.ts'
import { dayOf } from '../../base/zones.ts'
import type { AnnouncementStore } from '../announcements/ports.ts'
import type { GroupStore, Page } from '../groups/ports.ts'
import type { LinkStore } from '../links/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { People } from '../people/service.ts'
import { fewestDates, mostDates, proposedOf } from '../planning/dates.ts'
import type { Draft } from '../planning/model.ts'
import type { Plans } from '../planning/plans.ts'
import type { DraftStore } from '../planning/ports.ts'
import { createPosting, nowhere, type Posted, type PostStore } from '../planning/publishing.ts'
import { Refusal } from '../refusal.ts'
import type { ReminderStore } from '../reminders/ports.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import { createEnding } from './ending.ts'
import type { Proposal, ProposalFound, Suited, Suits } from './model.ts'
import type { ProposalStore } from './ports.ts'

/** Asking a group which of several dates suit it, and making the action of the best one. */
export interface Proposals {
  /** Shows the dates of that draft in the chats of its group. Refuses whoever may not plan there, and what is not clear. */
  ask(draft: DraftId): Promise<Posted & { readonly found: ProposalFound }>
  /** The same again, at the bottom of these chats. */
  repost(id: ProposalId): Promise<Posted & { readonly found: ProposalFound }>
  /** Anybody's, wherever they read it; a second tap takes it back. `undefined`: answers are taken no more. */
  answer(
    id: ProposalId,
    date: number | 'none',
  ): Promise<{ readonly found: ProposalFound; readonly suits?: Suits }>
  /** Whoever speaks hears in private which date it is, or no more. */
  follow(id: ProposalId): Promise<boolean | 'late' | 'dropped'>
  /** For those who may plan there: refuses the others. */
  found(id: ProposalId): Promise<ProposalFound>
  /** Who said what; refuses whoever may not see names. `again`: it is still the look that was noted before. */
  answers(
    id: ProposalId,
    page: Page,
    again?: 'again',
  ): Promise<{ readonly found: ProposalFound; readonly people: readonly Suited[] }>
  close(id: ProposalId): Promise<ProposalFound>
  /** It is none of its dates; whoever wanted to hear of it does, once they are awake. */
  drop(id: ProposalId): Promise<ProposalFound>
  /** A draft of the action on that date. */
  draft(id: ProposalId, date: number): Promise<Draft>
  /** Those of which whoever speaks may still make an action. */
  open(most: number): Promise<readonly Proposal[]>
  /** It is that date, once: refuses what somebody settled before. */
  settle(id: ProposalId, date: number): Promise<void>
  /** The action was made: whoever wanted to hear of it does, once they are awake. */
  made(id: ProposalId, action: ActionId): Promise<void>
  /** What whoever speaks answered, and wants to hear of. */
  mine(): ReturnType<ProposalStore['answeredBy']>
  /** Whoever speaks is erased: nothing of what they answered is left, or counted. */
  leave(): Promise<void>
}

interface Needs {
  readonly store: ProposalStore
  readonly drafts: Pick<DraftStore, 'end'>
  readonly plans: Pick<Plans, 'outlook' | 'begin'>
  readonly groups: Pick<GroupStore, 'byId'>
  readonly links: Pick<LinkStore, 'of'>
  readonly posts: Pick<PostStore, 'hold'>
  readonly truces: Pick<AnnouncementStore, 'truce'>
  readonly reminders: Pick<ReminderStore, 'wishes'>
  readonly people: People
  readonly rights: Rights
  readonly journal: Pick<Journal, 'note'>
  readonly tell: Tell
  readonly now: Instant
  /** Readers see these dates otherwise from now on. */
  readonly recounted: (id: ProposalId) => void
}

export const createProposals = ({
  store,
  drafts,
  plans,
  groups,
  links,
  posts,
  truces,
  reminders,
  people,
  rights,
  journal,
  tell,
  now,
  recounted,
}: Needs): Proposals => {
  const post = createPosting({ links, posts, truces, tell, now })

  const known = async (id: ProposalId): Promise<ProposalFound> => {
    const found = await store.found(id)
    if (!found) throw new Refusal('proposal-unknown', {})
    return found
  }

  /** Refuses whoever may not plan there. */
  const theirs = async (id: ProposalId): Promise<ProposalFound> => {
    const found = await known(id)
    await rights.require('plan', found.proposal.group)
    return found
  }

  const publish = async ({ id, group, zone }: Proposal, again: boolean): Promise<Posted> => {
    const place = await groups.byId(group)
    if (!place) return nowhere
    const key = again ? `dates ${id} ${dayOf(now, zone)}` : `dates ${id}`
    return post(place, zone, key, { proposal: id, ...(again && { again }) })
  }

  return {
    ask: async (draft) => {
      const { group, dates = [], until, placed, draft: of } = await plans.outlook(draft)
      await rights.require('plan', group.id)
      const spans = proposedOf(dates)
      if (!spans) throw new Refusal('dates-unclear', { fewest: fewestDates, most: mostDates })
      const [first] = spans
      if (first && first.start <= now) throw new Refusal('plan-past', {})
      if (!first || until === undefined || until <= now || until > first.start)
        throw new Refusal('dates-until', {})
      await people.introduce()
      const keeper = await people.keep()
      if (!(await drafts.end(draft, keeper))) throw new Refusal('draft-unknown', {})
      const { name, kind, place, description, capacity, audience } = of
      const proposal = {
        id: newId.proposal(),
        group: group.id,
        keeper,
        about: {
          ...(name !== undefined && { name }),
          kind,
          ...(place !== undefined && { place }),
          placed,
          description,
          ...(capacity !== undefined && { capacity }),
          audience,
        },
        dates: spans,
        zone: placed.zone,
        until,
      }
      await store.add(proposal)
      const found = await known(proposal.id)
      const posted = await publish(found.proposal, false)
      await journal.note(group.id, { is: 'did', deed: 'ask-dates', what: found.proposal.about.name ?? '' })
      return { found, ...posted }
    },

    repost: async (id) => {
      const found = await theirs(id)
      const { over, until } = found.proposal
      return { found, ...(over || until <= now ? nowhere : await publish(found.proposal, true)) }
    },

    answer: async (id, date) => {
      const before = await known(id)
      if (date !== 'none' && !before.proposal.dates[date]) return { found: before }
      const answered = await store.answer(id, await people.keep(), date, now)
      if (answered === 'late') return { found: before }
      if (answered.suits !== undefined) await people.introduce()
      recounted(id)
      return { found: await known(id), suits: answered.suits }
    },

    follow: async (id) => {
      if ((await known(id)).proposal.dropped) return 'dropped'
      return store.follow(id, await people.keep())
    },

    found: theirs,

    answers: async (id, page, again) => {
      const found = await known(id)
      const { group } = found.proposal
      await rights.require('see-names', group)
      if (again === undefined)
        await journal.note(group, { is: 'did', deed: 'see-names', what: found.proposal.about.name ?? '' })
      return { found, people: await store.answers(id, page) }
    },

    close: async (id) => {
      const { proposal } = await theirs(id)
      if (await store.close(id, now)) {
        recounted(id)
        await journal.note(proposal.group, {
          is: 'did',
          deed: 'close-dates',
          what: proposal.about.name ?? '',
        })
      }
      return known(id)
    },

    draft: async (id, date) => {
      const { proposal } = await theirs(id)
      const when = proposal.dates[date]
      if (!when) throw new Refusal('proposal-unknown', {})
      if (proposal.made) throw new Refusal('proposal-made', {})
      if (proposal.dropped) throw new Refusal('proposal-dropped', {})
      if (when.start <= now) throw new Refusal('plan-past', {})
      return plans.begin({ ...proposal.about, group: proposal.group, when, from: { proposal: id, date } })
    },

    open: async (most) => {
      const by = people.known()
      if (!by) return []
      const of = await rights.groupsFor('plan')
      return store.open(
        of.map(({ id }) => id),
        by,
        now,
        most,
      )
    },

    ...createEnding({ store, reminders, journal, tell, now, recounted, known, theirs }),

    mine: async () => {
      const by = people.known()
      return by ? store.answeredBy(by) : { answers: 0, follows: 0 }
    },

    leave: async () => {
      const by = people.known()
      if (by) for (const id of await store.forgetPerson(by)) recounted(id)
    },
  }
}

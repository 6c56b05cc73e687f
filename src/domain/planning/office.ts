import type { Instant } from '../../base/clock.ts'
import type { ActionId, ProposalId } from '../../base/ids.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { AnnouncementStore } from '../announcements/ports.ts'
import type { ChangeStore } from '../changes/ports.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { LinkStore } from '../links/ports.ts'
import type { NeedStore } from '../needs/ports.ts'
import { createNeeds, type Needs } from '../needs/service.ts'
import type { Tell } from '../notices/ports.ts'
import type { People } from '../people/service.ts'
import type { ProposalStore } from '../proposals/ports.ts'
import { createProposals, type Proposals } from '../proposals/service.ts'
import { createSettling } from '../proposals/settling.ts'
import type { RideStore } from '../rides/ports.ts'
import { createRides, type Rides } from '../rides/service.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import type { Gazetteer } from '../territory/ports.ts'
import type { ReminderStore } from '../reminders/ports.ts'
import { createChasing, type Chasing } from './chasing.ts'
import { createOpenings, type Openings } from './openings.ts'
import type { DraftStore, MirrorStore, OpeningStore, PlanStore, SeriesStore } from './ports.ts'
import type { Plans } from './plans.ts'
import type { PostStore } from './publishing.ts'
import { createNotedPlans } from './noted.ts'
import { createPlans } from './service.ts'

interface Wants {
  readonly stores: {
    readonly actions: Pick<ActionStore, 'found' | 'mayCome'>
    readonly groups: Pick<GroupStore, 'byId'>
    readonly links: Pick<LinkStore, 'of' | 'byId'>
    readonly posts: Pick<PostStore, 'hold'>
    readonly announcements: Pick<AnnouncementStore, 'truce'>
    readonly drafts: DraftStore
    readonly plans: PlanStore
    readonly series: SeriesStore
    readonly mirrors: MirrorStore
    readonly needs: NeedStore
    readonly openings: OpeningStore
    readonly proposals: ProposalStore
    readonly reminders: Pick<ReminderStore, 'wishes' | 'mutedBy' | 'call'>
    readonly changes: Pick<ChangeStore, 'concerned' | 'isHeard'>
    readonly rides: RideStore
  }
  readonly people: People
  readonly rights: Rights
  readonly journal: Journal
  readonly territory: Gazetteer
  readonly tell: Tell
  readonly touched: (action: ActionId) => void
  readonly recounted: (proposal: ProposalId) => void
  readonly now: Instant
}

export interface Planning {
  readonly plans: Plans
  readonly needs: Needs
  readonly rides: Rides
  readonly openings: Openings
  readonly chasing: Chasing
  readonly proposals: Proposals
}

/** Planning actions, and what is needed for them: for whoever speaks. */
export const createPlanning = ({ stores, ...common }: Wants): Planning => {
  // By name: repositories and services bear some of the same.
  const {
    drafts,
    plans: store,
    series,
    groups,
    links,
    posts,
    mirrors,
    announcements: truces,
    changes,
  } = stores
  const plain = createPlans({
    ...common,
    drafts,
    store,
    series,
    groups,
    links,
    posts,
    truces,
    mirrors,
    changes,
  })
  const proposals = createProposals({
    ...common,
    store: stores.proposals,
    reminders: stores.reminders,
    plans: plain,
    drafts,
    groups,
    links,
    posts,
    truces,
  })
  const plans = createNotedPlans({
    plans: createSettling({ plans: plain, proposals }),
    journal: common.journal,
    links,
  })
  return {
    plans,
    proposals,
    needs: createNeeds({ ...common, store: stores.needs, actions: stores.actions, plans }),
    chasing: createChasing({
      ...common,
      store,
      truces,
      plans: plain,
      reminders: stores.reminders,
      changes,
    }),
    openings: createOpenings({ ...common, store: stores.openings, plans }),
    rides: createRides({ ...common, store: stores.rides, actions: stores.actions }),
  }
}

import type { NeedStore } from '../../src/domain/needs/ports.ts'
import type { Draft } from '../../src/domain/planning/model.ts'
import type { PostStore } from '../../src/domain/planning/publishing.ts'
import type { ProposalStore } from '../../src/domain/proposals/ports.ts'
import type { RideStore } from '../../src/domain/rides/ports.ts'
import type { DraftStore, MirrorStore, PlanStore, SeriesStore } from '../../src/domain/planning/ports.ts'

export const createDraftsInMemory = (): DraftStore => {
  const all = new Map<string, { readonly draft: Draft; readonly person: string }>()
  return {
    get: async (id, person) => {
      const kept = all.get(id)
      return kept?.person === person ? kept.draft : undefined
    },
    put: async (draft, person) => void all.set(draft.id, { draft, person }),
    end: async (id) => all.delete(id),
    of: async (person) =>
      [...all.values()].filter((each) => each.person === person).map(({ draft }) => draft),
    forget: async () => 0,
  }
}

const elsewhere = (): never => {
  throw new Error('what is planned needs a database: play it in a scene')
}

/** Nothing was planned in this world, and nothing can be. */
const noPlans: PlanStore & SeriesStore = {
  plan: async () => elsewhere(),
  kept: async () => undefined,
  change: async () => elsewhere(),
  callOff: async () => elsewhere(),
  managed: async () => [],
  managedOnce: async () => [],
  keepSeats: async () => elsewhere(),
  chase: async () => undefined,
  handOver: async () => elsewhere(),
  keptBy: async () => 0,
  nameHelper: async () => elsewhere(),
  removeHelper: async () => elsewhere(),
  helpers: async () => [],
  helps: async () => false,
  invite: async () => elsewhere(),
  answerInvitation: async () => elsewhere(),
  partners: async () => [],
  begin: async () => elsewhere(),
  get: async () => undefined,
  behind: async () => [],
  make: async () => elsewhere(),
  end: async () => elsewhere(),
  retell: async () => elsewhere(),
  occurrences: async () => [],
  setApart: async () => elsewhere(),
}

const noNeeds: NeedStore = {
  of: async () => [],
  add: async () => elsewhere(),
  take: async () => undefined,
  giveBack: async () => undefined,
  remove: async () => undefined,
  takers: async () => [],
  wanted: async () => [],
  takenBy: async () => 0,
}

const noRides: RideStore = {
  put: async () => elsewhere(),
  offers: async () => [],
  riding: async () => undefined,
  wishes: async () => [],
  own: async () => undefined,
  ask: async () => undefined,
  answer: async () => ({ is: 'gone' }),
  leave: async () => [],
  actionsOf: async () => [],
  takenBy: async () => 0,
  forget: async () => 0,
}

const noMirrors: MirrorStore = {
  turn: async () => elsewhere(),
  isOn: async () => false,
  turnOff: async () => false,
  due: async () => [],
  note: async () => elsewhere(),
}

const noProposals: ProposalStore = {
  add: async () => elsewhere(),
  found: async () => undefined,
  answer: async () => elsewhere(),
  follow: async () => elsewhere(),
  answers: async () => [],
  open: async () => [],
  close: async () => false,
  due: async () => [],
  settle: async () => false,
  made: async () => [],
  drop: async () => undefined,
  forgetPerson: async () => [],
  answeredBy: async () => ({ answers: 0, follows: 0 }),
  forget: async () => 0,
}

const noPosts: PostStore = { hold: async () => elsewhere(), take: async () => [] }

export const noPlanning = {
  posts: noPosts,
  proposals: noProposals,
  mirrors: noMirrors,
  plans: noPlans,
  series: noPlans,
  needs: noNeeds,
  rides: noRides,
}

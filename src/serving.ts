import type { Clock } from './base/clock.ts'
import type { Zone } from './base/zones.ts'
import type { Services } from './chat/index.ts'
import { createAnnouncing } from './domain/announcements/office.ts'
import { createAnswering } from './domain/answers/office.ts'
import { createBroadcasts } from './domain/broadcasts/service.ts'
import { createCalendars } from './domain/calendars/service.ts'
import { createFollows } from './domain/follows/service.ts'
import { createGroups } from './domain/groups/service.ts'
import { createLinks } from './domain/links/service.ts'
import { createPairing, type Way } from './domain/pairing/service.ts'
import type { Account } from './domain/people/model.ts'
import { createPeople } from './domain/people/service.ts'
import { createPlanning } from './domain/planning/office.ts'
import { createOffice } from './domain/rights/office.ts'
import type { Gazetteer } from './domain/territory/ports.ts'
import type { Serve } from './engine/dispatcher.ts'

interface Needs {
  /** What the coordination is called. */
  readonly everywhere: string
  readonly operators: readonly Account[]
  readonly territory: () => Gazetteer
  readonly zoneOf: (department: string) => Zone | undefined
  /** Where the web part is reached from outside; absent: it is not. */
  readonly publicUrl?: string
  /** Where groups and actions are imported from; absent: nowhere. */
  readonly sourceUrl?: string
  /** Links to the private chats where that code pairs accounts. */
  readonly ways: (code: string) => readonly Way[]
  /** Something is due in so many milliseconds. */
  readonly owed: (inMs: number) => void
  /** How long an announcement may still be taken back, in milliseconds. */
  readonly undo: number
  readonly clock: Clock
}

/** All that commands may ask for, for whoever speaks, on the stores of one update. */
export const createServe = ({
  operators,
  territory,
  zoneOf,
  publicUrl,
  sourceUrl,
  ways,
  owed,
  everywhere,
  undo,
  clock,
}: Needs): Serve => {
  return ({ within, self, touched, recounted, tell, stirred }): Services => {
    const now = clock.now()
    const people = createPeople({ store: within.people, self, touched, tell, now })
    const common = { people, person: self.person, now }
    const office = createOffice({ ...common, stores: within, operators, self, tell })
    const planning = createPlanning({
      ...common,
      stores: within,
      rights: office.rights,
      journal: office.journal,
      territory: territory(),
      tell,
      touched,
      recounted,
    })
    return {
      territory: territory(),
      people,
      ...office,
      pairing: createPairing({ store: within.pairing, people, self, tell, touched, recounted, ways, now }),
      links: createLinks({ ...common, ...office, store: within.links, platform: self.account.platform }),
      follows: createFollows({
        ...common,
        ...office,
        store: within.follows,
        ...(sourceUrl !== undefined && { root: sourceUrl }),
      }),
      ...planning,
      ...createAnswering({ ...common, stores: within, ...office, tell, touched }),
      calendars: createCalendars({
        ...common,
        store: within.calendars,
        ...(publicUrl !== undefined && { root: publicUrl }),
      }),
      announcements: createAnnouncing({
        ...common,
        ...office,
        within,
        tell,
        stirred,
        zoneOf,
        everywhere,
        owed,
        undo,
      }),
      groups: createGroups({ ...common, store: within.groups, territory: territory() }),
      broadcasts: createBroadcasts({ ...common, store: within.broadcasts, stirred }),
    }
  }
}

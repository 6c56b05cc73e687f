import type { Instant } from '../base/clock.ts'
import type { Actions } from '../domain/actions/service.ts'
import type { Broadcasts } from '../domain/broadcasts/service.ts'
import type { Attendance } from '../domain/answers/service.ts'
import type { Calendars } from '../domain/calendars/service.ts'
import type { Groups } from '../domain/groups/service.ts'
import type { Pairing } from '../domain/pairing/service.ts'
import type { Person } from '../domain/people/model.ts'
import type { People } from '../domain/people/service.ts'
import type { Journal } from '../domain/rights/journal.ts'
import type { Outcomes } from '../domain/outcomes/service.ts'
import type { Reminders } from '../domain/reminders/service.ts'
import type { Announcements } from '../domain/announcements/service.ts'
import type { Follows } from '../domain/follows/service.ts'
import type { Links } from '../domain/links/service.ts'
import type { Standing } from '../domain/links/model.ts'
import type { Needs } from '../domain/needs/service.ts'
import type { Chasing } from '../domain/planning/chasing.ts'
import type { Openings } from '../domain/planning/openings.ts'
import type { Plans } from '../domain/planning/plans.ts'
import type { Proposals } from '../domain/proposals/service.ts'
import type { Rides } from '../domain/rides/service.ts'
import type { Rights } from '../domain/rights/service.ts'
import type { Team } from '../domain/rights/team.ts'
import type { Gazetteer } from '../domain/territory/ports.ts'
import type { Book } from '../phrases/book.ts'
import type { Abilities, Looks } from './platform.ts'
import type { Place } from './update.ts'

export interface Services {
  readonly territory: Gazetteer
  readonly people: People
  readonly pairing: Pairing
  readonly groups: Groups
  readonly rights: Rights
  readonly team: Team
  readonly journal: Journal
  readonly links: Links
  readonly follows: Follows
  readonly announcements: Announcements
  readonly actions: Actions
  readonly broadcasts: Broadcasts
  readonly attendance: Attendance
  readonly reminders: Reminders
  readonly outcomes: Outcomes
  readonly calendars: Calendars
  readonly plans: Plans
  readonly needs: Needs
  readonly proposals: Proposals
  readonly rides: Rides
  readonly openings: Openings
  readonly chasing: Chasing
}

/** All that a handler may know. */
export interface Context<V = Readonly<Record<string, unknown>>> {
  readonly values: V
  readonly person: Person
  readonly place: Place
  readonly can: Abilities
  /** How messages look on the other platforms, by their names. */
  readonly elsewhere: ReadonlyMap<string, Looks>
  /** What the platform says of this chat and of whoever speaks there: for those who asked for it. */
  readonly standing?: Standing
  readonly services: Services
  readonly t: Book
  readonly now: Instant
}

import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Repositories, Store } from '../engine/ports.ts'
import { createAnnouncementStore } from './announcements.ts'
import { createActionStore } from './actions.ts'
import { createAudiences } from './audiences.ts'
import { createBroadcastStore } from './broadcasts.ts'
import { createCalendarStore } from './calendars.ts'
import { createChangeStore } from './changes.ts'
import { createOutcomeStore } from './outcomes.ts'
import { createReminderStore } from './reminders.ts'
import { createCipher, type Cipher } from './cipher.ts'
import { createCopies } from './copies.ts'
import { createAnswerStore } from './attendance.ts'
import type { Database, Drizzle } from './database.ts'
import { createDialogues } from './dialogues.ts'
import { createDraftStore } from './drafts.ts'
import { createMirrorStore } from './mirrors.ts'
import { createNeedStore } from './needs.ts'
import { createPictures } from './pictures.ts'
import { createOpeningStore } from './openings.ts'
import { createPlanStore } from './plans.ts'
import { createSilences } from './silences.ts'
import { createSeriesStore } from './series.ts'
import { createFollowStore } from './follows.ts'
import { createGroupStore } from './groups.ts'
import { createImportStore } from './imports.ts'
import { createInbox } from './inbox.ts'
import { createInvitationStore } from './invitations.ts'
import { createJournalStore } from './journal.ts'
import { createKeeping } from './keeping.ts'
import { createLinkStore, markWholes } from './links.ts'
import { createMarks, marksKey, type Marks } from './marks.ts'
import { createOutbox } from './outbox.ts'
import { createPairingStore } from './pairing.ts'
import { createChatReminderStore } from './chat-reminders.ts'
import { createWeekStore } from './weeks.ts'
import { createPeopleStore } from './people.ts'
import { createPostStore } from './posts.ts'
import { createProposalStore } from './proposals.ts'
import { createRideStore } from './rides.ts'
import { createRoleStore } from './roles.ts'
import { sealAgain } from './rotation.ts'

interface Kit {
  readonly cipher: Cipher
  readonly marks: Marks
  readonly clock: Clock
}

const repositories = (database: Drizzle, kit: Kit): Repositories => ({
  people: createPeopleStore({ database, ...kit }),
  weeks: createWeekStore({ database, ...kit }),
  posts: createPostStore({ database }),
  chatReminders: createChatReminderStore({ database, ...kit }),
  pairing: createPairingStore({ database, ...kit }),
  groups: createGroupStore({ database }),
  roles: createRoleStore({ database, ...kit }),
  announcements: createAnnouncementStore({ database, ...kit }),
  follows: createFollowStore({ database, ...kit }),
  pictures: createPictures({ database, ...kit }),
  keeping: createKeeping({ database, ...kit }),
  links: createLinkStore({ database, ...kit }),
  invitations: createInvitationStore({ database, ...kit }),
  journal: createJournalStore({ database, ...kit }),
  actions: createActionStore({ database, ...kit }),
  answers: createAnswerStore({ database, ...kit }),
  reminders: createReminderStore({ database }),
  changes: createChangeStore({ database, ...kit }),
  calendars: createCalendarStore({ database, ...kit }),
  outcomes: createOutcomeStore({ database }),
  drafts: createDraftStore({ database, ...kit }),
  plans: createPlanStore({ database, ...kit, actions: createActionStore({ database, ...kit }) }),
  openings: createOpeningStore({ database }),
  proposals: createProposalStore({ database, ...kit }),
  needs: createNeedStore({ database, ...kit }),
  rides: createRideStore({ database, ...kit }),
  mirrors: createMirrorStore({ database }),
  series: createSeriesStore({ database }),
  imports: createImportStore({ database }),
  inbox: createInbox({ database, ...kit }),
  silences: createSilences({ database, ...kit }),
  outbox: createOutbox({ database, ...kit }),
  dialogues: createDialogues({ database, ...kit }),
  copies: createCopies({ database, ...kit }),
  broadcasts: createBroadcastStore({
    database,
    audiences: (within) => createAudiences({ database: within, ...kit }),
    ...kit,
  }),
})

interface Needs {
  /** Stays its opener's, who disposes of it after the store. */
  readonly database: Database
  /** `SECRET_KEY`: 32 bytes each; the first one writes, all of them read. */
  readonly keys: readonly Buffer[]
  readonly clock: Clock
  readonly log: Log
}

/** Throws {@link SealBroken} when no key is one of this database's. */
export const createStore = async ({ database, keys, clock, log }: Needs): Promise<Store> => {
  const cipher = createCipher(keys)
  const kit = { cipher, clock, marks: createMarks(await marksKey(database.drizzle, cipher)) }
  if (keys.length > 1) {
    const sealed = await sealAgain(database.sql, cipher)
    log.info({ sealed, key: cipher.keyId }, 'what other keys had sealed is sealed under the first one')
  }
  await markWholes({ database: database.drizzle, ...kit })
  return {
    ...repositories(database.drizzle, kit),
    transaction: (work) => database.drizzle.transaction((within) => work(repositories(within, kit))),
    ready: () => database.ready(),
    mark: (name) => kit.marks.other(name),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

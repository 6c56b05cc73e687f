import type { Instant } from '../../base/clock.ts'
import type { PersonId } from '../../base/ids.ts'
import { clip } from '../../base/text.ts'
import type { People } from '../people/service.ts'
import type { GrantedRole, Where } from './model.ts'
import type { Rights } from './service.ts'

/** Uses of rights that are noted. The journal keeps them by these names: none may change its meaning. */
export const notedDeeds = [
  'link',
  'unlink',
  'follow',
  'unfollow',
  'change-link',
  'announce',
  'ask-agreement',
  'agree',
  'disagree',
  'stop-announcement',
  'correct-announcement',
  'withdraw-announcement',
  'retry-announcement',
  'pause-announcement',
  'resume-announcement',
  'cut-announcement',
  'close-poll',
  'have-say',
  'relay',
  'delay-relay',
  'decline-relay',
  'change-say',
  'set-truce',
  'end-truce',
  'plan',
  'ask-dates',
  'close-dates',
  'drop-dates',
  'change-action',
  'call-off',
  'keep-seats',
  'hand-over',
  'name-helper',
  'remove-helper',
  'show-again',
  'invite-group',
  'join-action',
  'decline-action',
  'mirror',
  'need',
  'see-names',
  'take-off',
  'choose-who-comes',
  'choose-somebody',
  'open-in-stages',
  'remind-now',
  'ask-again',
  'outcome',
] as const
export type NotedDeed = (typeof notedDeeds)[number]

/** What was done with roles and rights; no word of what people said to each other. */
export type Doing =
  | { readonly is: 'invited' | 'accepted' | 'withdrawn' | 'left' | 'replaced'; readonly role: GrantedRole }
  | { readonly is: 'asked-replacement' }
  /** A right was used. `what`: the name of an action, of a chat; the first words of an announcement. */
  | { readonly is: 'did'; readonly deed: NotedDeed; readonly what?: string }

export interface Entry {
  readonly at: Instant
  readonly doing: Doing
  /** Absent when they are erased since, or nobody did it. */
  readonly by?: PersonId
  /** To whom. */
  readonly about?: PersonId
  readonly where: Where
}

/** An entry with the names that those people have now. */
export interface ReadEntry extends Entry {
  readonly byName?: string
  readonly aboutName?: string
}

export interface JournalStore {
  add(entry: Entry): Promise<void>
  /** The newest first. */
  read(where: Where, skip: number, take: number): Promise<readonly ReadEntry[]>
  /** How many entries tell of that person. */
  naming(person: PersonId): Promise<number>
}

export interface Journal {
  /** Whoever speaks did it, now. */
  note(where: Where, doing: Doing, about?: PersonId): Promise<void>
  /** Refuses whoever may not read it. */
  read(
    where: Where,
    page: { readonly skip: number; readonly take: number },
  ): Promise<{ readonly entries: readonly ReadEntry[]; readonly more: boolean }>
  /** How many entries tell of whoever speaks. */
  naming(): Promise<number>
}

/** The first words say which it is. */
const longest = 60

interface Needs {
  readonly store: JournalStore
  readonly rights: Pick<Rights, 'require'>
  readonly people: Pick<People, 'known' | 'keep'>
  readonly now: Instant
}

export const createJournal = ({ store, rights, people, now }: Needs): Journal => ({
  note: async (where, doing, about) => {
    const by = await people.keep()
    const kept =
      doing.is === 'did' && doing.what !== undefined ? { ...doing, what: clip(doing.what, longest) } : doing
    await store.add({ at: now, by, where, doing: kept, ...(about && { about }) })
  },
  read: async (where, { skip, take }) => {
    await rights.require('read-journal', where)
    const entries = await store.read(where, skip, take + 1)
    return { entries: entries.slice(0, take), more: entries.length > take }
  },
  naming: async () => {
    const by = people.known()
    return by ? store.naming(by) : 0
  },
})

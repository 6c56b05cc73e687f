import type { Instant } from '../../base/clock.ts'
import { newId, type BroadcastId } from '../../base/ids.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Account, Broadcast, NewBroadcast, Progress, What } from './model.ts'
import type { AccountPage, BroadcastStore } from './ports.ts'

/** Says one thing to many: one row within the update's transaction, whatever the size of the audience. */
export type BeginBroadcast = (of: NewBroadcast) => Promise<BroadcastId>

/** What whoever began a broadcast sees and does; all but {@link Broadcasts.begin} refuse one that is not theirs. */
export interface Broadcasts {
  readonly begin: BeginBroadcast
  progress(id: BroadcastId): Promise<Progress>
  account(id: BroadcastId, page: AccountPage): Promise<readonly Account[]>
  mine(take: number): Promise<readonly Broadcast[]>
  /** Each answers false when there was nothing to do. */
  pause(id: BroadcastId): Promise<boolean>
  resume(id: BroadcastId): Promise<boolean>
  cancel(id: BroadcastId): Promise<boolean>
  retry(id: BroadcastId, fate: 'gone' | 'uncertain'): Promise<boolean>
  edit(id: BroadcastId, what: What): Promise<boolean>
  withdraw(id: BroadcastId): Promise<boolean>
}

interface Needs {
  readonly store: BroadcastStore
  readonly people: People
  /** That one has something to do once this update is stored. */
  readonly stirred: (id: BroadcastId) => void
  readonly now: Instant
}

export const createBroadcasts = ({ store, people, stirred, now }: Needs): Broadcasts => {
  const isTheirs = (broadcast: Broadcast | undefined): broadcast is Broadcast =>
    broadcast?.author !== undefined && broadcast.author === people.known()

  const theirs = async (id: BroadcastId): Promise<Broadcast> => {
    const broadcast = await store.byId(id)
    if (!isTheirs(broadcast)) throw new Refusal('broadcast-unknown', {})
    return broadcast
  }

  const change =
    <R extends readonly unknown[]>(does: (id: BroadcastId, ...rest: R) => Promise<boolean>) =>
    async (id: BroadcastId, ...rest: R): Promise<boolean> => {
      await theirs(id)
      const done = await does(id, ...rest)
      if (done) stirred(id)
      return done
    }

  return {
    begin: async (of) => {
      const id = newId.broadcast()
      await store.put(id, of, now)
      stirred(id)
      return id
    },
    progress: async (id) => {
      const progress = await store.progress(id, now)
      if (!progress || !isTheirs(progress.broadcast)) throw new Refusal('broadcast-unknown', {})
      return progress
    },
    account: async (id, page) => {
      await theirs(id)
      return store.account(id, page)
    },
    mine: async (take) => {
      const author = people.known()
      return author ? store.of(author, take) : []
    },
    pause: change((id) => store.pause(id, now)),
    resume: change((id) => store.resume(id, now)),
    cancel: change((id) => store.cancel(id, now)),
    retry: change(async (id, fate: 'gone' | 'uncertain') => (await store.retry(id, fate, now)) > 0),
    edit: change((id, what: What) => store.edit(id, what, now)),
    withdraw: change((id) => store.withdraw(id, now)),
  }
}

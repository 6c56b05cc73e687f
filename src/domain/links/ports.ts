import type { LinkId, PersonId } from '../../base/ids.ts'
import type { Where } from '../rights/model.ts'
import type { Link, Settings, Trouble } from './model.ts'

type Address = Link['address']

export interface LinkStore {
  /** One link a chat: a second one takes its place, and keeps its settings. */
  put(link: Link, by: PersonId): Promise<{ readonly link: Link; readonly was: 'new' | 'same' | 'other' }>
  byId(id: LinkId): Promise<Link | undefined>
  at(address: Address): Promise<Link | undefined>
  /** In the order of their making. */
  of(where: Where): Promise<readonly Link[]>
  set(id: LinkId, settings: Settings): Promise<void>
  end(id: LinkId): Promise<boolean>
  /** Nothing arrives there from now on; the link, once, when all was well until now. */
  trouble(address: Address, why: Trouble): Promise<Link | undefined>
  /** Nothing is pinned there from now on; the link, once, when it was. */
  unpin(address: Address): Promise<Link | undefined>
  /** All is well there again. */
  mend(address: Address): Promise<void>
  /** The chat lives at another key from now on. */
  move(from: Address, key: string): Promise<void>
}

import type { LinkId, PersonId } from '../../base/ids.ts'
import type { Where } from '../rights/model.ts'
import type { Instant } from '../../base/clock.ts'
import type { Crowd, Link, Settings, Trouble } from './model.ts'

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
  /** We may not do that there: it is switched off; the link, once, when it was on. */
  switchOff(address: Address, what: 'pinned' | 'threads'): Promise<Link | undefined>
  /** All is well there again. */
  mend(addresses: readonly Address[]): Promise<void>
  /** Addresses of links on that platform whose keys begin so: with a chat's own, and a stroke. No other chat's are read. */
  within(platform: string, start: string): Promise<readonly Address[]>
  /** Links of these platforms that are well, and whose people were not counted since; those never counted first. */
  uncounted(platforms: readonly string[], since: Instant, most: number): Promise<readonly Link[]>
  /** Counted at that instant; without a crowd the platform does not say. `same`: what was known stays. */
  counted(id: LinkId, crowd: Crowd | 'same' | undefined, at: Instant): Promise<void>
  /** The chat lives at another key from now on. */
  move(from: Address, key: string): Promise<void>
}

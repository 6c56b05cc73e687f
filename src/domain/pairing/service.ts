import { later, minute, type Instant } from '../../base/clock.ts'
import { newCode, readCode } from '../../base/code.ts'
import type { ActionId, ProposalId } from '../../base/ids.ts'
import type { Tell } from '../notices/ports.ts'
import type { People, Self } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Offering, PairingStore } from './ports.ts'

/** Long enough to pick up the other telephone. */
export const codeLasts = 10 * minute

/** One person on both platforms: what they answer on one is known on the other. */
export interface Pairing {
  /** The platforms where whoever speaks is known as the same person. */
  platforms(): Promise<readonly string[]>
  /** A code for the other account; the one before it is worth nothing any more. */
  offer(): Promise<string>
  /** Links that bring that code to the other platforms, where there are such links. */
  ways(code: string): readonly Way[]
  /** Who made that code. Refuses what is no code, one that is used or too old, and accounts that cannot be paired. */
  offered(code: string): Promise<Offering>
  /** The same refusals. */
  pair(code: string): Promise<void>
  /** The account of whoever speaks goes its own way, and knows nothing. */
  part(): Promise<'parted' | 'alone'>
}

export interface Way {
  readonly platform: string
  readonly url: string
}

interface Needs {
  readonly store: PairingStore
  readonly people: Pick<People, 'keep' | 'known' | 'kept'>
  readonly self: Self
  readonly tell: Tell
  readonly touched: (action: ActionId) => void
  readonly recounted: (proposal: ProposalId) => void
  /** Of all platforms. */
  readonly ways: (code: string) => readonly Way[]
  readonly now: Instant
}

export const createPairing = ({
  store,
  people,
  self,
  tell,
  touched,
  recounted,
  ways,
  now,
}: Needs): Pairing => {
  const { account, door } = self

  const offered = async (text: string): Promise<Offering & { readonly code: string }> => {
    const code = readCode(text)
    const offering = code === undefined ? undefined : await store.offered(code, now)
    if (code === undefined || !offering) throw new Refusal('code-unknown', {})
    if (offering.person === people.known()) throw new Refusal('paired-already', {})
    if (offering.platforms.includes(account.platform))
      throw new Refusal('paired-elsewhere', { platform: account.platform })
    return { ...offering, code }
  }

  return {
    platforms: async () => ((await people.kept())?.accounts ?? []).map(({ platform }) => platform),
    offer: async () => {
      const code = newCode()
      await store.offer(await people.keep(), code, later(now, codeLasts))
      return code
    },
    ways: (code) => ways(code).filter(({ platform }) => platform !== account.platform),
    offered,
    pair: async (text) => {
      const { code, platforms } = await offered(text)
      const pairing = await store.pair(code, account, door, now)
      if (pairing.is === 'unknown') throw new Refusal('code-unknown', {})
      pairing.changed.forEach(touched)
      pairing.recounted.forEach(recounted)
      const notice = { is: 'paired', platform: account.platform } as const
      // Where the code was made: whoever made it learns of it, if it was not themselves.
      for (const on of platforms) await tell({ to: { person: pairing.with, on }, notice, urgency: 'urgent' })
    },
    part: async () => ((await store.part(account)) ? 'parted' : 'alone'),
  }
}

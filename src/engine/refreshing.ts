import { later, second, type Instant } from '../base/clock.ts'
import type { ActionId, ProposalId } from '../base/ids.ts'
import type { Address, Message, Platform, Update } from '../chat/index.ts'
import type { Body, Draft } from './letter.ts'
import type { Copy, Repositories } from './ports.ts'

/** Taps that follow each other within that time end in one edit of the other copies. */
export const settling = second

export const cardKey = ({ platform, key }: Address, ref: string): string => `card ${platform} ${key} ${ref}`

type Shown = Extract<Body, { is: 'card' | 'dates' }>

/**
 * A card of a chat of many, redrawn after a tap: it says what is true when it leaves, whoever tapped since. Where the chat has a budget,
 * taps that come faster than it allows end in one edit: the letter waits under the card's key.
 */
export const redrawn = (
  platform: Platform,
  { back, place, said }: Update,
  message: Message,
): Draft | undefined => {
  const { shows, proposes } = message
  const card: Shown | undefined =
    shows === undefined ? proposes && { is: 'dates', proposal: proposes } : { is: 'card', action: shows }
  if (!message.instead || message.aside || !card) return undefined
  if (place.kind === 'private' || said.is !== 'pressed' || !said.on) return undefined
  if (!platform.toll(back, message).chat)
    return { to: back, lane: 'answer', body: { ...card, instead: true, on: said.on } }
  const to: Address = { platform: back.platform, key: said.on.home }
  const { ref } = said.on
  return {
    to,
    lane: 'refresh',
    body: card,
    replaces: ref,
    key: cardKey(to, ref),
  }
}

interface Needs {
  readonly within: Pick<Repositories, 'copies' | 'outbox'>
  readonly touched: Iterable<ActionId>
  /** Dates that are answered otherwise than before. */
  readonly recounted?: Iterable<ProposalId>
  readonly now: Instant
  /** The card that was pressed: it is answered already. */
  readonly on?: { readonly home: string; readonly ref: string }
}

/** Writes down that every copy of these actions, and of these proposed dates, is to be drawn anew; the platforms that have some. */
export const redraw = async ({
  within,
  touched,
  recounted = [],
  now,
  on,
}: Needs): Promise<readonly string[]> => {
  const drafts: Draft[] = []
  const draw = (body: Body, copies: readonly Copy[]): void => {
    for (const { to, ref, reader } of copies) {
      if (to.key === on?.home && ref === on.ref) continue
      drafts.push({
        to,
        lane: 'refresh',
        body,
        replaces: ref,
        key: cardKey(to, ref),
        due: later(now, settling),
        ...(reader && { reader }),
      })
    }
  }
  for (const action of touched) draw({ is: 'card', action }, await within.copies.of(action))
  for (const proposal of recounted) draw({ is: 'dates', proposal }, await within.copies.ofProposal(proposal))
  await within.outbox.put(drafts, now)
  return drafts.map(({ to }) => to.platform)
}

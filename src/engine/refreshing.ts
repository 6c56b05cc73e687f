import { later, second, type Instant } from '../base/clock.ts'
import type { ActionId } from '../base/ids.ts'
import type { Address } from '../chat/index.ts'
import type { Draft } from './letter.ts'
import type { Repositories } from './ports.ts'

/** Taps that follow each other within that time end in one edit of the other copies. */
export const settling = second

export const cardKey = ({ platform, key }: Address, ref: string): string => `card ${platform} ${key} ${ref}`

interface Needs {
  readonly within: Pick<Repositories, 'copies' | 'outbox'>
  readonly touched: Iterable<ActionId>
  readonly now: Instant
  /** The card that was pressed: it is answered already. */
  readonly on?: { readonly home: string; readonly ref: string }
}

/** Writes down that every copy of these actions is to be drawn anew; the platforms that have some. */
export const redraw = async ({ within, touched, now, on }: Needs): Promise<readonly string[]> => {
  const drafts: Draft[] = []
  for (const action of touched)
    for (const { to, ref, reader } of await within.copies.of(action)) {
      if (to.key === on?.home && ref === on.ref) continue
      drafts.push({
        to,
        lane: 'refresh',
        body: { is: 'card', action },
        replaces: ref,
        key: cardKey(to, ref),
        due: later(now, settling),
        ...(reader && { reader }),
      })
    }
  await within.outbox.put(drafts, now)
  return drafts.map(({ to }) => to.platform)
}

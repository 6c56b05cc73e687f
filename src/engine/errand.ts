import { second } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Message } from '../chat/index.ts'
import type { Broadcast, What } from '../domain/broadcasts/model.ts'
import type { Body, Letter } from './letter.ts'
import type { Store } from './ports.ts'

/** Puts a body into words; `undefined` when there is nothing left to say. */
export type Wording = (body: Body, reader: Letter['reader']) => Promise<Message | undefined>

/** What to do with a letter now. */
export type Errand =
  | { readonly is: 'say'; readonly message: Message }
  /** Take away the message that it became; `message` stands there where that is impossible. */
  | { readonly is: 'withdraw'; readonly message: Message }
  | { readonly is: 'nothing'; readonly why?: 'paused' }

/** Broadcasts under way at once, at ease. */
const most = 50

interface Needs {
  readonly store: Store
  readonly wording: Wording
}

const said = (message: Message | undefined): Errand => (message ? { is: 'say', message } : { is: 'nothing' })

/** A letter of a broadcast says what the broadcast says when it leaves. */
export const createErrands = ({ store, wording }: Needs) => {
  const inWords = async (what: What, reader: Letter['reader']): Promise<Message | undefined> =>
    what.is === 'text'
      ? {
          text: what.text,
          ...(what.quiet && { quiet: true }),
          ...(what.pinned && { pinned: true }),
        }
      : wording(what, reader)

  const lately = new Map<BroadcastId, { readonly at: number; readonly is: Broadcast }>()

  /** Asked once a second for all its letters, unless the letter knows of a later change. */
  const found = async (id: BroadcastId, pass: number): Promise<Broadcast | undefined> => {
    const known = lately.get(id)
    if (known && known.is.pass >= pass && performance.now() - known.at < second) return known.is
    lately.delete(id)
    const is = await store.broadcasts.byId(id)
    if (is?.state === 'running') lately.set(id, { at: performance.now(), is })
    const [oldest] = lately.keys()
    if (lately.size > most && oldest) lately.delete(oldest)
    return is
  }

  return async ({ body, reader, replaces }: Letter): Promise<Errand> => {
    if (body.is !== 'broadcast') return said(await wording(body, reader))
    const broadcast = await found(body.broadcast, body.pass)
    if (!broadcast || broadcast.state === 'cancelled') return { is: 'nothing' }
    if (broadcast.state === 'paused') return { is: 'nothing', why: 'paused' }
    if (broadcast.errand !== 'withdraw') return said(await inWords(broadcast.what, reader))
    const instead = replaces === undefined ? undefined : await wording({ is: 'withdrawn' }, reader)
    return instead ? { is: 'withdraw', message: instead } : { is: 'nothing' }
  }
}

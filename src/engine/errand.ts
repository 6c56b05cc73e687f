import { second, type Clock } from '../base/clock.ts'
import { paragraphs } from '../base/rich.ts'
import type { Zone } from '../base/zones.ts'
import type { BroadcastId, PictureId } from '../base/ids.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Address, Message, Picture } from '../chat/index.ts'
import type { Broadcast, What } from '../domain/broadcasts/model.ts'
import { createHush, type Wait } from './hush.ts'
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
  /** Because of an electoral silence it leaves later. */
  | ({ readonly is: 'waits' } & Wait)

/** How long a message that is arriving is waited for, in milliseconds; whoever pressed it waits, too. */
const patience = 1_500
const moment = 100

/** What platforms take under a message. */
const mostRows = 5

const mostPictures = 5

type Illustrated = NonNullable<Extract<What, { is: 'text' }>['picture']>

/** Broadcasts under way at once, at ease. */
const most = 50

interface Needs {
  readonly store: Store
  readonly wording: Wording
  readonly zoneOf: (department: string) => Zone | undefined
  readonly clock: Clock
  readonly sleep: Sleep
}

const said = (message: Message | undefined): Errand => (message ? { is: 'say', message } : { is: 'nothing' })

/** A letter of a broadcast says what the broadcast says when it leaves. */
export const createErrands = ({ store, wording, zoneOf, clock, sleep }: Needs) => {
  const hushed = createHush({ store, zoneOf, clock })
  const pictures = new Map<PictureId, Picture>()

  /** The same for all letters of a broadcast: a few are kept at hand. Absent once it is forgotten. */
  const drawn = async ({ id, alt }: Illustrated): Promise<Message['image']> => {
    const known = pictures.get(id) ?? (await store.pictures.get(id))
    if (!known) return undefined
    pictures.set(id, known)
    const [oldest] = pictures.keys()
    if (pictures.size > mostPictures && oldest) pictures.delete(oldest)
    return { ...known, alt, written: true }
  }

  const illustrated = async (message: Message | undefined): Promise<Message | undefined> => {
    if (!message?.keeps) return message
    const { keeps, ...rest } = message
    const image = await drawn({ id: keeps.picture, alt: keeps.alt })
    return { ...rest, ...(image && { image }) }
  }

  const inWords = async (what: What, reader: Letter['reader']): Promise<Message | undefined> => {
    if (what.is !== 'text') return wording(what, reader)
    const { text, title, action, poll, picture, privately, quiet, pinned } = what
    const part: Body | undefined = action
      ? { is: 'card', action }
      : poll && { is: 'poll', announcement: poll }
    const card = part && (await wording(part, reader))
    const foot = privately && (await wording({ is: 'own-copy' }, reader))
    const image = picture && (await drawn(picture))
    const rows = [...(card?.rows ?? []).slice(0, foot ? mostRows - 1 : mostRows), ...(foot?.rows ?? [])]
    return {
      ...card,
      ...(image && { image }),
      text: paragraphs(text, card?.text, foot?.text),
      ...(title !== undefined && { title }),
      ...(rows.length > 0 && { rows }),
      ...(quiet && { quiet: true }),
      ...(pinned && { pinned: true }),
    }
  }

  const lately = new Map<BroadcastId, { readonly at: number; readonly is: Broadcast }>()

  /** Asked once a second for all its letters, unless the letter knows of a later change, or wants the last one. */
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

  /** What is known of a message with a card: of one that arrives just now, in a moment. */
  const copyAt = async (at: { readonly to: Address; readonly ref: string }) => {
    for (let waited = 0; ; waited += moment) {
      const copy = await store.copies.find(at)
      if (copy || waited >= patience || !(await store.outbox.broadcasting(at.to))) return copy
      await sleep(moment)
    }
  }

  /** A card that is there already, as it stands now. */
  const redrawn = async ({ to, replaces, reader: known }: Letter, body: Body & { is: 'card' }) => {
    const at =
      replaces === undefined
        ? body.on && { to: { platform: to.platform, key: body.on.home }, ref: body.on.ref }
        : { to, ref: replaces }
    const copy = at && (await copyAt(at))
    // They may have answered for the first time since this was written.
    const reader = known ?? copy?.reader
    const broadcast = copy?.within
    if (broadcast === undefined) return wording(body, reader)
    const whole = await found(broadcast, Infinity)
    if (!whole || whole.errand === 'withdraw') return undefined
    const message = await inWords(whole.what, reader)
    return message && { ...message, ...(body.instead && { instead: true as const }) }
  }

  return async (letter: Letter): Promise<Errand> => {
    const { body, reader, replaces } = letter
    if (body.is === 'card') return said(await redrawn(letter, body))
    if (body.is !== 'broadcast') return said(await illustrated(await wording(body, reader)))
    const broadcast = await found(body.broadcast, body.pass)
    if (!broadcast || broadcast.state === 'cancelled') return { is: 'nothing' }
    if (broadcast.state === 'paused') return { is: 'nothing', why: 'paused' }
    if (broadcast.errand !== 'withdraw') {
      const wait = await hushed(letter, broadcast)
      if (wait) return { is: 'waits', ...wait }
      return said(await inWords(broadcast.what, reader))
    }
    const instead = replaces === undefined ? undefined : await wording({ is: 'withdrawn' }, reader)
    return instead ? { is: 'withdraw', message: instead } : { is: 'nothing' }
  }
}

import type { Instant } from '../base/clock.ts'
import type { Message, Outcome, Update } from '../chat/index.ts'
import type { Draft, Letter } from './letter.ts'
import type { Outgoing } from './outgoing.ts'
import type { Copy, Repositories, Store } from './ports.ts'
import { cardKey } from './refreshing.ts'

type Within = Pick<Repositories, 'copies' | 'outbox' | 'links'>
type Supersedes = Message['supersedes'] & object

/** Older cards which are there say that it is shown again further down, and change no more; the platforms that have some. */
const outdate = async (
  within: Within,
  supersedes: Supersedes,
  isThere: (copy: Copy) => boolean | Promise<boolean>,
  now: Instant,
): Promise<readonly string[]> => {
  const older =
    'proposal' in supersedes
      ? await within.copies.ofProposal(supersedes.proposal)
      : await within.copies.of(supersedes.action)
  const drafts: Draft[] = []
  for (const copy of older) {
    const { to, ref } = copy
    // What is announced there stays.
    if (copy.within || !(await isThere(copy))) continue
    await within.copies.remove(copy)
    drafts.push({
      to,
      lane: 'refresh',
      body: { is: 'message', message: { text: supersedes.says } },
      replaces: ref,
      key: cardKey(to, ref),
    })
  }
  await within.outbox.put(drafts, now)
  return drafts.map(({ to }) => to.platform)
}

interface Needs {
  readonly within: Within
  readonly update: Update
  readonly spoken: readonly Outgoing[]
  readonly now: Instant
}

/** A card is shown again where somebody asked for it. */
export const supersede = async ({ within, update, spoken, now }: Needs): Promise<readonly string[]> => {
  const { platform, place } = update
  const told: string[] = []
  for (const { message } of spoken)
    if (message.supersedes)
      told.push(
        ...(await outdate(
          within,
          message.supersedes,
          ({ to }) => to.platform === platform && to.key === place.key,
          now,
        )),
      )
  return told
}

/** What was told to a chat is there: it takes the place of what it was told before, which stays the last one until then. */
export const superseded = async (
  store: Pick<Store, 'transaction'>,
  { letter: { to, body }, message: { supersedes } }: { readonly letter: Letter; readonly message: Message },
  { home, moved, ref }: Outcome & { readonly is: 'delivered' },
  now: Instant,
): Promise<ReadonlySet<string>> => {
  if (body.is !== 'notice' || !supersedes || home === undefined) return new Set()
  // Where each card is a post of its own, nobody remembers whose forum an older one is in: it is in none of the chats that are linked.
  const isPost = home !== (moved ?? to.key)
  const told = await store.transaction((within) =>
    outdate(
      within,
      supersedes,
      async (copy) => {
        if (copy.reader !== undefined || copy.to.platform !== to.platform) return false
        if (copy.to.key === home) return copy.ref !== ref
        return isPost && (await within.links.at(copy.to)) === undefined
      },
      now,
    ),
  )
  return new Set(told)
}

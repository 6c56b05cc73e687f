import type { Instant } from '../base/clock.ts'
import type { Update } from '../chat/index.ts'
import type { Draft } from './letter.ts'
import type { Outgoing } from './outgoing.ts'
import { cardKey } from './refreshing.ts'
import type { Repositories } from './ports.ts'

interface Needs {
  readonly within: Pick<Repositories, 'copies' | 'outbox'>
  readonly update: Update
  readonly spoken: readonly Outgoing[]
  readonly now: Instant
}

/** A card is shown again further down: those above it in the same chat say so instead, and change no more. */
export const supersede = async ({ within, update, spoken, now }: Needs): Promise<readonly string[]> => {
  const drafts: Draft[] = []
  for (const { message } of spoken) {
    if (message.supersedes === undefined || message.shows === undefined) continue
    for (const copy of await within.copies.of(message.shows)) {
      const { to, ref } = copy
      if (to.platform !== update.platform || to.key !== update.place.key) continue
      await within.copies.remove(copy)
      drafts.push({
        to,
        lane: 'refresh',
        body: { is: 'message', message: { text: message.supersedes } },
        replaces: ref,
        key: cardKey(to, ref),
      })
    }
  }
  await within.outbox.put(drafts, now)
  return drafts.map(({ to }) => to.platform)
}

import type { Instant } from '../base/clock.ts'
import type { Update } from '../chat/index.ts'
import type { Draft } from './letter.ts'
import type { Outgoing } from './outgoing.ts'
import type { Repositories } from './ports.ts'
import { cardKey } from './refreshing.ts'

interface Needs {
  readonly within: Pick<Repositories, 'copies' | 'outbox'>
  readonly update: Update
  readonly spoken: readonly Outgoing[]
  readonly now: Instant
}

/**
 * A card is shown again further down: those above it say so instead, and change no more. In the same chat; when that was asked in private,
 * in every chat of many. Those of proposed dates in every chat of many, wherever it was asked.
 */
export const supersede = async ({ within, update, spoken, now }: Needs): Promise<readonly string[]> => {
  const drafts: Draft[] = []
  const { platform, place } = update
  for (const { message } of spoken) {
    const { supersedes } = message
    if (!supersedes) continue
    const isProposal = 'proposal' in supersedes
    const everywhere = isProposal || place.kind === 'private'
    const older = isProposal
      ? within.copies.ofProposal(supersedes.proposal)
      : within.copies.of(supersedes.action)
    for (const copy of await older) {
      const { to, ref, reader } = copy
      // What is announced there stays.
      if (copy.within) continue
      const here = to.platform === platform && to.key === place.key
      if (everywhere ? reader !== undefined : !here) continue
      await within.copies.remove(copy)
      drafts.push({
        to,
        lane: 'refresh',
        body: { is: 'message', message: { text: supersedes.says } },
        replaces: ref,
        key: cardKey(to, ref),
      })
    }
  }
  await within.outbox.put(drafts, now)
  return drafts.map(({ to }) => to.platform)
}

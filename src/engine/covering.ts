import type { BroadcastId } from '../base/ids.ts'
import type { Message } from '../chat/index.ts'
import type { Letter } from './letter.ts'
import type { Repositories, Store } from './ports.ts'

type Within = Pick<Repositories, 'announcements' | 'broadcasts'>

/** All that the same message shows: the parts of an announcement, or one broadcast. */
export const shownWith = async (
  { announcements }: Pick<Within, 'announcements'>,
  broadcast: BroadcastId,
): Promise<readonly BroadcastId[]> => {
  const announcement = await announcements.ofBroadcast(broadcast)
  if (!announcement) return [broadcast]
  return (await announcements.waves(announcement)).map((wave) => wave.broadcast)
}

/** A question, or a list, stands where somebody saw how a broadcast fares: it is theirs to go back, nothing does so by itself. */
export const cover = async (within: Within, { covers }: Message): Promise<void> => {
  if (covers === undefined) return
  for (const broadcast of await shownWith(within, covers)) await within.broadcasts.watch(broadcast, undefined)
}

/** Is the message that a letter would change still where its author looks? Something else may stand there since it was written. */
export const isWatched = async (
  { broadcasts }: Pick<Store, 'broadcasts'>,
  { body, to, replaces }: Letter,
): Promise<boolean> => {
  if (body.is !== 'progress') return true
  const watch = await broadcasts.watched(body.broadcast)
  return watch?.ref === replaces && watch?.to.platform === to.platform && watch.to.key === to.key
}

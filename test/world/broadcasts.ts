import type { BroadcastId } from '../../src/base/ids.ts'
import type { Broadcast } from '../../src/domain/broadcasts/model.ts'
import type { BroadcastStore } from '../../src/domain/broadcasts/ports.ts'

/** Broadcasts that were begun; in this world nothing is carried, so each stays as it was left. */
export const createBroadcastsInMemory = (): BroadcastStore & { readonly all: () => readonly Broadcast[] } => {
  const kept = new Map<BroadcastId, Broadcast>()

  const change = async (
    id: BroadcastId,
    may: (of: Broadcast) => boolean,
    set: Partial<Broadcast>,
  ): Promise<boolean> => {
    const of = kept.get(id)
    if (!of || !may(of)) return false
    kept.set(id, { ...of, ...set })
    return true
  }

  const isOpen = ({ state }: Broadcast): boolean => state === 'running' || state === 'paused'
  const notWithdrawn = ({ errand }: Broadcast): boolean => errand !== 'withdraw'

  return {
    all: () => [...kept.values()],
    put: async (id, of, at) =>
      void kept.set(id, { ...of, id, state: 'running', errand: 'send', pass: 0, begun: at }),
    byId: async (id) => kept.get(id),
    of: async (author, take) =>
      [...kept.values()]
        .filter((each) => each.author === author)
        .toReversed()
        .slice(0, take),
    progress: async (id) => {
      const broadcast = kept.get(id)
      const nothing = { delivered: 0, gone: 0, whys: [], uncertain: 0, dropped: 0, left: 0 }
      return broadcast && { broadcast, ...nothing, lately: { count: 0, ofMs: 1 } }
    },
    pause: (id) => change(id, ({ state }) => state === 'running', { state: 'paused' }),
    resume: (id) => change(id, ({ state }) => state === 'paused', { state: 'running' }),
    cancel: (id, at) => change(id, isOpen, { state: 'cancelled', ended: at }),
    retry: async () => 0,
    edit: (id, what) => change(id, notWithdrawn, { what, errand: 'edit', state: 'running' }),
    withdraw: (id) => change(id, notWithdrawn, { errand: 'withdraw', state: 'running' }),
    account: async () => [],
  }
}

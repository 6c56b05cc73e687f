import type { Clock } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Zone } from '../base/zones.ts'
import { createLeaving } from '../domain/announcements/leaving.ts'
import { createSending } from '../domain/announcements/sending.ts'
import type { Store, Workers } from '../engine/ports.ts'
import { createTelling } from '../engine/telling.ts'
import type { Stir, Waker } from '../engine/waker.ts'

interface Needs {
  readonly store: Store
  readonly wake: Waker
  readonly stir: Stir
  readonly zoneOf: (department: string) => Zone | undefined
  readonly everywhere: string
  readonly clock: Clock
}

/** Lets leave what is due: announcements, copies that waited for their group or for the hours of their chat. */
export const createAnnouncing =
  ({ store, wake, stir, zoneOf, everywhere, clock }: Needs): Workers['announce'] =>
  async () => {
    const stirred: BroadcastId[] = []
    const told = await store.transaction(async (within) => {
      const now = clock.now()
      const { tell, platforms } = createTelling({ within, now })
      const sending = createSending({
        store: within.announcements,
        broadcasts: within.broadcasts,
        groups: within.groups,
        roles: within.roles,
        follow: async (from, to) => within.broadcasts.watch(to, await within.broadcasts.watched(from)),
        stirred: (id) => void stirred.push(id),
        tell,
        zoneOf,
        everywhere,
        now,
      })
      await createLeaving({
        store: within.announcements,
        sending,
        groups: within.groups,
        roles: within.roles,
        actions: within.actions,
        tell,
        zoneOf,
        now,
      }).due()
      return [...platforms]
    })
    for (const broadcast of stirred) await stir(broadcast)
    for (const platform of told) await wake(platform, 0)
  }

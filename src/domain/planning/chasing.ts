import { hour, later, type Instant } from '../../base/clock.ts'
import type { ActionId } from '../../base/ids.ts'
import type { Tell } from '../notices/ports.ts'
import { awake, usual } from '../reminders/model.ts'
import type { ReminderStore } from '../reminders/ports.ts'
import type { Kept } from './model.ts'
import type { Plans } from './plans.ts'
import type { PlanStore } from './ports.ts'

/** Those who have not answered are asked again so seldom. */
const apart = 24 * hour

/** Asking those who have not answered: in the chats of the group, and in private whoever wanted to be asked. */
export interface Chasing {
  /** Refuses whoever may not manage it. `silent`: members who have not answered; `asked`: those of them who are asked in private. */
  chase(
    action: ActionId,
  ): Promise<(Kept & { readonly chats: number; readonly silent: number; readonly asked: number }) | 'lately'>
}

interface Needs {
  readonly store: Pick<PlanStore, 'chase'>
  readonly plans: Pick<Plans, 'kept' | 'repost'>
  readonly wishes: Pick<ReminderStore, 'wishes' | 'mutedBy'>
  readonly tell: Tell
  readonly now: Instant
}

export const createChasing = ({ store, plans, wishes, tell, now }: Needs): Chasing => ({
  chase: async (id) => {
    await plans.kept(id)
    const chased = await store.chase(id, later(now, -apart), now)
    if (!chased) return 'lately'
    const kept = await plans.repost(id)
    const { action } = kept.found
    const groups = new Set(action.organisers.map((each) => each.id))
    let asked = 0
    for (const person of chased.willing) {
      if ((await wishes.mutedBy(person)).some((group) => groups.has(group))) continue
      const { quiet, zone = action.zone } = (await wishes.wishes(person)) ?? usual
      const due = awake(now, zone, quiet)
      if (due >= action.start) continue
      const notice = { is: 'come', action: id } as const
      const told = await tell({
        to: { person },
        notice,
        urgency: 'reminder',
        key: `come ${id} ${person}`,
        due,
      })
      if (told === 'told') asked += 1
    }
    return { ...kept, silent: chased.silent, asked }
  },
})

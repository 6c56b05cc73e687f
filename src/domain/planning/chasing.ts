import { hour, later, type Instant } from '../../base/clock.ts'
import type { ActionId } from '../../base/ids.ts'
import type { AnnouncementStore } from '../announcements/ports.ts'
import { lasts } from '../announcements/truces.ts'
import type { Concerned } from '../changes/model.ts'
import type { ChangeStore } from '../changes/ports.ts'
import type { Tell } from '../notices/ports.ts'
import { Refusal } from '../refusal.ts'
import { awake, calledAt, callsApart, usual } from '../reminders/model.ts'
import type { ReminderStore } from '../reminders/ports.ts'
import type { Journal } from '../rights/journal.ts'
import type { Kept } from './model.ts'
import type { Plans } from './plans.ts'
import type { PlanStore } from './ports.ts'

/** Those who have not answered are asked again so seldom. */
const apart = 24 * hour

/** So many are looked up at once. */
const calledAtOnce = 1_000

/** Writing to those who come, and asking those who have not answered, when an organiser wants it. */
export interface Chasing {
  /**
   * Reminds whoever comes and has a seat, each once they are awake; how many, or that it was done lately. Whoever said maybe is asked the evening
   * before, and not here. Refuses whoever does not organise it.
   */
  remind(action: ActionId): Promise<number | 'lately'>
  /** In the chats of the group, and in private whoever wanted to be asked. Refuses whoever does not organise it, and everybody during an electoral silence. `silent`: members who have not answered; `asked`: those of them who are asked in private. */
  chase(
    action: ActionId,
  ): Promise<(Kept & { readonly chats: number; readonly silent: number; readonly asked: number }) | 'lately'>
}

interface Needs {
  readonly store: Pick<PlanStore, 'chase'>
  readonly plans: Pick<Plans, 'organised' | 'repost'>
  readonly truces: Pick<AnnouncementStore, 'truce'>
  readonly reminders: Pick<ReminderStore, 'wishes' | 'mutedBy' | 'call'>
  readonly changes: Pick<ChangeStore, 'concerned'>
  readonly journal: Pick<Journal, 'note'>
  readonly tell: Tell
  readonly now: Instant
}

export const createChasing = ({
  store,
  plans,
  truces,
  reminders,
  changes,
  journal,
  tell,
  now,
}: Needs): Chasing => ({
  remind: async (id) => {
    const { group, found } = await plans.organised(id)
    const { action } = found
    if (action.state !== 'planned') throw new Refusal('action-cancelled', { name: action.name })
    if (action.start <= now) throw new Refusal('action-over', { name: action.name })
    const those = []
    let page: readonly Concerned[] = []
    do {
      page = await changes.concerned([id], page.at(-1)?.person, calledAtOnce)
      for (const { person, answer, waiting, wishes } of page) {
        const due = answer === 'yes' && !waiting ? calledAt(action, wishes, now) : undefined
        if (due !== undefined) those.push({ person, due })
      }
    } while (page.length === calledAtOnce)
    if (!(await reminders.call(id, those, later(now, -callsApart)))) return 'lately'
    await journal.note(group, { is: 'did', deed: 'remind-now', what: action.name })
    return those.length
  },

  chase: async (id) => {
    await plans.organised(id)
    if (lasts(await truces.truce(now), now)) throw new Refusal('truce-lasts', {})
    const chased = await store.chase(id, later(now, -apart), now)
    if (!chased) return 'lately'
    const kept = await plans.repost(id)
    const { action } = kept.found
    const groups = new Set(action.organisers.map((each) => each.id))
    let asked = 0
    for (const person of chased.willing) {
      if ((await reminders.mutedBy(person)).some((group) => groups.has(group))) continue
      const { quiet, zone = action.zone } = (await reminders.wishes(person)) ?? usual
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
    await journal.note(kept.group, { is: 'did', deed: 'ask-again', what: action.name })
    return { ...kept, silent: chased.silent, asked }
  },
})

import type { Instant } from '../../base/clock.ts'
import type { PersonId, ProposalId } from '../../base/ids.ts'
import type { Notice } from '../notices/model.ts'
import type { Tell } from '../notices/ports.ts'
import { Refusal } from '../refusal.ts'
import { awake, usual } from '../reminders/model.ts'
import type { ReminderStore } from '../reminders/ports.ts'
import type { Journal } from '../rights/journal.ts'
import type { Proposal, ProposalFound } from './model.ts'
import type { ProposalStore } from './ports.ts'
import type { Proposals } from './service.ts'

interface Needs {
  readonly store: Pick<ProposalStore, 'settle' | 'made' | 'drop'>
  readonly reminders: Pick<ReminderStore, 'wishes'>
  readonly journal: Pick<Journal, 'note'>
  readonly tell: Tell
  readonly now: Instant
  readonly recounted: (id: ProposalId) => void
  readonly known: (id: ProposalId) => Promise<ProposalFound>
  /** Refuses whoever may not plan there. */
  readonly theirs: (id: ProposalId) => Promise<ProposalFound>
}

/** How dates that were proposed end: as an action, or as none. */
export const createEnding = ({
  store,
  reminders,
  journal,
  tell,
  now,
  recounted,
  known,
  theirs,
}: Needs): Pick<Proposals, 'settle' | 'made' | 'drop'> => {
  const tellAll = async (
    { id, zone }: Proposal,
    following: readonly PersonId[],
    notice: Notice,
  ): Promise<void> => {
    for (const person of following) {
      const { quiet, zone: own = zone } = (await reminders.wishes(person)) ?? usual
      await tell({
        to: { person },
        notice,
        urgency: 'reminder',
        key: `date ${id} ${person}`,
        due: awake(now, own, quiet),
      })
    }
  }

  return {
    settle: async (id, date) => {
      const { proposal } = await theirs(id)
      if (await store.settle(id, date)) return
      throw new Refusal(proposal.dropped ? 'proposal-dropped' : 'proposal-made', {})
    },

    made: async (id, action) => {
      const { proposal } = await known(id)
      await tellAll(proposal, await store.made(id, action), { is: 'date-set', action })
      recounted(id)
    },

    drop: async (id) => {
      const { proposal } = await theirs(id)
      const following = await store.drop(id)
      if (following) {
        await tellAll(proposal, following, { is: 'dates-dropped', proposal: id })
        recounted(id)
        const what = proposal.about.name ?? ''
        await journal.note(proposal.group, { is: 'did', deed: 'drop-dates', what })
      }
      return known(id)
    },
  }
}

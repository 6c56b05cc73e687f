import type { ActionId, PersonId } from '../../base/ids.ts'
import type { LinkStore } from '../links/ports.ts'
import type { Journal, NotedDeed } from '../rights/journal.ts'
import type { Where } from '../rights/model.ts'
import type { Plans } from './plans.ts'

interface Needs {
  readonly plans: Plans
  readonly journal: Pick<Journal, 'note'>
  readonly links: Pick<LinkStore, 'byId'>
}

/** The same, and each use of a right is noted once it is done, in the journal of the group that it was for. */
export const createNotedPlans = ({ plans, journal, links }: Needs): Plans => {
  const note = (where: Where, deed: NotedDeed, what?: string, about?: PersonId): Promise<void> =>
    journal.note(where, { is: 'did', deed, ...(what !== undefined && { what }) }, about)

  const noteOf = async (id: ActionId, deed: NotedDeed, about?: PersonId): Promise<void> => {
    const { group, found } = await plans.kept(id)
    await note(group, deed, found.action.name, about)
  }

  return {
    ...plans,
    confirm: async (id) => {
      const confirmed = await plans.confirm(id)
      if (confirmed.is !== 'same')
        await noteOf(confirmed.action, confirmed.is === 'planned' ? 'plan' : 'change-action')
      return confirmed
    },
    callOff: async (id, reason) => {
      const off = await plans.callOff(id, reason)
      await noteOf(id, 'call-off')
      return off
    },
    callOffSeries: async (id, reason) => {
      const off = await plans.callOffSeries(id, reason)
      if (off.count > 0) await noteOf(id, 'call-off')
      return off
    },
    keepSeats: async (id, hours) => {
      const kept = await plans.keepSeats(id, hours)
      if (kept.offerHours === hours) await note(kept.group, 'keep-seats', kept.found.action.name)
      return kept
    },
    handOver: async (id, to) => {
      const { group } = await plans.kept(id)
      const action = await plans.handOver(id, to)
      // Whoever had it may have no other right there.
      await note(group, 'hand-over', action.name, to)
      return action
    },
    nameHelper: async (id, person) => {
      const kept = await plans.nameHelper(id, person)
      await note(kept.group, 'name-helper', kept.found.action.name, person)
      return kept
    },
    removeHelper: async (id, person) => {
      const gone = await plans.removeHelper(id, person)
      // Whoever is erased meanwhile was relieved by that.
      if (gone) await noteOf(id, 'remove-helper', person)
      return gone
    },
    repost: async (id) => {
      const shown = await plans.repost(id)
      await note(shown.group, 'show-again', shown.found.action.name)
      return shown
    },
    mirror: async (id) => {
      const on = await plans.mirror(id)
      const link = await links.byId(id)
      if (link) await note(link.group ?? 'everywhere', 'mirror', link.title)
      return on
    },
    invite: async (id, group) => {
      const asked = await plans.invite(id, group)
      if (asked === 'asked') await noteOf(id, 'invite-group')
      return asked
    },
    answerInvitation: async (id, group, accepts) => {
      const answered = await plans.answerInvitation(id, group, accepts)
      if (answered !== 'already') await note(group, accepts ? 'join-action' : 'decline-action')
      return answered
    },
  }
}

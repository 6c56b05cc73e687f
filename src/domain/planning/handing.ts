import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Action } from '../actions/model.ts'
import type { Group } from '../groups/model.ts'
import { restFor, type Tell } from '../notices/ports.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Rights } from '../rights/service.ts'
import type { Kept } from './model.ts'
import type { Plans } from './plans.ts'
import { nowhere, type Posted } from './publishing.ts'
import type { PlanStore } from './ports.ts'

interface Needs {
  readonly store: PlanStore
  readonly people: Pick<People, 'keep'>
  readonly rights: Rights
  readonly tell: Tell
  readonly touched: (action: ActionId) => void
  readonly now: Instant
  /** Refuses whoever was only named for it, and what is over or called off. */
  readonly own: (id: ActionId) => Promise<Kept>
  readonly author: () => Promise<PersonId>
  /** In the chats of a group, where it is for them. */
  readonly show: (action: Action, group: Group) => Promise<Posted>
}

type Handing = Pick<
  Plans,
  'handOver' | 'nameHelper' | 'removeHelper' | 'helpers' | 'invite' | 'answerInvitation' | 'partners'
>

/** Who looks after an action: somebody else of the team, somebody who comes, another group. */
export const createHanding = ({
  store,
  people,
  rights,
  tell,
  touched,
  now,
  own,
  author,
  show,
}: Needs): Handing => {
  /** Whom to name is known by whoever may see who comes. */
  const naming = async (id: ActionId): Promise<Kept> => {
    const found = await own(id)
    await rights.require('see-names', found.group)
    return found
  }

  return {
    handOver: async (id, to) => {
      const { found, group } = await own(id)
      const team = await rights.team(group)
      if (!team.some(({ person }) => person === to)) throw new Refusal('not-in-team', {})
      await store.handOver(id, to)
      await tell({
        to: { person: to },
        notice: { is: 'handed-over', action: id },
        urgency: 'announcement',
        rest: restFor(found.action),
      })
      return found.action
    },
    nameHelper: async (id, person) => {
      const found = await naming(id)
      if (!(await store.nameHelper(id, person, now))) throw new Refusal('not-coming', {})
      const rest = restFor(found.found.action)
      await tell({ to: { person }, notice: { is: 'named', action: id }, urgency: 'announcement', rest })
      return found
    },
    removeHelper: async (id, person) => {
      await naming(id)
      return store.removeHelper(id, person)
    },
    helpers: async (id) => {
      await naming(id)
      return store.helpers(id)
    },
    invite: async (id, group) => {
      const { found } = await own(id)
      const there = await rights.concerned('manage', group)
      if (there.length === 0) return 'nobody'
      const asked = await store.invite(id, group, await author(), now)
      if (asked === 'asked')
        for (const person of there)
          await tell({
            to: { person },
            notice: { is: 'asked-to-organise', action: id, group },
            urgency: 'announcement',
            key: `organise ${id} ${group} ${person}`,
            rest: restFor(found.action),
          })
      return asked
    },
    answerInvitation: async (id, group, accepts) => {
      const place = await rights.require('manage', group)
      await people.keep()
      if (!(await store.answerInvitation(id, group, accepts, now))) return 'already'
      touched(id)
      const found = await store.kept(id)
      const action = found?.found.action
      const shows = accepts && place !== 'everywhere' && action?.state === 'planned' && action.end > now
      if (found?.keeper !== undefined)
        await tell({
          to: { person: found.keeper },
          notice: { is: 'partner-answered', action: id, group, accepts },
          urgency: 'announcement',
          rest: restFor(found.found.action),
        })
      return shows ? show(action, place) : nowhere
    },
    partners: (id) => store.partners(id),
  }
}

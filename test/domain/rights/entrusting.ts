import type { ActionId, GroupId, NeedId, PersonId } from '../../../src/base/ids.ts'
import type { Services } from '../../../src/chat/index.ts'
import type { Reach } from '../../../src/domain/planning/model.ts'

/** The date that is looked after, one of a series that takes seats. */
export interface Scene {
  readonly action: ActionId
  readonly group: GroupId
  readonly neighbours: GroupId
  readonly need: NeedId
  /** They come, and have taken what is needed. */
  readonly comer: PersonId
  readonly named: PersonId
  readonly mate: PersonId
}

const saves = async ({ plans }: Services, { action }: Scene, reach: Reach = 'this'): Promise<unknown> => {
  const { id } = await plans.edit(action, reach)
  await plans.amend(id, { name: 'Autre' })
  return plans.confirm(id)
}

/** All that somebody does with one action, as its buttons do it; `false` where there is nothing to see for them. */
export const deeds: Readonly<Record<string, (services: Services, of: Scene) => Promise<unknown>>> = {
  'change it': saves,
  'change its series': (services, of) => saves(services, of, 'all'),
  'change who may come': async ({ plans }, { action }) => {
    const { id } = await plans.edit(action)
    return plans.amend(id, { audience: 'group' })
  },
  'plan one like it': ({ plans }, { action }) => plans.again(action),
  'call it off': ({ plans }, { action }) => plans.callOff(action, 'Il pleut'),
  'call its series off': ({ plans }, { action }) => plans.callOffSeries(action, 'Il pleut'),
  'show it again': ({ plans }, { action }) => plans.repost(action),
  'add a need': ({ needs }, { action }) => needs.add(action, 'colle'),
  'remove a need': ({ needs }, { need }) => needs.remove(need),
  'add needs to its series': async ({ plans }, { action }) => (await plans.datesFrom(action)).length > 1,
  'see who brings what': async ({ needs }, { action }) => (await needs.takers(action)).length > 0,
  'see who comes': ({ attendance }, { action }) => attendance.comers(action, { skip: 0, take: 1 }),
  'take somebody off': ({ attendance }, { action, comer }) => attendance.withdraw(action, comer),
  'choose who comes': ({ attendance }, { action }) => attendance.pick(action, true),
  'keep freed seats': ({ plans }, { action }) => plans.keepSeats(action, 6),
  'open it to others': ({ openings }, { action }) => openings.plan(action, {}),
  'write to who comes': ({ chasing }, { action }) => chasing.remind(action),
  'write to who has not answered': ({ chasing }, { action }) => chasing.chase(action),
  'hand it over': ({ plans }, { action, mate }) => plans.handOver(action, mate),
  'name somebody': ({ plans }, { action, comer }) => plans.nameHelper(action, comer),
  'see who is named': ({ plans }, { action }) => plans.helpers(action),
  'relieve somebody': ({ plans }, { action, named }) => plans.removeHelper(action, named),
  'invite a group': ({ plans }, { action, neighbours }) => plans.invite(action, neighbours),
}

const team = 'animator, manager'
/** The coordination sees who comes, wherever that is. */
const seers = 'animator, manager, coordination'
const trusted = 'animator, manager, keeper'
const all = 'animator, manager, keeper, named'

/** Who may, as one would say it, where a group organises; in a loop its animators are the team. Nobody else. */
export const said: Readonly<Record<keyof typeof deeds, string>> = {
  'change it': all,
  'change its series': trusted,
  'change who may come': trusted,
  'plan one like it': team,
  'call it off': all,
  'call its series off': trusted,
  'show it again': all,
  'add a need': all,
  'remove a need': all,
  'add needs to its series': trusted,
  'see who brings what': team,
  'see who comes': seers,
  'take somebody off': seers,
  'choose who comes': seers,
  'keep freed seats': trusted,
  'open it to others': trusted,
  'write to who comes': trusted,
  'write to who has not answered': trusted,
  'hand it over': trusted,
  'name somebody': team,
  'see who is named': team,
  'relieve somebody': team,
  'invite a group': trusted,
}

export const of = {
  group: { roles: ['animator', 'manager'], may: (names: string) => names },
  loop: {
    roles: ['loop-animator'],
    may: (names: string) => names.replace('animator, manager', 'loop-animator'),
  },
} as const

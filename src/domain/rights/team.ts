import { day, hour, later, type Instant } from '../../base/clock.ts'
import { newCode, type GroupId, type PersonId } from '../../base/ids.ts'
import type { Group } from '../groups/model.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Journal } from './journal.ts'
import { isEverywhere, mostAnimators, type GrantedRole, type Where } from './model.ts'
import type { InvitationStore, RoleStore } from './ports.ts'
import type { Rights } from './service.ts'
import { isAllowed } from './table.ts'
import { animating, createUnattended } from './unattended.ts'

/** What a code invites into. */
export interface Offer {
  readonly role: GrantedRole
  readonly place: Group | 'everywhere'
}

export interface Team {
  /** A code for one person, shown this once. Refuses whoever may not invite. */
  invite(role: GrantedRole, where: Where): Promise<{ readonly code: string; readonly offer: Offer }>
  /** Refuses a code that is unknown, used or over, or whose giver may no longer invite. */
  offer(code: string): Promise<Offer>
  /** Uses the code up. `introducedAs`: the name that organisers see, when none was kept before. */
  accept(code: string): Promise<{
    readonly offer: Offer
    readonly was: 'granted' | 'already'
    readonly introducedAs?: string
  }>
  /**
   * Takes a role from somebody. In a loop, one animator asks and a second one agrees. Refuses whoever may neither.
   */
  withdraw(person: PersonId, role: GrantedRole, where: Where): Promise<'withdrawn' | 'absent' | 'asked'>
  /** Whoever speaks gives up a role of their own. */
  leave(role: GrantedRole, where: Where): Promise<'left' | 'absent'>
  /** Before whoever speaks is forgotten: those above the places that nobody animates then hear of it, and not who it was. */
  leaveAll(): Promise<void>
  /** What nobody animates but whoever speaks. */
  sole(): Promise<readonly Group[]>
}

interface Needs {
  readonly roles: RoleStore
  readonly invitations: InvitationStore
  readonly groups: Pick<GroupStore, 'byId' | 'loopOf'>
  readonly rights: Rights
  readonly journal: Journal
  readonly people: People
  /** Was that person named by whoever runs the program? */
  readonly isOperator: (person: PersonId) => Promise<boolean>
  readonly tell: Tell
  readonly now: Instant
}

/** How long a code waits. */
export const patience = 72 * hour

/** An agreement that nobody gave by then is no longer asked for. */
const asking = 7 * day

const groupIn = (where: Where): GroupId | undefined => (isEverywhere(where) ? undefined : where)
const whereOf = (group: GroupId | undefined): Where => group ?? 'everywhere'

export const createTeam = (needs: Needs): Team => {
  const { roles, invitations, groups, rights, journal, people, isOperator, tell, now } = needs

  const unattended = createUnattended({ roles, groups, tell })

  /** Who gives the code must still have the right to when it is used. */
  const mayStill = async (by: PersonId, role: GrantedRole, place: Offer['place']): Promise<boolean> => {
    const held = [...((await isOperator(by)) ? [{ role: 'operator' } as const] : []), ...(await roles.of(by))]
    return isAllowed(held, `invite-${role}`, place)
  }

  const standing = async (code: string) => {
    const found = await invitations.find(code, now)
    if (!found) throw new Refusal('invitation-over', {})
    const { role, group, by } = found
    const place: Offer['place'] | undefined = group === undefined ? 'everywhere' : await groups.byId(group)
    if (!place || !(await mayStill(by, role, place))) throw new Refusal('invitation-over', {})
    return { role, place, by, ...(group && { group }) }
  }

  /** Everybody who works there and whoever else should know, but those who know already. */
  const tellTeam = async (
    where: Where,
    notice: Parameters<Tell>[0]['notice'],
    { but, and = [] }: { readonly but: readonly PersonId[]; readonly and?: readonly PersonId[] },
  ) => {
    const team = (await roles.at(groupIn(where))).map(({ person }) => person)
    for (const person of new Set([...team, ...and]))
      if (!but.includes(person)) await tell({ to: { person }, notice, urgency: 'announcement' })
  }

  const taken = async (person: PersonId, role: GrantedRole, where: Where, is: 'withdrawn' | 'replaced') => {
    const group = groupIn(where)
    if (!(await roles.withdraw(person, role, group))) return 'absent'
    await journal.note(where, { is, role }, person)
    await tell({
      to: { person },
      notice: { is: 'role-withdrawn', role, ...(group && { group }) },
      urgency: 'announcement',
    })
    const by = people.known()
    if (group && animating.has(role)) await unattended(group, [person, ...(by ? [by] : [])])
    return 'withdrawn'
  }

  return {
    invite: async (role, where) => {
      const place = await rights.require(`invite-${role}`, where)
      const code = newCode()
      const group = groupIn(where)
      const by = await people.keep()
      await invitations.add({ code, role, by, until: later(now, patience), ...(group && { group }) }, now)
      await journal.note(where, { is: 'invited', role })
      return { code, offer: { role, place } }
    },
    offer: async (code) => {
      const { role, place } = await standing(code)
      return { role, place }
    },
    accept: async (code) => {
      const { role, group, place, by } = await standing(code)
      const person = await people.keep()
      const introducedAs = await people.introduce()
      const grant = { person, role, since: now, by, ...(group && { group }) }
      const was = await roles.grant(grant, role === 'animator' ? mostAnimators : undefined)
      const name = place === 'everywhere' ? '' : place.name
      if (was === 'full') throw new Refusal('binome-full', { place: name })
      if (was === 'granted') {
        // Two at a time: the second one finds it used, and nothing of theirs is kept.
        if (!(await invitations.use(code, now))) throw new Refusal('invitation-over', {})
        await journal.note(whereOf(group), { is: 'accepted', role })
        await tellTeam(
          whereOf(group),
          { is: 'role-accepted', role, person, ...(group && { group }) },
          { but: [person], and: [by] },
        )
      }
      return { offer: { role, place }, was, ...(introducedAs !== undefined && { introducedAs }) }
    },
    withdraw: async (person, role, where) => {
      if (await rights.may(`withdraw-${role}`, where)) return taken(person, role, where, 'withdrawn')
      const group = groupIn(where)
      if (role !== 'loop-animator' || group === undefined || !(await rights.may('replace', where))) {
        await rights.require(`withdraw-${role}`, where)
        return 'absent'
      }
      const by = await people.keep()
      const was = await invitations.askReplacement({ group, person, by, at: now }, later(now, -asking))
      if (was === 'agreed') return taken(person, role, where, 'replaced')
      if (was === 'asked') {
        await journal.note(where, { is: 'asked-replacement' }, person)
        await tellTeam(where, { is: 'replacement-asked', group, person }, { but: [by, person] })
      }
      return 'asked'
    },
    leave: async (role, where) => {
      const by = people.known()
      const group = groupIn(where)
      if (!by || !(await roles.withdraw(by, role, group))) return 'absent'
      await journal.note(where, { is: 'left', role })
      if (group && animating.has(role)) await unattended(group, [by])
      return 'left'
    },
    leaveAll: async () => {
      const by = people.known()
      const held = by ? await roles.of(by) : []
      const led = held.flatMap(({ role, group }) =>
        group && animating.has(role) ? [{ role, id: group.id }] : [],
      )
      // Always in that order: whoever leaves the same places at that moment waits, and does not hold what is waited for here.
      const inTurn = led.toSorted((one, other) => (one.id < other.id ? -1 : 1))
      if (by) for (const { role, id } of inTurn) await roles.withdraw(by, role, id)
      if (by) for (const { id } of inTurn) await unattended(id, [by])
    },
    sole: async () => {
      const by = people.known()
      const alone: Group[] = []
      for (const { role, group } of by ? await roles.of(by) : []) {
        if (!group || !animating.has(role)) continue
        const others = (await roles.at(group.id)).filter(
          (each) => each.person !== by && animating.has(each.role),
        )
        if (others.length === 0) alone.push(group)
      }
      return alone
    },
  }
}

import type { Instant } from '../../base/clock.ts'
import { newId } from '../../base/ids.ts'
import { paris, type Zone } from '../../base/zones.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { RoleStore } from '../rights/ports.ts'
import { isAllowed } from '../rights/table.ts'
import { readBeside } from './beside.ts'
import type { Announcement } from './model.ts'
import type { AnnouncementStore } from './ports.ts'
import { opening } from './plan.ts'
import { nextOf } from './repeats.ts'
import type { Sending } from './sending.ts'
import { lasts } from './truces.ts'

interface Needs {
  readonly store: AnnouncementStore
  readonly sending: Sending
  readonly groups: Pick<GroupStore, 'byId'>
  readonly roles: Pick<RoleStore, 'of'>
  readonly actions: Pick<ActionStore, 'found'>
  readonly tell: Tell
  readonly zoneOf: (department: string) => Zone | undefined
  readonly now: Instant
}

/** What time does to announcements, whoever speaks meanwhile. */
export const createLeaving = ({ store, sending, groups, roles, actions, tell, zoneOf, now }: Needs) => {
  /** Rights are checked when it leaves, too. */
  const mayStill = async ({ author, group }: Announcement): Promise<boolean> => {
    if (author === undefined) return false
    const place = group === undefined ? 'everywhere' : await groups.byId(group)
    return place !== undefined && isAllowed(await roles.of(author), 'announce', place)
  }

  const tellAuthor = async (
    { id, author }: Announcement,
    is: 'announcement-moved' | 'announcement-stopped',
  ): Promise<void> => {
    if (!author) return
    await tell({
      to: { person: author },
      notice: { is, announcement: id },
      urgency: 'urgent',
      key: `stray ${id} ${author}`,
    })
  }

  /** Its action is called off, or is at another time: it follows, or waits for its author. */
  const astray = async (announcement: Announcement): Promise<void> => {
    const { id, action, beside } = announcement
    const found = action && (await actions.found(action))
    const due =
      found && beside && found.action.state === 'planned' ? readBeside(beside.words, found.action) : undefined
    if (due === undefined || due <= now) {
      // It is a draft again: its author may still send it, at another time or as it is.
      await store.step(id, ['asking', 'holding'], 'draft')
      await store.plan(id, {})
      return tellAuthor(announcement, 'announcement-stopped')
    }
    const { start, end } = found?.action ?? { start: now, end: now }
    await store.plan(id, { due, beside: { words: beside?.words ?? '', start, end } })
    return tellAuthor(announcement, 'announcement-moved')
  }

  /** One that comes back stays, planned for the next time; a copy of it leaves. */
  const comesBack = async (announcement: Announcement): Promise<boolean> => {
    const next = announcement.repeats && nextOf(announcement.repeats, now)
    if (next === undefined || !announcement.repeats) return false
    const { repeats, ...once } = announcement
    const copy: Announcement = { ...once, id: newId.announcement(), stage: 'sent', made: now }
    await store.put(copy)
    await store.plan(announcement.id, { due: next, repeats })
    await sending.leave(copy)
    return true
  }

  const dueNow = async (): Promise<void> => {
    // Looked at when it would leave, not when it was planned: a silence may be set, changed or taken back meanwhile.
    if (lasts(await store.truce(now), now)) return
    for (const id of await store.due(now)) {
      const announcement = await store.byId(id)
      if (!announcement) continue
      const may = await mayStill(announcement)
      if (may && (await comesBack(announcement))) continue
      if (!(await store.step(id, ['holding'], may ? 'sent' : 'cancelled'))) continue
      if (may) await sending.leave(announcement)
    }
    await dueRelays()
  }

  const dueRelays = async (): Promise<void> => {
    for (const due of await store.dueRelays(now)) {
      const { announcement: id, link, group, state, manner, hours, department, line } = due
      const announcement = await store.byId(id)
      if (announcement?.stage !== 'sent' || (state !== 'waiting' && state !== 'later')) continue
      const declines =
        state === 'waiting' && group !== undefined && (await store.say(group)).otherwise === 'decline'
      // Nobody's night is disturbed because somebody did not answer, or wanted it later.
      const opens = opening(hours, (department && zoneOf(department)) || paris, now)
      if (declines) await store.turn(id, state, { state: 'declined' }, { links: [link] })
      else if (opens !== undefined) await store.delay(id, { links: [link] }, opens)
      else await sending.more(announcement, [{ link, manner }], state, line)
    }
  }

  /** Results stand where the question was. */
  const duePolls = async (): Promise<void> => {
    for (const id of await store.duePolls(now)) {
      const announcement = await store.byId(id)
      if (announcement?.poll && (await store.closePoll(id, announcement.poll.choices.length)))
        if (announcement.stage === 'sent') await sending.rewrite(announcement)
    }
  }

  return {
    /** Everything whose time has come. */
    due: async (): Promise<void> => {
      for (const id of await store.strays()) {
        const announcement = await store.byId(id)
        if (announcement) await astray(announcement)
      }
      await dueNow()
      await duePolls()
    },
  }
}

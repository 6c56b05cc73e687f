import { hour, later, type Instant } from '../../base/clock.ts'
import type { AnnouncementId, GroupId, LinkId } from '../../base/ids.ts'
import { storable } from '../../base/text.ts'
import { paris, type Zone } from '../../base/zones.ts'
import type { Manner } from '../links/model.ts'
import type { People } from '../people/service.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import type { Announcement, Say } from './model.ts'
import { createNotes } from './notes.ts'
import { opening } from './plan.ts'
import type { AnnouncementStore } from './ports.ts'
import type { Sending } from './sending.ts'
import { lasts } from './truces.ts'

/** A group's say over what others announce. Each refuses whoever has none there. */
export interface Saying {
  /** `truce`: it arrives when the electoral silence is over. */
  decide(
    id: AnnouncementId,
    group: GroupId,
    does: 'relay' | 'decline' | 'delay',
    line?: string,
  ): Promise<'done' | 'truce' | 'late'>
  receive(id: AnnouncementId, group: GroupId): Promise<void>
  say(group: GroupId): Promise<Say>
  setSay(group: GroupId, say: Say): Promise<void>
}

interface Needs {
  readonly store: AnnouncementStore
  readonly sending: Sending
  readonly rights: Rights
  readonly journal: Journal
  readonly people: People
  readonly found: (id: AnnouncementId) => Promise<Announcement>
  readonly zoneOf: (department: string) => Zone | undefined
  readonly now: Instant
}

const delayed = 3 * hour

export const createSaying = (needs: Needs): Saying => {
  const { store, sending, rights, journal, people, found, zoneOf, now } = needs
  const noted = createNotes(journal)

  const isAsked = async (id: AnnouncementId, group: GroupId): Promise<boolean> =>
    (await store.relays(id)).some((relay) => relay.group === group && relay.state === 'waiting')

  return {
    decide: async (id, group, does, line) => {
      await rights.require('have-say', group)
      const announcement = await found(id)
      if (announcement.stage !== 'sent') return 'late'
      if (does === 'delay') {
        if (!(await isAsked(id, group))) return 'late'
        const until = later(now, delayed)
        await store.delay(id, { group }, until)
        await noted(announcement, 'delay-relay', group)
        return lasts(await store.truce(until), until) ? 'truce' : 'done'
      }
      if (does === 'decline') {
        const turned = await store.turn(id, 'waiting', { state: 'declined' }, { group })
        if (turned.length === 0) return 'late'
        await noted(announcement, 'decline-relay', group)
        return 'done'
      }
      if (!(await isAsked(id, group))) return 'late'
      const added = line && storable(line)
      const silent = lasts(await store.truce(now), now)
      const open: { readonly link: LinkId; readonly manner: Manner }[] = []
      for (const { link, department } of await store.audience(group)) {
        const zone = (department && zoneOf(department)) || paris
        const from = silent ? now : opening(link.settings, zone, now)
        if (from === undefined) open.push({ link: link.id, manner: link.settings })
        else await store.delay(id, { group, links: [link.id] }, from, added)
      }
      await sending.more(announcement, open, 'waiting', added)
      await noted(announcement, 'relay', group)
      return silent ? 'truce' : 'done'
    },
    receive: async (id, group) => {
      await rights.require('have-say', group)
      await found(id)
      const person = people.known()
      if (person) await store.receive(id, person, now)
    },
    say: async (group) => {
      await rights.require('see-team', group)
      return store.say(group)
    },
    setSay: async (group, say) => {
      await rights.require('have-say', group)
      await store.setSay(group, say)
      await journal.note(group, { is: 'did', deed: 'change-say' })
    },
  }
}

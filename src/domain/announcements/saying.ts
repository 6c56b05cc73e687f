import { hour, later, type Instant } from '../../base/clock.ts'
import type { AnnouncementId, GroupId } from '../../base/ids.ts'
import { storable } from '../../base/text.ts'
import type { People } from '../people/service.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import type { Announcement, Say } from './model.ts'
import { createNotes } from './notes.ts'
import type { AnnouncementStore } from './ports.ts'
import type { Sending } from './sending.ts'

/** A group's say over what others announce. Each refuses whoever has none there. */
export interface Saying {
  decide(
    id: AnnouncementId,
    group: GroupId,
    does: 'relay' | 'decline' | 'delay',
    line?: string,
  ): Promise<'done' | 'late'>
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
  readonly now: Instant
}

const delayed = 3 * hour

export const createSaying = (needs: Needs): Saying => {
  const { store, sending, rights, journal, people, found, now } = needs
  const noted = createNotes(journal)
  return {
    decide: async (id, group, does, line) => {
      await rights.require('have-say', group)
      const announcement = await found(id)
      if (announcement.stage !== 'sent') return 'late'
      if (does === 'delay') {
        if (!(await store.delay(id, group, later(now, delayed)))) return 'late'
        await noted(announcement, 'delay-relay', group)
        return 'done'
      }
      if (does === 'decline') {
        const turned = await store.turn(id, 'waiting', { state: 'declined' }, { group })
        if (turned.length === 0) return 'late'
        await noted(announcement, 'decline-relay', group)
        return 'done'
      }
      const links = (await store.audience(group)).map(({ link }) => ({
        link: link.id,
        manner: link.settings,
      }))
      const waits = (await store.relays(id)).some(
        (relay) => relay.group === group && relay.state === 'waiting',
      )
      if (!waits) return 'late'
      await sending.more(announcement, links, 'waiting', line && storable(line))
      await noted(announcement, 'relay', group)
      return 'done'
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

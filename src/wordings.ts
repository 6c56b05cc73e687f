import type { Clock } from './base/clock.ts'
import type { PersonId } from './base/ids.ts'
import { paris } from './base/zones.ts'
import type { Action } from './domain/actions/model.ts'
import { accountOf } from './domain/announcements/account.ts'
import { openToken } from './domain/calendars/model.ts'
import { addressOf } from './domain/calendars/service.ts'
import { createRights } from './domain/rights/service.ts'
import { animating } from './domain/rights/unattended.ts'
import type { Gazetteer } from './domain/territory/ports.ts'
import { ownWeekOf, weekOf } from './domain/weeks/service.ts'
import type { Wording } from './engine/errand.ts'
import type { Store } from './engine/ports.ts'
import { fr } from './phrases/fr.ts'
import { accountPage } from './views/announcement-account.ts'
import { progressPage } from './views/broadcasts.ts'
import { actionCard } from './views/card.ts'
import { ownCopyFoot } from './views/news.ts'
import { noticeMessage } from './views/notices.ts'
import { pollPart } from './views/poll.ts'
import { proposalCard } from './views/proposals.ts'

interface Needs {
  readonly store: Store
  readonly territory: () => Gazetteer
  /** Where the web part is reached from outside; absent: it is not. */
  readonly publicUrl?: string
  readonly clock: Clock
}

/** What is kept as a fact until it leaves, in words. */
export const createWordings = ({ store, territory, publicUrl, clock }: Needs): Wording => {
  /** May that reader know who comes? */
  const mayKnow = async (reader: PersonId, { organisers }: Action): Promise<boolean> => {
    const people = { known: () => reader }
    const rights = createRights({ store: store.roles, groups: store.groups, people, operator: false })
    for (const { id } of organisers) if (id && (await rights.may('see-names', id))) return true
    return false
  }

  return async (body, reader) => {
    switch (body.is) {
      case 'message':
        return body.message
      case 'card': {
        const found = await store.actions.found(body.action, reader)
        const alone = reader !== undefined
        const entitled = found !== undefined && alone && (await mayKnow(reader, found.action))
        const card =
          found &&
          actionCard(fr, found, {
            now: clock.now(),
            alone,
            inChat: false,
            entitled,
            ...(publicUrl !== undefined && {
              calendar: addressOf(publicUrl, openToken({ is: 'action', action: body.action })),
            }),
          })
        return card && { ...card, ...(body.instead && { instead: true }) }
      }
      case 'poll': {
        const asked = await store.announcements.byId(body.announcement)
        return asked && pollPart(fr, asked)
      }
      case 'dates': {
        const found = await store.proposals.found(body.proposal)
        const card = found && proposalCard(fr, found, clock.now())
        return card && { ...card, ...(body.instead && { instead: true }) }
      }
      case 'own-copy':
        return ownCopyFoot(fr)
      case 'notice':
        return noticeMessage(body.notice, {
          t: fr,
          now: clock.now(),
          action: (id) => store.actions.found(id, reader),
          proposal: (id) => store.proposals.found(id),
          group: (id) => store.groups.byId(id),
          link: (id) => store.links.byId(id),
          week: (group) => weekOf({ ...store, territory: territory() }, group, clock.now()),
          ownWeek: async () =>
            reader &&
            ownWeekOf(store, reader, (await store.reminders.wishes(reader))?.zone ?? paris, clock.now()),
          account: (id) => accountOf(store.announcements, id),
          zoneOf: (department) => territory().zoneOf(department),
          moved: async ({ action }, since) =>
            reader && (await mayKnow(reader, action)) ? store.answers.moved(action.id, since) : undefined,
          riding: async (action) => reader && store.rides.riding(action, reader),
          animated: async (group) => (await store.roles.at(group)).some(({ role }) => animating.has(role)),
          called: async (person) => (await store.people.kept(person))?.name,
          ...(reader && { reader }),
        })
      case 'progress': {
        const announcement = await store.announcements.ofBroadcast(body.broadcast)
        const account = announcement && (await accountOf(store.announcements, announcement))
        if (account) return accountPage(fr, account)
        const progress = await store.broadcasts.progress(body.broadcast, clock.now())
        return progress && progressPage(fr, progress)
      }
      case 'withdrawn':
        return { text: fr.broadcasts.withdrawn }
      case 'broadcast':
        throw new TypeError('a broadcast says what it says when its letter leaves')
    }
  }
}

import { later, minute, type Instant } from '../base/clock.ts'
import { lines, paragraphs, plain, type Rich } from '../base/rich.ts'
import { paris } from '../base/zones.ts'
import { clip } from '../base/text.ts'
import type { AnnouncementId } from '../base/ids.ts'
import type { Announcement } from '../domain/announcements/model.ts'
import { isDescribed } from '../domain/announcements/parts.ts'
import { lasts } from '../domain/announcements/truces.ts'
import type { Message } from '../chat/index.ts'
import {
  announceAt,
  resumeDraft,
  whenForm,
  announceDo,
  announceForm,
  pickAction,
  redraftForm,
} from './announcement-presses.ts'
import { accountPage } from './announcement-account.ts'
import { partsButtons, partsSaid } from './composing.ts'
import { compose, previewThere, showList } from './composing-presses.ts'
import { previewMessage } from './preview.ts'
import { otherPlatforms } from './preview-there.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'

const startOf = (text: Rich): string => clip(plain(text).replaceAll(/\s+/g, ' ').trim(), 90)

/** More would hide what is new. */
const mostBegun = 2

/** What they began and did not send: its first words are enough to know it. */
const begun = async ({ t, services }: Here) =>
  (await services.announcements.begun(mostBegun)).map(({ id, text }) => [
    resumeDraft.button(t.announcements.pickUp(startOf(text)), { announcement: id }),
  ])

/** In whose name? */
export const announceHome = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const groups = await services.rights.groupsFor('announce')
  const wide = await services.rights.may('announce', 'everywhere')
  const [only] = groups
  if (groups.length === 0 && !wide) return forThemAlone(here, { text: t.announcements.nothing })
  if (groups.length === 1 && only && !wide) return writePage(here, only)
  return forThemAlone(here, {
    text: t.announcements.where,
    ...rows(
      ...inRows(
        [
          ...(wide ? [announceAt.button(t.announcements.everywhere, {})] : []),
          ...groups.map(({ id, name }) => announceAt.button(t.groups.short(name, 40), { group: id })),
        ].slice(0, 10),
        2,
      ),
      ...(await begun(here)),
    ),
  })
}

export const writePage = async (
  here: Here,
  place: { readonly id: Announcement['group']; readonly name: string },
): Promise<Message> => {
  const { t } = here
  return forThemAlone(here, {
    text: t.announcements.writeFor(place.name),
    ...rows(
      [announceForm.button(t.announcements.write, place.id ? { group: place.id } : {}, 'primary')],
      ...(await begun(here)),
    ),
  })
}

/** What is meant to leave during an electoral silence leaves at its end. */
export const leavesAt = async ({ services }: Here, due: Instant): Promise<Instant> => {
  const truce = await services.announcements.truce()
  return lasts(truce, due) ? truce.to : due
}

/** When it leaves, where that is not at once. */
export const leaving = async (
  here: Here,
  { group, due, repeats }: Announcement,
): Promise<Rich | undefined> => {
  if (due === undefined) return undefined
  const { t, now, services } = here
  const department = group && (await services.groups.found(group))?.group.department
  const zone = services.territory.zoneOf(department)
  return t.announcements.leaves(
    t.dates.start(await leavesAt(here, due), zone, now),
    repeats && t.dates.rule(repeats.rule),
  )
}

/** When it leaves, where nobody waits for that now. */
export const planOf = async (here: Here, announcement: Announcement): Promise<Rich | undefined> => {
  const { stage, due } = announcement
  if ((stage !== 'holding' && stage !== 'asking') || due === undefined) return undefined
  return due > later(here.now, minute) ? leaving(here, announcement) : undefined
}

/** Electoral silence, while it lasts. */
const silence = async ({ t, now, services }: Here): Promise<Rich | undefined> => {
  const truce = await services.announcements.truce()
  return lasts(truce, now) ? t.announcements.truce.now(t.dates.start(truce.to, paris, now)) : undefined
}

/** What the chats will read, then what would happen. */
export const previewPages = async (here: Here, announcement: Announcement): Promise<readonly Message[]> => {
  const { t, services } = here
  const { id } = announcement
  const joined = announcement.action && (await services.actions.found(announcement.action))
  const forecast = await services.announcements.forecast(id)
  const reached = forecast.sent + forecast.waiting + forecast.later + forecast.members
  const sends = reached > 0 && isDescribed(announcement)
  return [
    forThemAlone(
      here,
      previewMessage(t, {
        announcement,
        words: await services.announcements.shown(announcement),
        now: here.now,
        ...(joined && { joined }),
      }),
    ),
    forThemAlone(here, {
      text: paragraphs(
        t.announcements.forecast(forecast),
        joined && t.announcements.joined(joined.action.name),
        partsSaid(t, announcement),
        await leaving(here, announcement),
        await silence(here),
      ),
      ...rows(
        sends
          ? [
              announceDo.button(
                announcement.due === undefined ? t.announcements.send : t.announcements.sendLater,
                { announcement: id, does: 'send' },
                'success',
              ),
              ...(announcement.due === undefined
                ? [whenForm.button(t.announcements.schedule, { announcement: id })]
                : [
                    whenForm.button(t.announcements.reschedule, { announcement: id }),
                    compose.button(t.announcements.unschedule, { announcement: id, turn: 'no-date' }),
                  ]),
            ]
          : [],
        [
          redraftForm.button(t.announcements.change, { announcement: id }),
          pickAction.button(t.announcements.joinAction, { announcement: id }),
          announceDo.button(t.announcements.drop, { announcement: id, does: 'drop' }, 'danger'),
        ],
        partsButtons(here, announcement),
        [
          ...(forecast.muted + forecast.troubled + forecast.waiting + forecast.later > 0
            ? [showList.button(t.composing.lists.unreached, { announcement: id, list: 'unreached', skip: 0 })]
            : []),
          ...(forecast.unlinked > 0
            ? [showList.button(t.composing.lists.unlinked, { announcement: id, list: 'unlinked', skip: 0 })]
            : []),
          ...(await otherPlatforms(here, forecast)).map((on) =>
            previewThere.button(t.composing.previewOn(on), { announcement: id, on }),
          ),
        ].slice(0, 3),
      ),
    }),
  ]
}

/** Of one of theirs. */
export const ownAccount = async (here: Here, id: AnnouncementId): Promise<Message> => {
  const account = await here.services.announcements.account(id)
  return forThemAlone(here, accountPage(here.t, account, await planOf(here, account.announcement)))
}

export const holdingPage = (here: Here, id: AnnouncementId, seconds: number): Message => {
  const { t } = here
  return forThemAlone(here, {
    text: t.announcements.holding(seconds),
    rows: [[announceDo.button(t.announcements.stop, { announcement: id, does: 'drop' }, 'danger')]],
    instead: true,
  })
}

export const plannedPage = async (here: Here, announcement: Announcement): Promise<Message> => {
  const { t } = here
  return forThemAlone(here, {
    text: paragraphs(t.announcements.planned, await leaving(here, announcement)),
    rows: [
      [announceDo.button(t.announcements.stop, { announcement: announcement.id, does: 'drop' }, 'danger')],
    ],
    instead: true,
  })
}

/** The last ones of whoever asks. */
export const announcementsPage = (here: Here, mine: readonly Announcement[]): Message => {
  const { t } = here
  return forThemAlone(here, {
    text: paragraphs(
      t.announcements.list,
      lines(
        ...mine.map(({ stage, due, text }, at) => {
          const waits = stage === 'holding' && due !== undefined && due > later(here.now, minute)
          return t.announcements.listLine(at + 1, waits ? 'planned' : stage, startOf(text))
        }),
      ),
    ),
    ...rows(
      ...inRows(
        mine.map(({ id }, at) =>
          announceDo.button(t.announcements.one(at + 1), { announcement: id, does: 'show' }),
        ),
        3,
      ),
    ),
  })
}

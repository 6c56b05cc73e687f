import type { AnnouncementId, PictureId } from '../../base/ids.ts'
import { plain } from '../../base/rich.ts'
import { clip, length, storable } from '../../base/text.ts'
import type { Tell } from '../notices/ports.ts'
import { Refusal } from '../refusal.ts'
import { tidied, type Filter } from './filter.ts'
import {
  longestAlt,
  longestAnnouncement,
  longestBesideBoth,
  longestBesidePicture,
  type Announcement,
} from './model.ts'
import { longestQuestion, type Poll } from './poll.ts'
import type { AnnouncementStore } from './ports.ts'

/** What stands in a draft besides its words, and whom it is for. Each refuses what is not a draft of whoever speaks. */
export interface Parts {
  /** A question under it, instead of an action's card; none without one. */
  pose(id: AnnouncementId, poll: Pick<Poll, 'question' | 'choices'> | undefined): Promise<Announcement>
  /** Refuses words that are too long to stand beside one. */
  illustrate(id: AnnouncementId, picture: PictureId | undefined, alt?: string): Promise<Announcement>
  describe(id: AnnouncementId, alt: string): Promise<Announcement>
  narrow(id: AnnouncementId, filter: Filter): Promise<Announcement>
  /** Its author gets it as that other platform shows it; `nobody`: no private message reaches them there. */
  previewOn(id: AnnouncementId, platform: string): Promise<'told' | 'nobody'>
}

interface Needs {
  readonly store: Pick<AnnouncementStore, 'ask' | 'plan' | 'illustrate' | 'narrow' | 'join'>
  /** Refuses what is not a draft of whoever speaks. */
  readonly draft: (id: AnnouncementId) => Promise<Announcement>
  readonly tell: Tell
}

/** How many characters its words may have, with what stands around them. */
export const roomOf = ({ picture, action }: Pick<Announcement, 'picture' | 'action'>): number =>
  picture ? (action ? longestBesideBoth : longestBesidePicture) : longestAnnouncement

/** Refuses words that platforms would cut. */
export const fitting = (announcement: Announcement): Announcement => {
  const most = roomOf(announcement)
  if (length(plain(announcement.text)) > most)
    throw new Refusal('announcement-too-long', { most, pictured: announcement.picture !== undefined })
  return announcement
}

/** Where the action that it had said when it leaves, nothing says so any more. */
export const unplanned = async (
  store: Pick<AnnouncementStore, 'plan'>,
  announcement: Announcement,
): Promise<Announcement> => {
  const { beside, due: _, ...rest } = announcement
  if (!beside) return announcement
  await store.plan(announcement.id, {})
  return rest
}

/** Who hears it read needs what it shows. */
export const isDescribed = ({ picture }: Announcement): boolean => !picture || picture.alt !== undefined

const altOf = (typed: string | undefined): string | undefined =>
  clip(storable(typed ?? '').trim(), longestAlt) || undefined

export const createParts = ({ store, draft, tell }: Needs): Parts => ({
  pose: async (id, asked) => {
    const { poll: _, ...before } = await draft(id)
    if (!asked) {
      await store.ask(id, undefined)
      return before
    }
    const { action: __, ...announcement } = await unplanned(store, before)
    const poll = {
      question: clip(storable(asked.question), longestQuestion),
      choices: asked.choices.map(storable),
    }
    await store.join(id, undefined)
    await store.ask(id, poll)
    return { ...announcement, poll }
  },
  illustrate: async (id, picture, typed) => {
    const { picture: _, ...announcement } = await draft(id)
    if (picture === undefined) {
      await store.illustrate(id, undefined)
      return announcement
    }
    const alt = altOf(typed)
    const shown = { id: picture, ...(alt !== undefined && { alt }) }
    const illustrated = fitting({ ...announcement, picture: shown })
    await store.illustrate(id, shown)
    return illustrated
  },
  describe: async (id, typed) => {
    const announcement = await draft(id)
    const alt = altOf(typed)
    if (!announcement.picture || alt === undefined) return announcement
    const picture = { ...announcement.picture, alt }
    await store.illustrate(id, picture)
    return { ...announcement, picture }
  },
  narrow: async (id, wanted) => {
    const { filter: _, ...announcement } = await draft(id)
    const filter = tidied(wanted)
    await store.narrow(id, filter)
    return filter ? { ...announcement, filter } : announcement
  },
  previewOn: async (id, platform) => {
    const { author: person } = await draft(id)
    if (!person) return 'nobody'
    const notice = { is: 'preview', announcement: id } as const
    return tell({ to: { person, on: platform }, notice, urgency: 'urgent' })
  },
})

import { paragraphs, type Rich } from '../base/rich.ts'
import type { Instant } from '../base/clock.ts'
import type { Announcement } from '../domain/announcements/model.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { actionCard } from './card.ts'
import { pollPart } from './poll.ts'

export interface Shown {
  readonly announcement: Announcement
  /** With the name of the place above them. */
  readonly words: Rich
  readonly joined?: ActionFound
  readonly now: Instant
}

/** The buttons under it, which a preview does not have. */
export const previewButtons = (t: Book, { announcement, joined, now }: Shown): readonly string[] =>
  [
    ...((joined && actionCard(t, joined, { now, alone: false, inChat: false }).rows) ?? []),
    ...(pollPart(t, announcement)?.rows ?? []),
  ]
    .flat()
    .map(({ label }) => label)

/** What the chats will read; what is pressed there is not pressed in a preview. */
export const previewMessage = (t: Book, { announcement, words, joined, now }: Shown): Message => {
  const { picture } = announcement
  return {
    text: paragraphs(
      words,
      joined && actionCard(t, joined, { now, alone: false, inChat: true }).text,
      pollPart(t, announcement)?.text,
    ),
    ...(picture && { keeps: { picture: picture.id, alt: picture.alt ?? '' } }),
  }
}

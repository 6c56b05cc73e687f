import { paragraphs } from '../base/rich.ts'
import type { Message, Platform, Update } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import type { Outgoing } from './outgoing.ts'

/** The first time that something is stored, the person hears what and why. */
export const withNotice = (
  t: Book,
  platform: Platform,
  { place }: Update,
  spoken: readonly Outgoing[],
): readonly Outgoing[] => {
  const notice: Message = { text: t.privacy.notice, aside: true }
  if (platform.can.asides || place.kind === 'private') return [...spoken, { message: notice }]
  // One tap has one quiet answer there: both go into it.
  const aside = spoken.findLastIndex(({ message }) => message.aside)
  return aside < 0
    ? [...spoken, { message: notice }]
    : spoken.map((each, at) =>
        at === aside
          ? { ...each, message: { ...each.message, text: paragraphs(each.message.text, t.privacy.brief) } }
          : each,
      )
}

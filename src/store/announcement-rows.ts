import type { Rich } from '../base/rich.ts'
import type { Announcement } from '../domain/announcements/model.ts'
import type { Filter } from '../domain/announcements/filter.ts'
import type { Poll } from '../domain/announcements/poll.ts'
import type { Repeats } from '../domain/announcements/repeats.ts'
import type { Cipher } from './cipher.ts'
import { filled } from './rows.ts'
import type { announcements } from './tables/announcements.ts'

export const spot = (row: string, column: 'text' | 'poll' | 'alt' = 'text') => ({
  table: 'announcements',
  row,
  column,
})

type Row = typeof announcements.$inferSelect
type Asked = Pick<Poll, 'question' | 'choices'>

/** The columns of what was decided about it, as they are kept. */
export const sealPoll = (cipher: Cipher, id: string, poll: Poll | undefined): string | null =>
  poll
    ? cipher.seal(JSON.stringify({ question: poll.question, choices: poll.choices }), spot(id, 'poll'))
    : null

export const sealAlt = (cipher: Cipher, id: string, alt: string | undefined): string | null =>
  alt === undefined ? null : cipher.seal(alt, spot(id, 'alt'))

const pollOf = (cipher: Cipher, { id, sealedPoll, pollEnds, pollTotals }: Row): Poll | undefined =>
  sealedPoll === null
    ? undefined
    : {
        ...(JSON.parse(cipher.open(sealedPoll, spot(id, 'poll'))) as Asked),
        ...(pollEnds !== null && { ends: pollEnds }),
        ...(pollTotals !== null && { totals: JSON.parse(pollTotals) as number[] }),
      }

export const openedBy =
  (cipher: Cipher) =>
  (row: Row): Announcement => {
    const { id, author, group, action, stage, made, due, privately } = row
    const { repeats, filter, beside, besideStart, besideEnd, picture, sealedAlt } = row
    const poll = pollOf(cipher, row)
    return {
      ...filled({ id, author, group, action, stage, made, due, privately }),
      text: JSON.parse(cipher.open(row.sealedText, spot(id))) as Rich,
      ...(repeats !== null && { repeats: JSON.parse(repeats) as Repeats }),
      ...(filter !== null && { filter: JSON.parse(filter) as Filter }),
      ...(beside !== null &&
        besideStart !== null &&
        besideEnd !== null && { beside: { words: beside, start: besideStart, end: besideEnd } }),
      ...(poll && { poll }),
      ...(picture !== null && {
        picture: {
          id: picture,
          ...(sealedAlt !== null && { alt: cipher.open(sealedAlt, spot(id, 'alt')) }),
        },
      }),
    }
  }

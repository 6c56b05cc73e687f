import type { Rich } from '../base/rich.ts'
import { paris } from '../base/zones.ts'
import type { Posted } from '../domain/planning/publishing.ts'
import type { Here } from './here.ts'

const endOf = ({ t, now }: Here, { truce }: Posted): string | undefined =>
  truce === undefined ? undefined : t.dates.start(truce, paris, now)

/** Where a card goes, and when. */
export const postedWords = (here: Here, posted: Posted): Rich => {
  const { chats, waiting } = posted
  const { t } = here
  const ends = endOf(here, posted)
  if (posted.few) return t.planning.forFew
  if (chats === 0) return t.planning.notPosted
  return ends === undefined ? t.planning.posted(chats, waiting) : t.planning.postedAfterTruce(chats, ends)
}

/** The same, of dates that are proposed. */
export const askedWords = (here: Here, posted: Posted): Rich => {
  const ends = endOf(here, posted)
  const { asked, askedAfterTruce } = here.t.proposals
  return ends === undefined || posted.chats === 0 ? asked(posted.chats) : askedAfterTruce(posted.chats, ends)
}

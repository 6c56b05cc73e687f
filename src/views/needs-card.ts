import { lines, type Rich } from '../base/rich.ts'
import type { Button } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { NeedFound } from '../domain/needs/model.ts'
import type { Book } from '../phrases/book.ts'
import { giveNeedBack, takeNeed } from './needs-presses.ts'

/** One more finds its place beside them: what has none comes when one of these is taken. */
const mostButtons = 4

const hoursOf = ({ start, end }: NeedFound, { action }: ActionFound, t: Book): string | undefined =>
  start === undefined || end === undefined ? undefined : t.dates.hours(start, end, action.zone)

export const needWords = (need: NeedFound, found: ActionFound, t: Book, missing = need.wanted): string =>
  t.needs.item(need.words, missing, hoursOf(need, found, t))

const open = (needs: readonly NeedFound[]): readonly NeedFound[] =>
  needs.filter(({ taken, wanted }) => taken < wanted)

/** What is still missing, and what the reader brings. */
export const needsLines = (found: ActionFound, t: Book, alone: boolean): Rich | undefined => {
  const { needs = [] } = found
  if (needs.length === 0) return undefined
  const missing = open(needs).map((need) => needWords(need, found, t, need.wanted - need.taken))
  const mine = alone ? needs.filter((need) => need.mine).map((need) => needWords(need, found, t, 1)) : []
  return lines(
    missing.length > 0 ? t.needs.missing(missing) : t.needs.nothingMissing,
    mine.length > 0 ? t.needs.yours(mine) : undefined,
  )
}

/** One tap takes one, or gives it back. */
export const needsButtons = (
  { needs = [] }: ActionFound,
  t: Book,
  alone: boolean,
  own: { readonly own?: true },
): readonly Button[] => {
  const mine = alone ? needs.filter((need) => need.mine) : []
  return [
    ...mine.map(({ id, words }) => giveNeedBack.button(t.needs.giveBack(words), { need: id, ...own })),
    ...open(needs)
      .filter((need) => !mine.includes(need))
      .map(({ id, words }) => takeNeed.button(t.needs.take(words), { need: id, ...own })),
  ].slice(0, mostButtons)
}

import { dayOf, paris } from '../base/zones.ts'
import type { Instant } from '../base/clock.ts'
import { clip, folded } from '../base/text.ts'
import { daysOf, readWhen } from '../domain/actions/when.ts'
import type { Gazetteer } from '../domain/territory/ports.ts'
import type { Choice, Field } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { longestPlace } from './fields.ts'
import { chosen } from './here.ts'

/** A platform shows at most 25 proposals, of 100 characters each. */
const most = 25
const longest = 100

interface Needs {
  readonly territory: Pick<Gazetteer, 'suggest'>
  readonly t: Book
  readonly now: Instant
}

const areas = ({ territory, t }: Needs, typed: string): readonly Choice[] =>
  territory
    .suggest(clip(typed, longestPlace), most)
    .map((area) => ({ value: chosen(area), label: t.places.areaName(area) }))

/** What was typed with the days that it means, then the usual ones. */
const days = ({ t, now }: Needs, typed: string): readonly Choice[] => {
  const said = (value: string): readonly Choice[] => {
    const when = readWhen(value)
    const today = dayOf(now, paris)
    return when
      ? [{ value, label: t.actions.daysMeant(value, t.dates.days(daysOf(when, today), today)) }]
      : []
  }
  const begun = folded(typed)
  const usual = t.whenSuggestions.filter((each) => folded(each).includes(begun) && folded(each) !== begun)
  return [typed.trim(), ...usual].flatMap(said)
}

/** Proposals for what somebody is typing into a field; typed text is never trusted, only looked up. */
export const suggestions = (
  completes: Field<unknown>['completes'],
  typed: string,
  needs: Needs,
): readonly Choice[] => {
  switch (completes) {
    case 'area':
      return clipped(areas(needs, typed))
    case 'when':
      return clipped(days(needs, clip(typed, 40)))
    case undefined:
      return []
  }
}

const clipped = (choices: readonly Choice[]): readonly Choice[] =>
  choices
    .slice(0, most)
    .map(({ value, label }) => ({ value: clip(value, longest), label: clip(label, longest) }))

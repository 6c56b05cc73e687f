import { lines, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import { dayOf, type Day } from '../base/zones.ts'
import type { Button } from '../chat/index.ts'
import { fewestDates, isJoined, mostDates, proposedOf } from '../domain/planning/dates.ts'
import type { DateRead, Outlook } from '../domain/planning/model.ts'
import { inRows, type Here } from './here.ts'
import { pickDate } from './proposal-presses.ts'

const dateLine = ({ t, now }: Here, { placed }: Outlook, date: DateRead, at: number): Rich => {
  const { typed, span, read, readings } = date
  const { zone } = placed
  if (span) return t.proposals.typed(at + 1, t.dates.full({ ...span, zone }))
  if (isJoined(date)) return t.proposals.together(typed)
  if (read.is === 'unclear') {
    const today = dayOf(now, zone)
    const day = (of: string): string => t.dates.days({ from: of as Day, to: of as Day }, today)
    return t.proposals.unclear(typed, t.planning.unclear(read, day))
  }
  return readings.length > 1 ? t.proposals.which(typed) : t.proposals.noSeries(typed)
}

/** More would be no choice any more. */
const mostShown = mostDates + 2

/** Every date in full, or what is not clear about it; and until when the group answers. */
export const proposedLines = (here: Here, outlook: Outlook): Rich => {
  const { t, now } = here
  const { dates = [], until, placed } = outlook
  const proposed = proposedOf(dates)
  const allClear = dates.every(({ span }) => span)
  return lines(
    ...dates.slice(0, mostShown).map((date, at) => dateLine(here, outlook, date, at)),
    allClear && !proposed ? t.proposals.number(fewestDates, mostDates) : undefined,
    proposed &&
      (until === undefined ? t.proposals.noUntil : t.proposals.until(t.dates.at(until, placed.zone, now))),
  )
}

/** Which reading of the first date that has several. */
export const dateReadings = (
  { t }: Here,
  { dates = [], draft, placed }: Outlook,
): readonly (readonly Button[])[] => {
  const line = dates.findIndex(({ span, readings }) => !span && readings.length > 1)
  const open = dates[line]
  if (!open) return []
  const choices = open.readings
    .slice(0, 4)
    .map((start, choice) =>
      pickDate.button(clip(t.dates.short(start, placed.zone), 60), { draft: draft.id, line, choice }),
    )
  return inRows(choices, choices.length > 2 ? 2 : 1)
}

/** All is clear. */
export const canAsk = ({ dates, until }: Outlook): boolean =>
  dates !== undefined && proposedOf(dates) !== undefined && until !== undefined

import { lines, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import { dayOf, wall, type Day } from '../base/zones.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Week } from '../domain/weeks/model.ts'
import type { Book } from '../phrases/book.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'
import { pickOwnWeek, showOwnWeek } from './composing-presses.ts'
import { showAction } from './presses.ts'

const labelRoom = 32

const clockAt = (at: ActionFound['action']['start'], zone: ActionFound['action']['zone']): string =>
  wall(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })

const place = ({ name, city, postalCode, online }: ActionFound['action']['venue'], t: Book): string =>
  [name ?? (online === undefined ? undefined : t.actions.online), postalCode ?? city]
    .filter((part) => part !== undefined && part !== '')
    .join(' • ')

const one = ({ action, counts }: ActionFound, number: number, t: Book): Rich => {
  const { start, end, zone } = action
  const where = place(action.venue, t)
  const comers = t.actions.comers(counts)
  return lines(
    t.weeks.action(number, action.name),
    t.weeks.hours(clockAt(start, zone), end > start ? clockAt(end, zone) : undefined),
    where === '' ? undefined : t.weeks.where(where),
    comers === '' ? undefined : t.weeks.whoComes(comers),
  )
}

/** For a chat of many; `undefined` when nothing goes on: nobody is told that. */
export const weekMessage = (week: Week, t: Book): Message | undefined => {
  if (week.actions.length === 0) return undefined
  const parts: Rich[] = []
  let last: Day | undefined
  for (const [at, found] of week.actions.entries()) {
    const { start, zone } = found.action
    // What began before is still going on: it stands under the first day.
    const began = dayOf(start, zone)
    const day = began < week.from ? week.from : began
    const head = day === last ? undefined : t.weeks.day(t.dates.fullDay(day, week.from))
    last = day
    parts.push(lines(head, one(found, at + 1, t)))
  }
  const buttons = week.actions.map(({ action }, at) =>
    showAction.button(clip(t.weeks.button(at + 1, action.name), labelRoom), { action: action.id, own: true }),
  )
  const days = t.dates.days({ from: week.from, to: week.to }, week.from)
  return {
    text: paragraphs(
      lines(t.weeks.heading, week.own ? t.weeks.own(days) : t.weeks.whose(week.group?.name, days)),
      ...parts,
      week.more ? t.weeks.more : undefined,
      week.own ? t.weeks.whyOwn : t.weeks.why,
    ),
    ...rows(
      ...inRows(week.own ? buttons.slice(0, 8) : buttons, 2),
      week.own ? [showOwnWeek.button(t.weeks.change, {})] : [],
    ),
  }
}

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const

/** On which day would they like it? */
export const ownWeekPage = async (here: Here, said?: Rich): Promise<Message> => {
  const { t, services } = here
  const { weekDay } = (await services.people.kept()) ?? {}
  return forThemAlone(here, {
    text: paragraphs(said, t.weeks.ask(weekDay)),
    ...rows(
      ...inRows(
        everyDay.map((day) => pickOwnWeek.button(t.weeks.pick(day, day === weekDay), { day })),
        3,
      ),
      weekDay === undefined ? [] : [pickOwnWeek.button(t.weeks.never, { day: 0 })],
    ),
  })
}

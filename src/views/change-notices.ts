import { lines, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import { isOver } from '../domain/actions/service.ts'
import { differences, type Known } from '../domain/changes/model.ts'
import { venueWords, where } from './card.ts'
import { rows } from './here.ts'
import { because, cannot, ways, whenOf } from './notice-parts.ts'
import type { Telling } from './notices.ts'
import { attend, showAgenda, showReminders } from './presses.ts'

export const calledOff = (telling: Telling, { action }: ActionFound): Message | undefined => {
  const { t } = telling
  if (action.state === 'planned') return undefined
  const said = action.state === 'cancelled' ? t.notices.calledOff : t.notices.hidden
  return {
    text: paragraphs(
      said(action.name, whenOf(telling, action)),
      action.reason === undefined ? undefined : t.actions.reason(clip(action.reason, 300)),
      t.notices.becauseAnswered,
    ),
    ...rows([
      showAgenda.button(t.agenda.mine, {}),
      showReminders.button(t.notices.buttons.settings, { action: action.id }),
    ]),
  }
}

const placeBefore = ({ venue }: Known, { t }: Telling): string =>
  venueWords(venue) || (venue.online === undefined ? '' : t.actions.online)

export const changed = (telling: Telling, found: ActionFound, was: Known): Message | undefined => {
  const { t, now } = telling
  const { action } = found
  if (action.state !== 'planned') return was.state === 'planned' ? calledOff(telling, found) : undefined
  const of = differences(was, action)
  if (of.length === 0 || isOver(action, now)) return undefined
  const back = of.includes('state')
  const place = where(action.venue, t)
  const maybe = found.answer === 'maybe'
  return {
    text: paragraphs(
      back ? t.notices.backOn(action.name, whenOf(telling, action)) : t.notices.changed(action.name),
      lines(
        of.includes('time') && !back
          ? t.notices.time(t.dates.was({ ...was, now }), whenOf(telling, action))
          : back
            ? undefined
            : t.actions.at(whenOf(telling, action)),
        of.includes('place') ? t.notices.place(placeBefore(was, telling), place ?? []) : undefined,
      ),
      maybe ? t.notices.nowComing : t.notices.stillComing,
      because(telling, found),
    ),
    ...ways(
      telling,
      action,
      ...(maybe ? [attend.button(t.actions.answers.yes, { action: action.id, answer: 'yes' })] : []),
      cannot(telling, action),
    ),
  }
}

const mostDates = 8

/** The other dates of its series that changed with it, as they are now. */
const dates = ({ t, now }: Telling, others: readonly ActionFound[]): readonly Rich[] => [
  ...others
    .slice(0, mostDates)
    .map(({ action: { start, zone } }) => t.notices.date(t.dates.start(start, zone, now))),
  ...(others.length > mostDates ? [t.notices.moreDates(others.length - mostDates)] : []),
]

/** Several dates of a series at once: the first one tells what changed, the others say when they are. */
export const changedMany = (
  telling: Telling,
  found: ActionFound,
  was: Known,
  others: readonly ActionFound[],
): Message | undefined => {
  const { t, now } = telling
  const { action } = found
  const off = action.state !== 'planned'
  const alike = others.filter(({ action: { state } }) => (state === 'planned') !== off)
  if (alike.length === 0) return changed(telling, found, was)
  const of = differences(was, action)
  return {
    text: paragraphs(
      off
        ? t.notices.calledOffMany(action.name, alike.length + 1)
        : t.notices.changedMany(action.name, alike.length + 1),
      off
        ? lines(...dates(telling, [found, ...alike]))
        : lines(
            of.includes('time')
              ? t.notices.time(t.dates.was({ ...was, now }), whenOf(telling, action))
              : t.actions.at(whenOf(telling, action)),
            of.includes('place')
              ? t.notices.place(placeBefore(was, telling), where(action.venue, t) ?? [])
              : undefined,
          ),
      off ? undefined : lines(t.notices.otherDates, ...dates(telling, alike)),
      off && action.reason !== undefined ? t.actions.reason(clip(action.reason, 300)) : undefined,
      off ? t.notices.becauseAnswered : because(telling, found),
    ),
    ...rows([
      showAgenda.button(t.agenda.mine, {}),
      showReminders.button(t.notices.buttons.settings, { action: action.id }),
    ]),
  }
}

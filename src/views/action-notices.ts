import { lines, paragraphs, plain, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { Button, Message } from '../chat/index.ts'
import type { Action, ActionFound } from '../domain/actions/model.ts'
import { isOver } from '../domain/actions/service.ts'
import { differences, type Known } from '../domain/changes/model.ts'
import type { ActionNotice } from '../domain/notices/actions.ts'
import { description, where } from './card.ts'
import { rows } from './here.ts'
import { needsLines } from './needs-card.ts'
import type { Telling } from './notices.ts'
import { seatsGiven } from './seat-notices.ts'
import { attend, fillOutcome, sayCame, showAction, showAgenda, showReminders } from './presses.ts'

type Answer = Promise<Message | undefined>
type Of<K extends ActionNotice['is']> = ActionNotice & { readonly is: K }

const whenOf = ({ t, now }: Telling, { start, end, zone }: Known): Rich =>
  t.dates.when({ start, end, zone, now })

/** Two taps at most from any of them to what can be changed about them. */
const ways = ({ t }: Telling, { id: action }: Pick<Action, 'id'>, ...more: readonly Button[]) =>
  rows(more, [
    showAction.button(t.notices.buttons.card, { action }),
    showReminders.button(t.notices.buttons.settings, { action }),
  ])

const cannot = ({ t }: Telling, { id: action }: Action): Button =>
  attend.button(t.notices.buttons.cannot, { action, answer: 'no' })

const because = ({ t }: Telling, { answer }: ActionFound): Rich =>
  answer === undefined ? t.notices.becauseAnswered : t.notices.because(answer)

/** What, when, where, whom to look for, what to bring. */
const facts = (telling: Telling, found: ActionFound): Rich => {
  const { t } = telling
  const { action } = found
  const names = action.organisers.slice(0, 2).map(({ name }) => clip(name, 60))
  return lines(
    t.actions.at(whenOf(telling, action)),
    where(action.venue, t),
    names.length > 0 ? t.notices.findThem(names) : undefined,
    needsLines(found, t, true),
  )
}

const calledOff = (telling: Telling, { action }: ActionFound): Message | undefined => {
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

const venueWords = (venue: Known['venue'], { t }: Telling): string => plain(where(venue, t) ?? [])

const changed = (telling: Telling, found: ActionFound, was: Known): Message | undefined => {
  const { t, now } = telling
  const { action } = found
  if (action.state !== 'planned') return was.state === 'planned' ? calledOff(telling, found) : undefined
  const of = differences(was, action)
  if (of.length === 0 || isOver(action, now)) return undefined
  const back = of.includes('state')
  const place = where(action.venue, t)
  return {
    text: paragraphs(
      back ? t.notices.backOn(action.name, whenOf(telling, action)) : t.notices.changed(action.name),
      lines(
        of.includes('time') && !back
          ? t.notices.time(whenOf(telling, was), whenOf(telling, action))
          : undefined,
        of.includes('place') ? t.notices.place(venueWords(was.venue, telling), place ?? []) : undefined,
      ),
      t.notices.stillComing,
      because(telling, found),
    ),
    ...ways(telling, action, cannot(telling, action)),
  }
}

const reminder = (telling: Telling, found: ActionFound, late?: true): Message | undefined => {
  const { t, now } = telling
  const { action, answer, standing } = found
  // It may have waited, and what was true then may not be so any more.
  if (action.state !== 'planned' || action.start <= now || answer === undefined || answer === 'no')
    return undefined
  if (standing?.is === 'waiting') return undefined
  const maybe =
    answer === 'maybe' ? [attend.button(t.actions.answers.yes, { action: action.id, answer: 'yes' })] : []
  return {
    text: paragraphs(
      late ? t.notices.late(action.name) : t.notices.reminder(action.name),
      facts(telling, found),
      description(action.description),
      because(telling, found),
    ),
    ...ways(telling, action, ...maybe, cannot(telling, action)),
  }
}

/** On most days nobody has more; the rest is in the agenda. */
const mostInDigest = 8

const digest = async (telling: Telling, { actions }: Of<'digest'>): Answer => {
  const { t, now, action: look } = telling
  const found: ActionFound[] = []
  for (const id of actions) {
    const each = await look(id)
    if (each && reminder(telling, each)) found.push(each)
  }
  const [first] = found
  if (!first) return undefined
  if (found.length === 1) return reminder(telling, first)
  return {
    text: paragraphs(
      t.notices.digest(found.length),
      ...found
        .slice(0, mostInDigest)
        .map(({ action }) =>
          lines(
            t.agenda.line(action.name, undefined),
            t.dates.start(action.start, action.zone, now),
            where(action.venue, t),
          ),
        ),
      because(telling, first),
    ),
    ...rows([
      showAgenda.button(t.agenda.mine, {}),
      showReminders.button(t.notices.buttons.settings, { action: first.action.id }),
    ]),
  }
}

const about = (
  telling: Telling,
  found: ActionFound,
  text: readonly Rich[],
  ...more: readonly Button[]
): Message => ({
  text: paragraphs(...text),
  ...ways(telling, found.action, ...more),
})

/** In words, from an action as it stands now. */
const worded = (
  notice: Exclude<ActionNotice, Of<'digest' | 'seats-given'>>,
  telling: Telling,
  found: ActionFound,
): Message | undefined => {
  const { t, now } = telling
  const { action, answer, counts, standing } = found
  const { id, name, zone } = action
  const open = action.state === 'planned' && !isOver(action, now)
  switch (notice.is) {
    case 'called-off':
      return calledOff(telling, found)
    case 'changed':
      return changed(telling, found, notice.was)
    case 'reminder':
      return reminder(telling, found, notice.late)
    case 'seat': {
      if (!open || answer !== 'yes' || standing?.is !== 'seated') return undefined
      const said =
        standing.until === undefined
          ? t.notices.seatYours(name)
          : t.notices.seat(name, t.dates.at(standing.until, zone, now))
      const take =
        standing.until === undefined
          ? []
          : [attend.button(t.answers.buttons.take, { action: id, answer: 'yes' }, 'primary')]
      const text = [said, facts(telling, found), t.notices.becauseWaiting]
      return about(telling, found, text, ...take, cannot(telling, action))
    }
    case 'seat-lost':
      return open && answer === undefined
        ? about(telling, found, [t.notices.seatLost(name), t.notices.becauseWaiting])
        : undefined
    case 'taken-off':
      return open ? about(telling, found, [t.notices.takenOff(name), t.notices.becauseAnswered]) : undefined
    case 'departure': {
      if (!open) return undefined
      const said = t.notices.departure(name, t.dates.start(action.start, zone, now))
      return about(telling, found, [lines(said, t.notices.counts(counts)), t.notices.becauseOrganiser])
    }
    case 'after':
      return {
        text: paragraphs(t.notices.after(name), because(telling, found)),
        ...rows(
          [
            sayCame.button(t.notices.buttons.came, { action: id, came: 1 }),
            sayCame.button(t.notices.buttons.cameNot, { action: id, came: 0 }),
          ],
          [showReminders.button(t.notices.buttons.settings, { action: id })],
        ),
      }
    case 'outcome':
      return about(
        telling,
        found,
        [t.notices.outcome(name), t.notices.becauseOrganiser],
        fillOutcome.button(t.notices.buttons.outcome, { action: id }),
      )
  }
}

/** In words; `undefined` when it is no longer true, or of no use any more. */
export const actionNoticeMessage = async (notice: ActionNotice, telling: Telling): Answer => {
  if (notice.is === 'digest') return digest(telling, notice)
  const found = await telling.action(notice.action)
  if (notice.is === 'seats-given') return found && seatsGiven(notice.since, telling, found)
  return found && worded(notice, telling, found)
}

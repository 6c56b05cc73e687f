import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { Button, Message } from '../chat/index.ts'
import { answers, type ActionFound } from '../domain/actions/model.ts'
import { isOver } from '../domain/actions/service.ts'
import type { ActionNotice } from '../domain/notices/actions.ts'
import { rows } from './here.ts'
import type { Telling } from './notices.ts'
import { calledOff, changed, changedMany } from './change-notices.ts'
import { because, cannot, facts, ways } from './notice-parts.ts'
import { digest, reminder } from './reminder-notices.ts'
import { seatsGiven } from './seat-notices.ts'
import { attend, fillOutcome, sayCame, showReminders, whoComes } from './presses.ts'

type Answer = Promise<Message | undefined>
type Of<K extends ActionNotice['is']> = ActionNotice & { readonly is: K }

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
  notice: Exclude<ActionNotice, Of<'digest' | 'reminder' | 'seats-given'>>,
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
    case 'seat': {
      if (!open || answer !== 'yes' || standing?.is !== 'seated') return undefined
      const said =
        standing.until === undefined
          ? t.notices.seatYours(name)
          : t.notices.seat(name, t.dates.until(standing.until, zone, now))
      const take =
        standing.until === undefined
          ? []
          : [attend.button(t.answers.buttons.take, { action: id, answer: 'yes' }, 'primary')]
      const text = [said, facts(telling, found), t.notices.becauseWaiting]
      return about(telling, found, text, ...take, cannot(telling, action))
    }
    case 'chosen':
      return open && answer === 'yes' && standing?.is === 'seated'
        ? about(
            telling,
            found,
            [t.notices.chosen(name), facts(telling, found), t.notices.becauseSignedUp],
            cannot(telling, action),
          )
        : undefined
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
    case 'come':
      return open && answer === undefined
        ? about(
            telling,
            found,
            [t.notices.come(name), facts(telling, found), t.notices.becauseAsked],
            ...answers.map((each) => attend.button(t.actions.answers[each], { action: id, answer: each })),
          )
        : undefined
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
        whoComes.button(t.notices.buttons.arrived, { action: id }),
      )
  }
}

/** In words; `undefined` when it is no longer true, or of no use any more. */
export const actionNoticeMessage = async (notice: ActionNotice, telling: Telling): Answer => {
  if (notice.is === 'digest') return digest(telling, notice.actions)
  const found = await telling.action(notice.action)
  if (notice.is === 'changed' && notice.also && found) {
    const others = await Promise.all(notice.also.map((id) => telling.action(id)))
    const theirs = others.filter((each) => each?.answer === 'yes' || each?.answer === 'maybe')
    return changedMany(
      telling,
      found,
      notice.was,
      theirs.filter((each) => each !== undefined),
    )
  }
  if (notice.is === 'reminder') return found && reminder(telling, found, notice.late)
  if (notice.is === 'seats-given') return found && seatsGiven(notice.since, telling, found)
  return found && worded(notice, telling, found)
}

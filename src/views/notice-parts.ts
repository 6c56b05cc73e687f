import { lines, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { Button } from '../chat/index.ts'
import type { Action, ActionFound } from '../domain/actions/model.ts'
import type { Known } from '../domain/changes/model.ts'
import { where } from './card.ts'
import { rows } from './here.ts'
import { needsLines } from './needs-card.ts'
import type { Telling } from './notices.ts'
import { attend, showAction, showReminders } from './presses.ts'

export const whenOf = ({ t, now }: Telling, { start, end, zone }: Known): Rich =>
  t.dates.when({ start, end, zone, now })

/** Two taps at most from any of them to what can be changed about them. */
export const ways = ({ t }: Telling, { id: action }: Pick<Action, 'id'>, ...more: readonly Button[]) =>
  rows(more, [
    showAction.button(t.notices.buttons.card, { action }),
    showReminders.button(t.notices.buttons.settings, { action }),
  ])

export const cannot = ({ t }: Telling, { id: action }: Action): Button =>
  attend.button(t.notices.buttons.cannot, { action, answer: 'no' })

export const because = ({ t }: Telling, { answer }: ActionFound): Rich =>
  answer === undefined ? t.notices.becauseAnswered : t.notices.because(answer)

/** What, when, where, whom to look for, what to bring. */
export const facts = (telling: Telling, found: ActionFound): Rich => {
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

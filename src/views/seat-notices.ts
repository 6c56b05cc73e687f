import type { Instant } from '../base/clock.ts'
import { lines, paragraphs } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import { isOver } from '../domain/actions/service.ts'
import { ways } from './notice-parts.ts'
import type { Telling } from './notices.ts'
import { whoComes } from './presses.ts'

/** To whom seats went, and whose they were: for those who organise it. */
export const seatsGiven = async (
  since: Instant,
  telling: Telling,
  found: ActionFound,
): Promise<Message | undefined> => {
  const { t, now, moved: look } = telling
  const { action, counts } = found
  if (action.state !== 'planned' || isOver(action, now)) return undefined
  const moved = await look(found, since)
  if (!moved || moved.seated.length === 0) return undefined
  const called = (name: string | undefined): string => clip(name ?? t.answers.takeOff.noName, 40)
  const { name, zone, capacity } = action
  return {
    text: paragraphs(
      t.notices.seatsGiven(name, t.dates.start(action.start, zone, now)),
      lines(
        ...moved.seated.map((each) =>
          t.notices.seatTo(
            called(each.name),
            each.until === undefined ? undefined : t.dates.until(each.until, zone, now),
          ),
        ),
        ...moved.left.map((each) => t.notices.seatFrom(called(each.name))),
      ),
      capacity === undefined ? undefined : t.answers.seats(counts, capacity),
      t.notices.becauseOrganiser,
    ),
    ...ways(telling, action, whoComes.button(t.answers.buttons.who, { action: action.id })),
  }
}

import type { ActionId } from '../base/ids.ts'
import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Riding } from '../domain/rides/model.ts'
import { description, where } from './card.ts'
import { rows } from './here.ts'
import { because, cannot, facts, ways } from './notice-parts.ts'
import type { Telling } from './notices.ts'
import { attend, showAgenda, showReminders } from './presses.ts'
import { showRides } from './ride-presses.ts'

type Answer = Promise<Message | undefined>

/** It may have waited, and what was true then may not be so any more. */
const isTrue = ({ now }: Telling, { action, answer, standing }: ActionFound): boolean =>
  action.state === 'planned' &&
  action.start > now &&
  answer !== undefined &&
  answer !== 'no' &&
  standing?.is !== 'waiting'

/** Whom whoever drives takes along is in the bot; how many, here. */
const ride = async ({ t, called }: Telling, riding: Riding | undefined): Promise<Rich | undefined> => {
  switch (riding?.is) {
    case undefined:
      return undefined
    case 'rides':
      return t.rides.reminded.rides((await called(riding.driver)) ?? t.rides.somebody, riding.words)
    case 'drives':
      return t.rides.reminded.drives(riding.people, riding.words)
    case 'looks':
      return t.rides.reminded.looks
  }
}

export const reminder = async (telling: Telling, found: ActionFound, late?: true): Answer => {
  if (!isTrue(telling, found)) return undefined
  const { t } = telling
  const { action, answer } = found
  const riding = await telling.riding(action.id)
  const maybe =
    answer === 'maybe' ? [attend.button(t.actions.answers.yes, { action: action.id, answer: 'yes' })] : []
  return {
    text: paragraphs(
      late ? t.notices.late(action.name) : t.notices.reminder(action.name),
      lines(facts(telling, found), await ride(telling, riding)),
      description(action.description),
      because(telling, found),
    ),
    ...ways(
      telling,
      action,
      ...maybe,
      ...(riding ? [showRides.button(t.rides.open, { action: action.id })] : []),
      cannot(telling, action),
    ),
  }
}

/** On most days nobody has more; the rest is in the agenda. */
const mostInDigest = 8

export const digest = async (telling: Telling, actions: readonly ActionId[]): Answer => {
  const { t, now, action: look } = telling
  const found: ActionFound[] = []
  for (const id of actions) {
    const each = await look(id)
    if (each && isTrue(telling, each)) found.push(each)
  }
  found.sort((one, other) => one.action.start - other.action.start)
  const [first] = found
  if (!first) return undefined
  if (found.length === 1) return reminder(telling, first)
  const lined = found
    .slice(0, mostInDigest)
    .map(async ({ action }) =>
      lines(
        t.agenda.line(action.name, undefined),
        t.dates.start(action.start, action.zone, now),
        where(action.venue, t),
        await ride(telling, await telling.riding(action.id)),
      ),
    )
  return {
    text: paragraphs(t.notices.digest(found.length), ...(await Promise.all(lined)), because(telling, first)),
    ...rows([
      showAgenda.button(t.agenda.mine, {}),
      showReminders.button(t.notices.buttons.settings, { action: first.action.id }),
    ]),
  }
}

import { hour, later, type Instant } from '../base/clock.ts'
import type { PersonId } from '../base/ids.ts'
import { awake, usual } from '../domain/reminders/model.ts'
import { createRights } from '../domain/rights/service.ts'
import type { Repositories } from '../engine/ports.ts'
import { createTelling } from '../engine/telling.ts'

const atOnce = 50

/** They are home, and still know. */
const asksAfter = 2 * hour

/** What ended longer ago is not asked about any more. */
const asksWithin = 14 * hour

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly now: Instant
}

/** Asks the organisers of what is over what came of it, once, whoever answered here; true when there may be more. */
export const askOutcomes = async ({ within, platforms, now }: Needs): Promise<boolean> => {
  const over = await within.outcomes.unasked(
    { from: later(now, -asksWithin), to: later(now, -asksAfter) },
    atOnce,
  )
  const { tell, platforms: told } = createTelling({ within, now })
  const nobody = { known: () => undefined }
  const rights = createRights({ store: within.roles, groups: within.groups, people: nobody, operator: false })
  for (const id of over) {
    if (!(await within.outcomes.ask(id, now))) continue
    const action = (await within.actions.found(id))?.action
    const people = new Set<PersonId>()
    for (const { id: group } of action?.organisers ?? [])
      if (group) for (const person of await rights.concerned('manage', group)) people.add(person)
    for (const person of people) {
      const { quiet, zone = action?.zone } = (await within.reminders.wishes(person)) ?? usual
      await tell({
        to: { person },
        urgency: 'reminder',
        notice: { is: 'outcome', action: id },
        ...(zone && { due: awake(now, zone, quiet) }),
      })
    }
  }
  for (const each of told) platforms.add(each)
  return over.length === atOnce
}

import type { Instant } from '../base/clock.ts'
import type { Tell, Telling } from '../domain/notices/ports.ts'
import { awake, usual } from '../domain/reminders/model.ts'
import type { Draft } from './letter.ts'
import type { Repositories } from './ports.ts'

interface Needs {
  readonly within: Pick<Repositories, 'people' | 'outbox' | 'reminders'>
  readonly now: Instant
}

export interface TellingOf {
  readonly tell: Tell
  /** The platforms that have letters to carry once the work is committed. */
  readonly platforms: ReadonlySet<string>
}

/** Turns what the domain tells into letters of the outbox, on the transaction of the work at hand. */
export const createTelling = ({ within, now }: Needs): TellingOf => {
  const platforms = new Set<string>()

  const addressed = async ({ to }: Telling): Promise<Pick<Draft, 'to' | 'reader'> | undefined> => {
    if ('chat' in to) return { to: to.chat }
    const { person, on } = to
    const doors = await within.people.doors(person)
    const door = on === undefined ? doors[0] : doors.find(({ platform }) => platform === on)
    return door && { to: door, reader: person }
  }

  /** When they hear of it. */
  const dueOf = async ({ to, due, rest }: Telling): Promise<Instant | undefined> => {
    if (!rest || 'chat' in to) return due
    const { quiet, zone = rest.zone } = (await within.reminders.wishes(to.person)) ?? usual
    const wanted = due ?? now
    const woken = awake(wanted, zone, quiet)
    return woken > wanted && (rest.by === undefined || woken <= rest.by) ? woken : due
  }

  return {
    platforms,
    tell: async (telling) => {
      const { notice, urgency, key } = telling
      const whereTo = await addressed(telling)
      if (!whereTo) return 'nobody'
      platforms.add(whereTo.to.platform)
      const due = await dueOf(telling)
      const draft: Draft = {
        ...whereTo,
        lane: urgency,
        body: { is: 'notice', notice },
        ...(key !== undefined && { key }),
        ...(due !== undefined && { due }),
      }
      await within.outbox.put([draft], now)
      return 'told'
    },
  }
}

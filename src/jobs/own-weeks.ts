import { later, type Instant } from '../base/clock.ts'
import type { PersonId } from '../base/ids.ts'
import { paris, type Zone } from '../base/zones.ts'
import { awake, usual } from '../domain/reminders/model.ts'
import type { Gazetteer } from '../domain/territory/ports.ts'
import { isDue, pause, slotsNow } from '../domain/weeks/model.ts'
import { createTelling } from '../engine/telling.ts'
import type { Repositories } from '../engine/ports.ts'

const atOnce = 100
/** On their own clocks. */
const hourOfDay = 9

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly territory: Pick<Gazetteer, 'departments'>
  readonly now: Instant
}

/** Writes the week of their groups to people who asked for it on this day; the last of one page, or nothing when there are no others. */
export const sendOwnWeeks = async (
  { within, platforms, territory, now }: Needs,
  after: PersonId | undefined,
): Promise<PersonId | undefined> => {
  const zones = new Set<Zone>([paris, ...territory.departments().map(({ zone }) => zone)])
  const days = [
    ...new Set(slotsNow(now, zones).flatMap(({ day, hour }) => (hour === hourOfDay ? [day] : []))),
  ]
  if (days.length === 0) return undefined
  const wanted = await within.weeks.dueFor({
    days,
    sentBefore: later(now, -pause),
    ...(after && { after }),
    most: atOnce,
  })
  const { tell, platforms: told } = createTelling({ within, now })
  for (const { person, day, zone = paris, quiet = usual.quiet } of wanted) {
    if (!isDue({ day, hour: hourOfDay }, zone, now)) continue
    await within.weeks.sentTo(person, now)
    await tell({
      to: { person },
      notice: { is: 'own-week' },
      urgency: 'reminder',
      key: `own week ${person}`,
      due: awake(now, zone, quiet),
    })
  }
  for (const each of told) platforms.add(each)
  return wanted.length === atOnce ? wanted.at(-1)?.person : undefined
}

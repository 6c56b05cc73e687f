import { minute, type Instant } from '../../base/clock.ts'
import type { ActionId, GroupId, PersonId, SeriesId } from '../../base/ids.ts'
import { dayOf, plusDays, wall, type Day } from '../../base/zones.ts'
import { isHoliday } from '../dates/holidays.ts'
import type { Rule } from '../dates/model.ts'
import { daysOfRule, spanOn } from '../dates/rules.ts'
import { shifted } from '../dates/shifting.ts'
import type { Kept, Planned, Reach, Series } from './model.ts'
import type { PlanStore, SeriesStore } from './ports.ts'

/** Occurrences are there so many days ahead: a season. */
export const seasonDays = 92

interface Needs {
  readonly store: PlanStore
  readonly series: SeriesStore
  readonly now: Instant
}

interface Begun {
  readonly group: GroupId
  readonly keeper: PersonId
  readonly rule: Rule
  readonly planned: Planned
}

const lengthOf = ({ start, end }: Pick<Planned, 'start' | 'end'>): number =>
  Math.round((end - start) / minute)

/** What a series is on each of these days. */
export const occurrencesOf = (
  { rule, template }: Pick<Series, 'rule' | 'template'>,
  from: Day,
  to: Day,
): readonly { readonly day: Day; readonly planned: Planned }[] => {
  const { lasts, ...rest } = template
  const holiday = (day: Day): boolean => isHoliday(day, template.department)
  return daysOfRule(rule, from, to, holiday).map((day) => {
    const { start, end = start } = spanOn({ ...rule, lasts: rule.lasts ?? lasts }, day, template.zone)
    return { day, planned: { ...rest, start, end } }
  })
}

const templateOf = (planned: Planned): Series['template'] => {
  const { start, end, ...rest } = planned
  return { ...rest, lasts: lengthOf({ start, end }) }
}

export const createSeriesWork = ({ store, series, now }: Needs) => {
  const make = async (id: SeriesId): Promise<readonly ActionId[]> => {
    const known = await series.get(id)
    if (!known) return []
    const to = plusDays(dayOf(now, known.template.zone), seasonDays)
    const ahead = occurrencesOf(known, plusDays(known.made, 1), to).filter(
      ({ planned }) => planned.start > now,
    )
    return series.make(id, ahead, to, now)
  }

  return {
    make,
    begin: async ({ group, keeper, rule, planned }: Begun): Promise<readonly ActionId[]> => {
      const id = await series.begin(
        { group, keeper, rule, template: templateOf(planned) },
        plusDays(rule.from, -1),
      )
      return make(id)
    },
    changeOne: async (found: Kept, planned: Planned, by: PersonId): Promise<readonly ActionId[]> => {
      const changed = await store.change(found.action, planned, by, now)
      if (changed && found.series !== undefined) await series.setApart(found.action)
      return changed ? [found.action] : []
    },
    /** The same change on each occurrence: each keeps its day, and gets the hour on the wall. */
    changeMany: async (
      found: Kept,
      planned: Planned,
      by: PersonId,
      reach: Exclude<Reach, 'this'>,
    ): Promise<readonly ActionId[]> => {
      const known = found.series === undefined ? undefined : await series.get(found.series)
      if (!known || found.series === undefined) return []
      const { zone } = planned
      const today = dayOf(now, zone)
      const moves = shifted(known.rule, dayOf(found.found.action.start, zone), dayOf(planned.start, zone))
      const time = wall(planned.start, zone).toPlainTime().toString({ smallestUnit: 'minute' })
      const lasts = lengthOf(planned)
      const from = reach === 'following' && found.day !== undefined ? found.day : today
      const dates = await series.occurrences(found.series, from)
      const { action: itself, found: shown } = found
      // Whoever changes one that had been changed alone means that one, too.
      const all = dates.some(({ action }) => action === itself)
        ? dates
        : [{ action: itself, start: shown.action.start }, ...dates]
      const changed: ActionId[] = []
      let last = known.made
      for (const { action, start: before } of all) {
        // From where it is: the whole series may have been moved before.
        const day = moves.move(dayOf(before, zone))
        const { start, end = start } = spanOn({ time, lasts }, day, zone)
        if (day > last) last = day
        if (start > now && (await store.change(action, { ...planned, start, end }, by, now)))
          changed.push(action)
      }
      const made = plusDays(known.made, moves.days)
      await series.retell(found.series, {
        rule: { ...moves.rule, time, lasts },
        template: templateOf(planned),
        // Neither twice nor never, whichever way the days have gone.
        made: moves.days > 0 && last > made ? last : made,
      })
      return changed
    },
    /** This one and those that follow; nothing more is made. */
    callOff: async (found: Kept, reason: string, by: PersonId): Promise<readonly ActionId[]> => {
      if (found.series === undefined || found.day === undefined) return []
      const gone: ActionId[] = []
      for (const { action } of await series.occurrences(found.series, found.day))
        if (await store.callOff(action, reason, by, now)) gone.push(action)
      await series.end(found.series, plusDays(found.day, -1))
      return gone
    },
  }
}

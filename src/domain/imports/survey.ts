import { given } from '../../base/given.ts'
import { later } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { DepartmentCode } from '../territory/model.ts'
import { listAtLeast, listEvery, surveyEvery } from './due.ts'
import { createGroupKeeper, isToRead, type GroupNeeds } from './groups.ts'
import type { Survey } from './memory.ts'
import type { FoundGroup } from './model.ts'
import type { Round } from './round.ts'

interface Needs extends GroupNeeds {
  readonly log: Log
}

/** A list that suddenly lost more than half of what it had is broken, not true; short ones may do so. */
export const isDoubtful = (found: number, known: number): boolean => known >= 10 && found * 2 < known

/** Where loops are that no department has. */
const abroad = 'abroad'
type Place = DepartmentCode | typeof abroad

export interface GroupWatch {
  /** Does what is due about groups. */
  run(round: Round): Promise<void>
}

/**
 * Groups, in three steps: each department tells who its groups are; the list of all groups tells the rest; their own pages
 * tell where those are that no department named. Once a day in full, in between the list alone.
 */
export const createGroupWatch = (needs: Needs): GroupWatch => {
  const { name, source, store, area, memory, log } = needs
  const { groups: traces, schedule } = memory
  const keeper = createGroupKeeper(needs)
  const places: readonly Place[] = area.abroad ? [...area.departments, abroad] : area.departments

  const found = ({ sourceId, postalCode }: FoundGroup, place: Place, since: Survey['since']): void => {
    const known = traces.get(sourceId)
    // The first department that names it has it: Corsican groups come in both, and their postal code settles that.
    const said = known?.seen === since ? known.said : place === abroad ? undefined : place
    traces.set(sourceId, given({ ...known, seen: since, said, postalCode, out: undefined }))
  }

  const findIn = async (place: Place, survey: Survey, round: Round): Promise<Survey> => {
    const reading = await round.ask({ department: place }, (signal) =>
      place === abroad ? source.loopsAbroad(signal) : source.groupsIn(place, signal),
    )
    switch (reading.is) {
      case 'busy':
      case 'failed':
        return survey
      case 'hidden':
      case 'refused': {
        const lost = [...traces.values()].some(({ kept, said }) => kept && said === place)
        return { ...survey, done: [...survey.done, place], patchy: survey.patchy || lost }
      }
      case 'read':
        schedule.skipped.groups += reading.value.skipped
        for (const group of reading.value.items) found(group, place, survey.since)
        return { ...survey, done: [...survey.done, place] }
    }
  }

  const findAll = async (round: Round): Promise<void> => {
    for (const place of places) {
      if (!round.goesOn() || !schedule.survey) return
      if (schedule.survey.done.includes(place)) continue
      schedule.survey = await findIn(place, schedule.survey, round)
      await round.note()
    }
  }

  const isEverywhereAsked = ({ done }: Survey): boolean => places.every((place) => done.includes(place))

  const list = async (round: Round): Promise<void> => {
    const reading = await round.ask({ list: 'groups' }, (signal) => source.groups(signal))
    schedule.groupsDue = later(round.now(), reading.is === 'read' ? listEvery : listAtLeast)
    if (reading.is !== 'read') return
    const { items, skipped } = reading.value
    const known = [...traces.values()].filter(({ kept, print }) => kept && print !== undefined).length
    const doubtful = isDoubtful(items.length, known)
    if (doubtful) log.warn({ found: items.length, known }, 'the list of groups lost more than half of them')
    schedule.skipped.groups = schedule.survey ? schedule.skipped.groups + skipped : skipped
    for (const group of items) {
      await keeper.listed(group, round)
      await round.note()
    }
    const { survey } = schedule
    if (!survey) return
    const listed = new Set(items.map(({ sourceId }) => sourceId))
    // Found in a department, but without a position: no list has them.
    for (const [sourceId, trace] of traces)
      if (trace.seen === survey.since && !listed.has(sourceId))
        traces.set(sourceId, { ...trace, unread: true })
    schedule.survey = { ...survey, listed: true, patchy: survey.patchy || doubtful }
  }

  const begin = (round: Round): void => {
    schedule.survey = { since: round.now(), done: [], listed: false, patchy: false }
    schedule.surveyDue = later(round.now(), surveyEvery)
    schedule.skipped.groups = 0
  }

  const end = async ({ since, patchy }: Survey): Promise<void> => {
    schedule.survey = undefined
    schedule.surveyed = true
    const retired = patchy ? 0 : await store.retireUnseen(name, since)
    log.info({ groups: traces.size, retired, patchy }, 'looked at all groups')
  }

  return {
    run: async (round) => {
      if (!schedule.survey && schedule.surveyDue <= round.now()) begin(round)
      if (schedule.survey) await findAll(round)
      const ready = !schedule.survey || isEverywhereAsked(schedule.survey)
      if (ready && round.goesOn() && schedule.groupsDue <= round.now()) await list(round)
      await keeper.readPages(round)
      const { survey } = schedule
      const waiting = [...traces.values()].some((trace) => isToRead(trace, round.now()))
      if (survey?.listed && !waiting) await end(survey)
    },
  }
}

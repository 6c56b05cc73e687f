import { fingerprint } from '../../base/fingerprint.ts'
import { folded } from '../../base/text.ts'
import { given } from '../../base/given.ts'
import type { Instant } from '../../base/clock.ts'
import type { ImportedGroup } from '../groups/model.ts'
import type { GroupStore } from '../groups/ports.ts'
import { territoryOf } from '../territory/departments.ts'
import type { DepartmentCode } from '../territory/model.ts'
import type { Area } from './area.ts'
import { pageAgainAfter } from './due.ts'
import type { GroupTrace, Memory } from './memory.ts'
import type { DescribedGroup, ListedGroup } from './model.ts'
import { isFrench, type Places } from './places.ts'
import type { Source } from './ports.ts'
import type { Round } from './round.ts'

export interface GroupNeeds {
  readonly name: ImportedGroup['source']
  readonly source: Source
  readonly store: Pick<GroupStore, 'keepImported' | 'retireUnseen'>
  readonly places: Places
  readonly area: Area
  readonly memory: Memory
}

/** Loops abroad have no department where they are: their name says which constituency they are of. */
const constituencyOf = (name: string): DepartmentCode | undefined => {
  const number =
    /(?:^| )(\d{1,2}) ?(?:re|ere|e|eme|nd|nde)? circonscription des francais de l etranger$/.exec(
      folded(name),
    )?.[1]
  return number === undefined ? undefined : (`99-${number.padStart(2, '0')}` as DepartmentCode)
}

const nothing = undefined

/** Where it is, is settled. */
const settledTrace = { unread: nothing, failed: nothing, senseless: nothing, out: nothing }

/** Nobody finds it any more where it was. */
const unplaced = { postalCode: nothing, said: nothing, city: nothing }

/** Does it wait for its page to be read? */
export const isToRead = ({ unread, failed }: GroupTrace, now: Instant): boolean =>
  unread === true && (failed === undefined || failed + pageAgainAfter <= now)

export interface GroupKeeper {
  /** A group of the list: kept when it is new or no longer the same, and by a survey in any case. */
  listed(group: ListedGroup, round: Round): Promise<void>
  /** Reads the pages of groups of which nothing else tells where they are. */
  readPages(round: Round): Promise<void>
}

export const createGroupKeeper = ({ name, source, store, places, area, memory }: GroupNeeds): GroupKeeper => {
  const { groups: traces, schedule } = memory

  /**
   * Is it worth a question? In a survey each department named its groups, by the beginning of their postal codes where nothing
   * better was known: what none named is abroad, elsewhere, or filed under a neighbour.
   */
  const mayBeInside = ({ country, point }: ListedGroup, surveyed: boolean): boolean => {
    const territory = territoryOf(country)
    if (territory !== undefined) return area.has(territory)
    return surveyed && isFrench(country) ? area.isAll || area.holds(point) : area.maybe(point, country)
  }

  const keep = async (
    sourceId: string,
    group: DescribedGroup,
    trace: GroupTrace,
    round: Round,
  ): Promise<void> => {
    const { department, city, postalCode, point, precision } = places.settle(group.where)
    const settled = (group.kind === 'loop' ? constituencyOf(group.name) : undefined) ?? department
    const remembered = given({
      ...trace,
      ...settledTrace,
      active: group.active,
      department: settled,
      postalCode,
    })
    if (!area.has(settled)) {
      traces.set(sourceId, { ...remembered, out: true })
      return
    }
    await store.keepImported(
      {
        source: name,
        sourceId,
        name: group.name,
        kind: group.kind,
        certified: group.certified,
        active: group.active,
        url: source.groupUrl(sourceId),
        ...given({ department: settled, city, postalCode, point, precision }),
      },
      round.now(),
    )
    traces.set(sourceId, { ...remembered, kept: true })
  }

  const readPage = async (sourceId: string, trace: GroupTrace, round: Round): Promise<void> => {
    const reading = await round.ask({ group: sourceId }, (signal) => source.group(sourceId, signal))
    switch (reading.is) {
      case 'read': {
        const { where } = reading.value
        const active = trace.active ?? reading.value.active
        const found = { ...where, ...given({ department: trace.said }) }
        return keep(
          sourceId,
          { ...reading.value, active, where: found },
          { ...trace, ...given({ city: where.city }) },
          round,
        )
      }
      case 'hidden':
        traces.delete(sourceId)
        return
      case 'busy':
        return
      case 'refused':
      case 'failed': {
        const senseless = reading.is === 'refused'
        traces.set(sourceId, { ...trace, failed: round.now(), ...(senseless && { senseless }) })
        // What is known and could not be seen is no reason to retire it.
        if (trace.kept && schedule.survey) schedule.survey = { ...schedule.survey, patchy: true }
      }
    }
  }

  return {
    listed: async (group, round) => {
      const { sourceId, country, point, active } = group
      const { survey } = schedule
      const known = traces.get(sourceId)
      const print = fingerprint(group)
      if (!survey && known?.print === print) return
      const trace = { ...known, print, active }
      const placed = known?.postalCode !== undefined || known?.said !== undefined
      if (placed && (!survey || known.seen === survey.since)) {
        const { postalCode, said, city } = known
        await keep(
          sourceId,
          { ...group, where: { country, point, ...given({ postalCode, city, department: said }) } },
          trace,
          round,
        )
      } else if (known?.kept || mayBeInside(group, survey !== undefined))
        traces.set(sourceId, given({ ...trace, ...unplaced, unread: true as const }))
      else if (known) traces.set(sourceId, { ...trace, out: true })
    },
    readPages: async (round) => {
      for (const [sourceId, trace] of traces) {
        if (!round.goesOn()) return
        if (!isToRead(trace, round.now())) continue
        await readPage(sourceId, trace, round)
        await round.note()
      }
    },
  }
}

import { later, type Instant } from '../../base/clock.ts'
import { fingerprint } from '../../base/fingerprint.ts'
import { given } from '../../base/given.ts'
import type { Log } from '../../base/log.ts'
import type { ImportedAction } from '../actions/model.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { DepartmentCode } from '../territory/model.ts'
import type { Gazetteer } from '../territory/ports.ts'
import type { Area } from './area.ts'
import { agendaEvery, dueAt, listAtLeast, listEvery, rememberedAfter } from './due.ts'
import { kindOf } from './kinds.ts'
import type { ActionTrace, GroupTrace, Memory } from './memory.ts'
import type { DescribedAction, ListedAction } from './model.ts'
import type { Places, Settled } from './places.ts'
import type { Source } from './ports.ts'
import type { Round } from './round.ts'
import { isDoubtful } from './survey.ts'

interface Needs {
  readonly name: ImportedAction['source']
  readonly source: Source
  readonly store: Pick<ActionStore, 'keepImported' | 'bySource' | 'setState'>
  readonly places: Places
  readonly gazetteer: Gazetteer
  readonly area: Area
  readonly memory: Memory
  readonly log: Log
}

export interface ActionWatch {
  /** Does what is due about actions: the list, then their pages, the soonest first, then what groups plan on a screen. */
  run(round: Round): Promise<void>
}

const unread = 0 as Instant

/** What an answer puts an end to. */
const answered = { missing: undefined, fails: undefined, senseless: undefined }

export const createActionWatch = ({
  name,
  source,
  store,
  places,
  gazetteer,
  area,
  memory,
  log,
}: Needs): ActionWatch => {
  const { actions: traces, groups, schedule } = memory

  const departmentOfOrganisers = (action: DescribedAction): DepartmentCode | undefined =>
    action.organisers
      .map(({ sourceId }) => groups.get(sourceId)?.department)
      .find((code) => code !== undefined)

  /** What has no place is where its organisers are. */
  const settle = (action: DescribedAction): Settled => {
    const settled = places.settle(action.where, action.zone)
    if (settled.department !== undefined || settled.point || action.where.country !== undefined)
      return settled
    const department = departmentOfOrganisers(action)
    return department === undefined ? settled : { ...settled, department, zone: gazetteer.zoneOf(department) }
  }

  const imported = (sourceId: string, action: DescribedAction, settled: Settled): ImportedAction => {
    const { name: venue, address } = action.where
    const { department, zone, city, postalCode, point } = settled
    return {
      source: name,
      sourceId,
      name: action.name,
      kind: kindOf(action),
      description: action.description,
      start: action.start,
      end: action.end,
      zone,
      venue: given({ name: venue, address, city, postalCode, point, online: action.online }),
      organisers: action.organisers,
      state: 'planned',
      url: action.url,
      ...given({ department }),
    }
  }

  const seen = async (
    sourceId: string,
    action: DescribedAction,
    trace: ActionTrace,
    round: Round,
  ): Promise<void> => {
    const { print, hash, feed } = trace
    const now = round.now()
    const read = given({ print, start: action.start, end: action.end, checked: now, feed })
    const settled = settle(action)
    if (!area.has(settled.department) && hash === undefined && feed === undefined) {
      traces.set(sourceId, { ...read, out: true })
      return
    }
    const kept = imported(sourceId, action, settled)
    const fresh = fingerprint(kept)
    if (fresh !== hash || trace.withdrawn) await store.keepImported(kept, now)
    traces.set(sourceId, { ...read, hash: fresh })
  }

  /** Not in lists any more, or alone in not answering: else it is the service that has a problem. */
  const isBelievable = ({ unlisted, missing }: ActionTrace): boolean =>
    missing !== undefined && (unlisted === true || schedule.pageRead > missing)

  /** Concluded only when it is still hidden some minutes later. Hidden before we ever knew it: nobody misses it. */
  const hidden = async (sourceId: string, trace: ActionTrace, round: Round): Promise<void> => {
    const now = round.now()
    const looked = given({ ...trace, ...answered, checked: now })
    if (trace.hash === undefined || trace.withdrawn) traces.set(sourceId, looked)
    else if (!isBelievable(trace)) traces.set(sourceId, { ...looked, missing: now })
    else {
      const action = await store.bySource(name, sourceId)
      if (action?.state === 'planned') await store.setState(action.id, 'withdrawn', now)
      log.info({ action: sourceId }, 'hidden at its source')
      traces.set(sourceId, { ...looked, withdrawn: true })
    }
  }

  const readPage = async (sourceId: string, trace: ActionTrace, round: Round): Promise<void> => {
    const reading = await round.ask({ action: sourceId }, (signal) => source.action(sourceId, signal))
    switch (reading.is) {
      case 'read':
        schedule.pageRead = round.now()
        return seen(sourceId, reading.value, trace, round)
      case 'hidden':
        return hidden(sourceId, trace, round)
      case 'refused':
      case 'failed': {
        const senseless = reading.is === 'refused'
        const fails = (trace.fails ?? 0) + 1
        traces.set(sourceId, { ...trace, checked: round.now(), fails, ...(senseless && { senseless }) })
        return
      }
      case 'busy':
    }
  }

  const readPages = async (round: Round): Promise<void> => {
    const now = round.now()
    const due = [...traces]
      .filter(([, trace]) => dueAt(trace, now) <= now)
      .toSorted(([, one], [, other]) => one.start - other.start)
    for (const [sourceId, trace] of due) {
      if (!round.goesOn()) return
      await readPage(sourceId, trace, round)
      await round.note()
    }
  }

  const listed = ({ sourceId, start, end, point, print }: ListedAction): void => {
    const known = traces.get(sourceId)
    if (known?.print === print) return
    // Where it is was once settled by its page; a place that moves is settled again.
    const out = area.maybe(point) || known?.feed !== undefined ? undefined : (true as const)
    if (out && known?.hash === undefined) traces.set(sourceId, { print, start, end, checked: unread, out })
    else
      traces.set(
        sourceId,
        given({
          ...known,
          print,
          start,
          end,
          checked: unread,
          out: undefined,
          fails: undefined,
          unlisted: undefined,
        }),
      )
  }

  /** Gone from the list: its page tells whether it is hidden, or only out of lists. */
  const unlist = (items: readonly ListedAction[], now: Instant): void => {
    const ids = new Set(items.map(({ sourceId }) => sourceId))
    const gone = [...traces].filter(([id, { print, end }]) => print !== '' && end >= now && !ids.has(id))
    if (isDoubtful(items.length, items.length + gone.length)) {
      log.warn({ found: items.length, gone: gone.length }, 'the list of actions lost more than half of them')
      return
    }
    for (const [id, trace] of gone) traces.set(id, { ...trace, print: '', unlisted: true, checked: unread })
  }

  const list = async (round: Round): Promise<void> => {
    const reading = await round.ask({ list: 'actions' }, (signal) => source.actions(signal))
    schedule.actionsDue = later(round.now(), reading.is === 'read' ? listEvery : listAtLeast)
    if (reading.is !== 'read') return
    schedule.actionsListed = true
    schedule.skipped.actions = reading.value.skipped
    forget(round.now())
    unlist(reading.value.items, round.now())
    reading.value.items.forEach(listed)
  }

  const forget = (now: Instant): void => {
    for (const [id, { end }] of traces) if (later(end, rememberedAfter) < now) traces.delete(id)
  }

  const readAgenda = async (group: string, trace: GroupTrace, round: Round): Promise<void> => {
    const reading = await round.ask({ agendaOf: group }, (signal) => source.actionsOf(group, signal))
    if (reading.is === 'busy') return
    groups.set(group, { ...trace, agenda: round.now() })
    if (reading.is !== 'read') return
    for (const { sourceId, start, end } of reading.value.items)
      if (!traces.has(sourceId)) traces.set(sourceId, { print: '', start, end, checked: unread })
  }

  const readAgendas = async (round: Round): Promise<void> => {
    for (const [id, trace] of groups) {
      if (!round.goesOn()) return
      const { kept, active, agenda } = trace
      if (!kept || !active || (agenda !== undefined && agenda + agendaEvery > round.now())) continue
      await readAgenda(id, trace, round)
      await round.note()
    }
  }

  return {
    run: async (round) => {
      if (round.goesOn() && schedule.actionsDue <= round.now()) await list(round)
      await readPages(round)
      await readAgendas(round)
      await readPages(round)
    },
  }
}

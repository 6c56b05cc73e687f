import type { Clock } from '../../base/clock.ts'
import { sleep as realSleep, type Sleep } from '../../base/sleep.ts'
import type { Lot, Reading } from '../../domain/imports/model.ts'
import type { Source } from '../../domain/imports/ports.ts'
import { decodeCalendar } from './calendar.ts'
import {
  decodeAction,
  decodeActions,
  decodeAgenda,
  decodeFound,
  decodeGroup,
  decodeGroups,
  decodeSearch,
} from './decode.ts'
import { createQuestions, type Sort } from './questions.ts'

interface Needs {
  /** Where it is served, without a slash at the end. */
  readonly url: string
  readonly clock: Clock
  /** Our own version, and where to reach whoever runs us: an address or a link. The service reads both. */
  readonly version: string
  readonly contact: string
  readonly fetch?: typeof fetch
  readonly sleep?: Sleep
  /** Between two questions; a second for the real service. */
  readonly paceMs?: number
  /** For one answer, its body included. */
  readonly patienceMs?: number
}

/** What it decodes to, or a refusal when it makes no sense. */
const asReading = <T>(reading: Reading<unknown>, decode: (body: unknown) => T | undefined): Reading<T> => {
  if (reading.is !== 'read') return reading
  const value = decode(reading.value)
  return value === undefined ? { is: 'refused', why: 'makes no sense' } : { is: 'read', value }
}

/** A list that is no list at all was cut or replaced on its way: it says nothing. */
const asList = <T>(
  reading: Reading<unknown>,
  decode: (body: unknown) => Lot<T> | undefined,
): Reading<Lot<T>> => {
  const list = asReading(reading, decode)
  return list.is === 'refused' && reading.is === 'read' ? { is: 'failed', why: list.why } : list
}

const loops = new URLSearchParams({
  q: 'francais etranger',
  type: 'groups',
  'filters[groupType]': 'D',
  'filters[groupInactive]': '1',
})

/** The public API of Action Populaire: GET alone, anonymous, one question a second. */
export const createActionPopulaire = ({
  url,
  clock,
  version,
  contact,
  fetch = globalThis.fetch,
  sleep = realSleep,
  paceMs = 1_000,
  patienceMs = 20_000,
}: Needs): Source => {
  const base = new URL(url).href.replace(/\/+$/, '')
  const userAgent = `PorteVoix/${version} (+${contact})`.replaceAll(/[^ -~]/g, '')
  const questions = createQuestions({ url: base, fetch, clock, sleep, userAgent, paceMs, patienceMs })
  const ask = (path: string, sort: Sort, signal: AbortSignal): Promise<Reading<unknown>> =>
    questions.ask(path, sort, signal)
  const pageOf = (kind: 'groupes' | 'evenements', id: string): string =>
    `${base}/${kind}/${encodeURIComponent(id)}/`

  return {
    groups: async (signal) => asList(await ask('/carte/liste_groupes/', 'list', signal), decodeGroups),
    groupsIn: async (department, signal) =>
      asList(await ask(`/api/groupes/recherche/geo/?departement=${department}`, 'page', signal), decodeFound),
    loopsAbroad: async (signal) =>
      asList(await ask(`/api/recherche/?${loops.toString()}`, 'page', signal), decodeSearch),
    group: async (id, signal) =>
      asReading(await ask(`/api/groupes/${encodeURIComponent(id)}/`, 'page', signal), (body) =>
        decodeGroup(body, clock.now()),
      ),
    actions: async (signal) => asList(await ask('/carte/liste_evenements/', 'list', signal), decodeActions),
    actionsOf: async (group, signal) =>
      asList(
        await ask(`/api/groupes/${encodeURIComponent(group)}/evenements/a-venir/`, 'page', signal),
        decodeAgenda,
      ),
    action: async (id, signal) =>
      asReading(await ask(`/api/evenements/${encodeURIComponent(id)}/details/`, 'page', signal), (body) =>
        decodeAction(body, pageOf('evenements', id)),
      ),
    calendar: async (path, known, signal) => {
      const reading = await questions.words(path, known, signal)
      if (reading.is !== 'read') return reading
      if (reading.value.is === 'same') return { is: 'read', value: reading.value }
      const { body, version: fresh } = reading.value
      const lot = decodeCalendar(body)
      return lot
        ? { is: 'read', value: { is: 'new', lot, version: fresh } }
        : { is: 'failed', why: 'no whole calendar' }
    },
    groupUrl: (id) => pageOf('groupes', id),
  }
}

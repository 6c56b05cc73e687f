import { later, minute, type Instant } from '../../base/clock.ts'
import type { Action } from '../actions/model.ts'
import { readDate, readLine } from '../dates/read.ts'
import type { Here, Read, Reading } from '../dates/model.ts'
import type { Group } from '../groups/model.ts'
import { Refusal } from '../refusal.ts'
import type { Gazetteer } from '../territory/ports.ts'
import type { Draft, Outlook, Placed, Planned, Typed } from './model.ts'
import { proposedOf, readDates, readUntil } from './dates.ts'
import { placeOf } from './places.ts'
import { usualLength } from './usual.ts'

interface Needs {
  readonly draft: Draft
  readonly group: Group
  readonly territory: Gazetteer
  readonly before?: Action
}

const keptPlace = (before: Action): Placed => ({
  venue: before.venue,
  ...(before.department !== undefined && { department: before.department }),
  zone: before.zone,
  assumed: false,
})

/** As many words as may be misspelt in a date. */
const mostTypos = 3

/** What was typed; where words are certainly misspelt, what it would say without: somebody has to confirm that. */
const readTyped = ({ typed, alone }: Typed, here: Here): Read => {
  let said = typed
  const first = readAgain(said, alone, here)
  let read = first
  for (let typos = 0; typos < mostTypos && read.is === 'unclear' && read.why === 'typo'; typos += 1) {
    said = said.replace(read.word, read.meant)
    read = readAgain(said, alone, here)
  }
  if (read === first) return first
  switch (read.is) {
    case 'one':
      return { is: 'several', readings: [read.reading] }
    case 'several':
      return read
    case 'unclear':
      return first
  }
}

const readAgain = (typed: string, alone: true | undefined, here: Here): Read =>
  alone ? readDate(typed, here) : readLine(typed, here).read

/** An answer that gives only the hour, or only the day, of a date whose other half was typed before. */
export const completed = ({ draft, read, span, placed }: Outlook, typed: string, now: Instant): Typed => {
  const answer: Typed = { typed, at: now, alone: true }
  const { when } = draft
  if (span || !when || 'start' in when || read?.is !== 'unclear') return answer
  const given = readDate(typed, { now, zone: placed.zone })
  if (given.is !== 'unclear' || (given.why !== 'no-day' && given.why !== 'no-time')) return answer
  const { choice: _, ...both } = { ...when, typed: `${when.typed} ${typed}` }
  return readTyped(both, { now: both.at, zone: placed.zone }).is === 'unclear' ? answer : both
}

const chosenOf = (read: Read, choice: number | undefined): Reading | undefined => {
  switch (read.is) {
    case 'one':
      return read.reading
    case 'several':
      return choice === undefined ? undefined : read.readings[choice]
    case 'unclear':
      return undefined
  }
}

/** What a draft means, as far as it is clear: the days are those of the place. */
export const readOutlook = ({ draft, group, territory, before }: Needs): Outlook => {
  const placed =
    draft.place === undefined && draft.placed ? draft.placed : placeOf(draft.place ?? '', group, territory)
  const common = { draft, group, name: draft.name ?? '', placed, ...(before && { before }) }
  const { when, dates: several } = draft
  if (several) {
    const dates = readDates(several, { zone: placed.zone, kind: draft.kind })
    const [first] = proposedOf(dates) ?? []
    const until = first && readUntil(several, placed.zone, first.start)
    return { ...common, dates, ...(until !== undefined && { until }) }
  }
  if (!when) return common
  if ('start' in when) return { ...common, span: when }
  const here = { now: when.at, zone: placed.zone }
  const read = readTyped(when, here)
  const reading = chosenOf(read, when.choice)
  if (!reading) return { ...common, read }
  // A new hour keeps how long it lasted.
  const lasted = before ? before.end - before.start : usualLength[draft.kind] * minute
  const end = reading.end ?? later(reading.start, lasted)
  return {
    ...common,
    read,
    span: { start: reading.start, end },
    ...(reading.is === 'series' && {
      rule: { ...reading.rule, lasts: reading.rule.lasts ?? lasted / minute },
    }),
  }
}

/** Refuses what is not clear, or has begun. */
export const plannedOf = ({ draft, name, placed, span, before }: Outlook, now: Instant): Planned => {
  if (!span) throw new Refusal('plan-unclear', {})
  if (span.start <= now && span.start !== before?.start) throw new Refusal('plan-past', {})
  const { kind, description, capacity, audience } = draft
  return {
    name,
    kind,
    ...span,
    zone: placed.zone,
    venue: placed.venue,
    department: placed.department,
    description,
    capacity,
    audience,
  }
}

/** What an action was asked to be. */
export const asksOf = (action: Action): Omit<Draft, 'id' | 'when'> => ({
  name: action.name,
  kind: action.kind,
  description: action.description,
  ...(action.capacity !== undefined && { capacity: action.capacity }),
  audience: action.audience ?? 'everyone',
  placed: keptPlace(action),
})

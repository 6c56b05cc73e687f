import type { Area } from './area.ts'
import type { Memory } from './memory.ts'
import type { Progress } from './model.ts'

const count = <T>(all: Iterable<T>, test: (one: T) => boolean | undefined): number => {
  let counted = 0
  for (const one of all) if (test(one)) counted += 1
  return counted
}

const skippedBy = ({ schedule, groups, actions }: Memory): number =>
  schedule.skipped.groups +
  schedule.skipped.actions +
  count(groups.values(), ({ senseless }) => senseless) +
  count(actions.values(), ({ senseless }) => senseless)

/** What is being read for the first time, and how far it is; `nothing` once all is known and only changes are looked for. */
export const progressOf = (memory: Memory, area: Area): Progress => {
  const { schedule, groups, actions } = memory
  const skipped = skippedBy(memory)
  if (!schedule.surveyed && !schedule.survey?.listed) {
    const total = area.departments.length + (area.abroad ? 1 : 0)
    return { what: 'departments', done: schedule.survey?.done.length ?? 0, total, skipped }
  }
  const inside = count(groups.values(), ({ kept, unread }) => kept ?? unread)
  const unread = count(
    groups.values(),
    ({ kept, unread: waits, failed }) => !kept && waits && failed === undefined,
  )
  if (unread > 0) return { what: 'groups', done: inside - unread, total: inside, skipped }
  const total = count(actions.values(), ({ out }) => !out)
  const done = count(actions.values(), ({ out, checked }) => !out && checked > 0)
  return { what: done < total || !schedule.actionsListed ? 'actions' : 'nothing', done, total, skipped }
}

/** Was everything that the source has read at least once? */
export const isComplete = (memory: Memory, area: Area): boolean => progressOf(memory, area).what === 'nothing'

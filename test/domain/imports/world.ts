import { later, type Instant } from '../../../src/base/clock.ts'
import { newId, type ActionId } from '../../../src/base/ids.ts'
import type { Log } from '../../../src/base/log.ts'
import type { Sleep } from '../../../src/base/sleep.ts'
import type { Action, ImportedAction } from '../../../src/domain/actions/model.ts'
import type { ActionStore } from '../../../src/domain/actions/ports.ts'
import type { ImportedGroup } from '../../../src/domain/groups/model.ts'
import type { GroupStore } from '../../../src/domain/groups/ports.ts'
import type { ImportStore } from '../../../src/domain/imports/ports.ts'

/** A clock that moves only when somebody sleeps, or is told to. */
export const createTime = (start: Instant) => {
  let now = start
  const sleep: Sleep = (ms, signal) => {
    if (signal?.aborted) return Promise.reject(signal.reason as Error)
    now = later(now, ms)
    return Promise.resolve()
  }
  return { now: () => now, sleep, pass: (ms: number) => void (now = later(now, ms)) }
}

/** A log that remembers what it was told. */
export const createLedger = (): Log & { readonly lines: readonly string[] } => {
  const lines: string[] = []
  const note =
    (level: string) =>
    (facts: object, words: string): void =>
      void lines.push(`${level} ${words} ${JSON.stringify(facts)}`)
  return { lines, debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') }
}

/** Where imports keep what they keep, in memory and in full. */
export const createKeeping = () => {
  const groups = new Map<string, ImportedGroup & { readonly seen: Instant; readonly listed: boolean }>()
  const actions = new Map<string, ImportedAction & { readonly id: ActionId; readonly writes: number }>()
  const states = new Map<string, string>()

  const groupStore: Pick<GroupStore, 'keepImported' | 'retireUnseen'> = {
    keepImported: (group, at) => {
      const was = groups.has(group.sourceId) ? 'changed' : 'added'
      groups.set(group.sourceId, { ...group, seen: at, listed: true })
      return Promise.resolve({ id: newId.group(), was })
    },
    retireUnseen: (source, since) => {
      const unseen = [...groups.values()].filter(
        (one) => one.source === source && one.listed && one.seen < since,
      )
      for (const group of unseen) groups.set(group.sourceId, { ...group, listed: false })
      return Promise.resolve(unseen.length)
    },
  }

  const actionStore: Pick<ActionStore, 'keepImported' | 'bySource' | 'setState'> = {
    keepImported: (action) => {
      const known = actions.get(action.sourceId)
      const id = known?.id ?? newId.action()
      actions.set(action.sourceId, { ...action, id, writes: (known?.writes ?? 0) + 1 })
      return Promise.resolve({ id, was: known ? 'changed' : 'added' })
    },
    bySource: (_, sourceId) => {
      const action = actions.get(sourceId)
      return Promise.resolve(
        action && ({ ...action, organisers: [], revision: action.writes } satisfies Action),
      )
    },
    setState: (id, state) => {
      for (const action of actions.values())
        if (action.id === id) actions.set(action.sourceId, { ...action, state })
      return Promise.resolve()
    },
  }

  const imports: ImportStore = {
    load: (key) =>
      Promise.resolve(states.has(key) ? (JSON.parse(states.get(key) ?? '') as unknown) : undefined),
    save: (key, value) => {
      states.set(key, JSON.stringify(value))
      return Promise.resolve()
    },
  }

  return {
    groups: groupStore,
    actions: actionStore,
    imports,
    /** Everything that is stored, as one text. */
    everything: () => JSON.stringify([[...groups.values()], [...actions.values()], [...states]]),
    groupsKept: () => [...groups.values()],
    actionsKept: () => [...actions.values()],
    group: (name: string) => [...groups.values()].find((group) => group.name === name),
    action: (name: string) => [...actions.values()].find((action) => action.name === name),
  }
}

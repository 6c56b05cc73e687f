import type { Clock } from './base/clock.ts'
import type { Log } from './base/log.ts'
import type { Config } from './config.ts'
import type { ImportedAction } from './domain/actions/model.ts'
import type { Progress } from './domain/imports/model.ts'
import { createImports, type Imports } from './domain/imports/service.ts'
import type { Gazetteer } from './domain/territory/ports.ts'
import type { Store, Workers } from './engine/ports.ts'
import { createActionPopulaire } from './outside/action-populaire/index.ts'

/** Who asks, for those who are asked: the product, and where to reach us. */
export const version = '0.1.0'

interface Needs {
  readonly config: Pick<Config, 'actionPopulaireUrl' | 'departments' | 'contact' | 'madeUp'>
  readonly store: Store
  readonly territory: () => Gazetteer
  readonly clock: Clock
  readonly log: Log
}

export interface Importing {
  readonly work: Workers['import']
  /** Of the round under way, or the last one. */
  readonly progress: () => Progress | undefined
}

/** Groups and actions from Action Populaire; `undefined` when the operator wants none. */
export const createImporting = ({ config, store, territory, clock, log }: Needs): Importing | undefined => {
  if (config.actionPopulaireUrl === undefined) return undefined
  const name: ImportedAction['source'] = config.madeUp ? 'made-up' : 'action-populaire'
  const source = createActionPopulaire({
    url: config.actionPopulaireUrl,
    clock,
    version,
    contact: config.contact,
    // A server of our own has no crowd to care for.
    ...(config.madeUp && { paceMs: 0 }),
  })
  const { groups, actions, follows, imports: memory } = store
  let imports: Imports | undefined
  /** At the first round: the territory takes a moment to read. */
  const made = (): Imports =>
    (imports ??= createImports({
      name,
      source,
      groups,
      actions,
      follows,
      imports: memory,
      gazetteer: territory(),
      wanted: config.departments,
      clock,
      log,
    }))
  let last: Progress | undefined
  return {
    work: async (_, signal) => {
      last = await made().poll({
        signal,
        report: (progress) => {
          last = progress
          log.debug(progress, 'importing')
        },
      })
      if (last.what !== 'nothing') log.info(last, 'importing, in several rounds')
    },
    progress: () => last,
  }
}

import { newId, type PersonId } from '../../src/base/ids.ts'
import { systemClock } from '../../src/base/clock.ts'
import { createLog, toStandardOutput } from '../../src/log.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { inBatches } from '../find/country.ts'
import type { Store } from '../../src/engine/ports.ts'

export const log = createLog({ level: 'warn', shape: 'line', secrets: [], write: toStandardOutput() })

/** A store on that database: the address of a server, or a folder. */
export const opening = async (database: string): Promise<{ opened: Database; store: Store }> => {
  const where = database.startsWith('postgres') ? { url: database } : { pglite: database }
  const opened = await openDatabase({ where, log })
  const store = await createStore({ database: opened, keys: [Buffer.alloc(32, 7)], clock: systemClock, log })
  return { opened, store }
}

export const crowd = async (store: Store, size: number): Promise<readonly PersonId[]> => {
  const people: PersonId[] = []
  await inBatches(store, size, async (within, at) => {
    people.push(await within.people.keep(newId.person(), { platform: 'bench', key: `${at}` }, `${at}`))
  })
  return people
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStack } from '../../src/base/stack.ts'
import type { Where } from '../../src/store/database.ts'
import { aPostgres, createDatabase, hasPostgres } from '../support/database.ts'

/** Where a house of a scene keeps what it knows: empty at first, and gone when it is disposed of. */
export interface Storage extends AsyncDisposable {
  readonly where: Where
}

const inFolder = async (): Promise<Storage> => {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-scenes-'))
  return {
    where: { pglite: join(folder, 'database') },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

const inMemory = async (): Promise<Storage> => ({
  where: { pglite: 'memory' },
  [Symbol.asyncDispose]: async () => {},
})

const served = async (): Promise<Storage> => {
  const open = createStack()
  const server = open.use(await aPostgres())
  const { url } = open.use(await createDatabase(server.url))
  return { where: { url }, [Symbol.asyncDispose]: () => open[Symbol.asyncDispose]() }
}

/** `anywhere`: on PostgreSQL where this machine has one, which leaves more of its processors to the scene; embedded elsewhere. */
const storages = { folder: inFolder, memory: inMemory, anywhere: hasPostgres ? served : inMemory } as const

export const openStorage = (kind: keyof typeof storages): Promise<Storage> => storages[kind]()

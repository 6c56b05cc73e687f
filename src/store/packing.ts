import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Sql } from '../base/sql.ts'
import { opened, start } from './pglite.ts'
import { templateFile } from './template.ts'

/**
 * Packs a new embedded database, with our tables and those that the neighbour makes; takes a minute. To be done again
 * for each version of PGlite, or when migrations have become many. The file that was written.
 */
export const packTemplate = async (neighbour: (sql: Sql) => Promise<void>): Promise<string> => {
  const pglite = await start({})
  const { sql } = await opened(pglite)
  await neighbour(sql)
  // New databases are copies of these; nobody makes any here.
  await sql.ask('update pg_database set datistemplate = false')
  for (const spare of ['template0', 'template1']) await sql.ask(`drop database ${spare}`)
  await sql.ask('checkpoint')
  const tar = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer())
  await pglite.close()
  const packed = await promisify(brotliCompress)(tar, {
    params: {
      [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
      [constants.BROTLI_PARAM_LGWIN]: 26,
      [constants.BROTLI_PARAM_SIZE_HINT]: tar.length,
    },
  })
  const file = await templateFile()
  await writeFile(file, packed)
  return file
}

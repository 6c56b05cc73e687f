import { readFile, writeFile } from 'node:fs/promises'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { packaged } from './package.ts'

/*
 * An embedded database without anything in it, as a packed folder. To unpack it takes a second or two; to have PGlite
 * make one takes five to seven, and 700 MB. It belongs to one version of PGlite; with any other it is left aside.
 */

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
}

const path = async (): Promise<string> => {
  const { dependencies } = JSON.parse(await readFile(packaged('package.json'), 'utf8')) as Manifest
  return packaged('migrations', `embedded-${dependencies['@electric-sql/pglite']}.tar.br`)
}

/** `undefined`: PGlite must make one itself. */
export const template = async (): Promise<Blob | undefined> => {
  try {
    const packed = await readFile(await path())
    const tar = await promisify(brotliDecompress)(packed, {
      params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 },
    })
    return new Blob([new Uint8Array(tar)], { type: 'application/x-tar' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** To be done once for each new version of PGlite; takes half a minute. The path that was written. */
export const makeTemplate = async (): Promise<string> => {
  const pglite = await PGlite.create()
  const tar = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer())
  await pglite.close()
  const packed = await promisify(brotliCompress)(tar, {
    params: {
      // The folder holds three databases that are all but the same, further apart than an ordinary window reaches.
      [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
      [constants.BROTLI_PARAM_LGWIN]: 26,
      [constants.BROTLI_PARAM_SIZE_HINT]: tar.length,
    },
  })
  const to = await path()
  await writeFile(to, packed)
  return to
}

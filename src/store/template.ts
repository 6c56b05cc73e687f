import { readFile } from 'node:fs/promises'
import { brotliDecompress, constants } from 'node:zlib'
import { promisify } from 'node:util'
import { packaged } from './package.ts'

/*
 * A new embedded database as a packed folder, with the tables of the day on which it was packed. To unpack it takes a
 * second or two; to have PGlite make one takes five to seven, and 700 MB. It belongs to one version of PGlite; with any
 * other it is left aside.
 */

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
}

export const templateFile = async (): Promise<string> => {
  const { dependencies } = JSON.parse(await readFile(packaged('package.json'), 'utf8')) as Manifest
  return packaged('migrations', `embedded-${dependencies['@electric-sql/pglite']}.tar.br`)
}

/** `undefined`: PGlite must make one itself. */
export const template = async (): Promise<Blob | undefined> => {
  try {
    const packed = await readFile(await templateFile())
    const tar = await promisify(brotliDecompress)(packed, {
      params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 },
    })
    return new Blob([new Uint8Array(tar)], { type: 'application/x-tar' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the package, wherever this module was compiled to. */
export const packaged = (...path: readonly string[]): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('No package.json above the store: its migrations cannot be found')
    folder = parent
  }
  return join(folder, ...path)
}

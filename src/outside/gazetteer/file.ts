import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('No package.json above the gazetteer')
  return packageRoot(parent)
}

/** The committed file: one, whether this module runs from `src` or from `dist`. */
export const gazetteerFile = (): string =>
  join(
    packageRoot(dirname(fileURLToPath(import.meta.url))),
    'src',
    'outside',
    'gazetteer',
    'gazetteer.json.gz',
  )

import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { gazetteerFile } from './file.ts'
import { makeGazetteer, type Coverage } from './making.ts'
import { readSources } from './sources.ts'

/** Makes the committed file anew from the packages of `devDependencies`, and says what it covers. */
export const writeGazetteer = async (): Promise<Coverage> => {
  const { text, coverage } = makeGazetteer(await readSources())
  await writeFile(gazetteerFile(), gzipSync(text, { level: 9 }))
  return coverage
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(`${JSON.stringify(await writeGazetteer(), undefined, 2)}\n`)

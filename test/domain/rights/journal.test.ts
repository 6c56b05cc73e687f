import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { notedDeeds } from '../../../src/domain/rights/journal.ts'

const domain = new URL('../../../src/domain/', import.meta.url).pathname

/** Named in old journals alone. */
const older = ['have-say']

test('every deed that the journal knows is noted somewhere in the domain', async () => {
  const files = (await readdir(domain, { recursive: true })).filter(
    (file) =>
      file.endsWith('.ts') && !file.endsWith('rights/journal.ts') && !file.endsWith('rights/table.ts'),
  )
  const sources = await Promise.all(files.map((file) => readFile(join(domain, file), 'utf8')))
  const noting = sources.filter((source) => /journal|createNotes|noted?\(/.test(source)).join('\n')
  expect(notedDeeds.filter((deed) => !older.includes(deed) && !noting.includes(`'${deed}'`))).toEqual([])
})

import { fileURLToPath } from 'node:url'
import type { Log } from './base/log.ts'
import { createQueue } from './queue/queue.ts'
import { packTemplate } from './store/packing.ts'

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Makes the committed database anew, with the tables of the store and of the queue. */
export const writeTemplate = (): Promise<string> =>
  packTemplate(async (sql) => {
    await using queue = await createQueue({ where: { sql }, log: silent })
    await queue.ready()
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await writeTemplate()}\n`)

import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { keyFile } from '../config.ts'
import { doctor } from '../phrases/doctor.ts'
import { ill, off, well, why, type Finding } from './finding.ts'

const words = doctor.folder
const about = doctor.about.folder

/** What the embedded database's lock says of who holds it. */
const lock = z.object({ pid: z.number(), host: z.string() })

const othersRead = 0o077

const keyState = async (file: string): Promise<readonly Finding[]> => {
  try {
    const { mode } = await stat(file)
    return (mode & othersRead) === 0 ? [] : [ill(about, words.keyOpen(file), words.keyOpenRemedy(file))]
  } catch (error) {
    if (why(error) === 'ENOENT') return []
    throw error
  }
}

const holders = async (folder: string): Promise<readonly Finding[]> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.lock'))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => {
    const { pid, host } = lock.parse(JSON.parse(text))
    return off(about, words.held(pid, host))
  })
}

/** Whether we can write there, and who holds it, and whether nobody else can read the key. Leaves nothing behind. */
export const examineFolder = async (folder: string): Promise<readonly Finding[]> => {
  try {
    await rm(await mkdtemp(join(folder, '.doctor-')), { recursive: true })
  } catch (error) {
    return why(error) === 'ENOENT'
      ? [well(about, words.absent(folder))]
      : [ill(about, words.closed(folder, why(error)), words.closedRemedy(folder))]
  }
  return [well(about, words.fine(folder)), ...(await holders(folder)), ...(await keyState(keyFile(folder)))]
}

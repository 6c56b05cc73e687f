import { mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keyFile } from '../config.ts'
import { doctor } from '../phrases/doctor.ts'
import { ill, well, why, type Finding } from './finding.ts'

const words = doctor.folder
const about = doctor.about.folder

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

/** Whether we can write there, and whether nobody else can read the key. Leaves nothing behind. */
export const examineFolder = async (folder: string): Promise<readonly Finding[]> => {
  try {
    await rm(await mkdtemp(join(folder, '.doctor-')), { recursive: true })
  } catch (error) {
    return why(error) === 'ENOENT'
      ? [well(about, words.absent(folder))]
      : [ill(about, words.closed(folder, why(error)), words.closedRemedy(folder))]
  }
  return [well(about, words.fine(folder)), ...(await keyState(keyFile(folder)))]
}

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { second, systemClock } from '../base/clock.ts'

/** Two processes on one embedded database lose what they write, without a word. */
export class FolderInUse extends Error {
  readonly folder: string
  readonly pid: number
  /** The machine or container, when it is not this one; it may have ended {@link freshness} ago. */
  readonly host: string | undefined

  constructor(folder: string, { pid, host }: Holder) {
    super(`${folder} is used by process ${pid} of ${host}`)
    this.name = 'FolderInUse'
    this.folder = folder
    this.pid = pid
    this.host = host === hostname() ? undefined : host
  }
}

interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, in the system's own words: a pid is given again after a restart. */
  readonly began: string
  /** The folder is being made: should the holder be gone, what is there is no database. */
  readonly making: boolean
}

/** How long a holder whose process cannot be seen counts as alive after its last sign, in milliseconds. */
export const freshness = 20 * second
const heartbeat = 5 * second

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Field 22 of `/proc/<pid>/stat`, or nothing where there is no such file; `undefined`: no such process. */
const beginning = (pid: number): string | undefined => {
  try {
    process.kill(pid, 0)
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
  } catch (error) {
    if (isCode(error, 'ESRCH')) return undefined
    // Somebody else's process, or a system without such files.
    if (isCode(error, 'EPERM') || isCode(error, 'ENOENT')) return ''
    throw error
  }
}

const read = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

const isAlive = async (file: string, { pid, host, began }: Holder): Promise<boolean> => {
  if (host !== hostname()) return systemClock.now() - (await stat(file)).mtimeMs < freshness
  const now = beginning(pid)
  return now !== undefined && (now === '' || began === '' || now === began)
}

/** Takes away the lock of a holder that is gone; another process may do so at the same time. */
const clear = async (file: string, text: string): Promise<void> => {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if ((await read(aside)) !== text) await rename(aside, file)
  else await rm(aside)
}

const drafted = async (file: string, holder: Holder): Promise<string> => {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(holder))
  return draft
}

/** All of the lock appears under its name, or none; false when there is one. */
const claim = async (file: string, holder: Holder): Promise<boolean> => {
  const draft = await drafted(file, holder)
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft)
  }
}

export interface FolderLock extends AsyncDisposable {
  /** The last holder went away while it made the folder. */
  readonly halfMade: boolean
  /** To be called around the making of the folder. */
  making(is: boolean): Promise<void>
}

/** Held by this process until it is disposed of, or the process ends in any way. Throws {@link FolderInUse}. */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
  const file = `${folder}.lock`
  const me = { pid: process.pid, host: hostname(), began: beginning(process.pid) ?? '' }
  let halfMade = false
  while (!(await claim(file, { ...me, making: halfMade }))) {
    const text = await read(file)
    if (text === undefined) continue
    const holder = JSON.parse(text) as Holder
    if (await isAlive(file, holder)) throw new FolderInUse(folder, holder)
    halfMade ||= holder.making
    await clear(file, text)
  }
  const beat = setInterval(() => {
    const now = new Date(systemClock.now())
    // The folder may be gone by now, in tests; then there is nothing to hold.
    utimes(file, now, now).catch(() => clearInterval(beat))
  }, heartbeat)
  beat.unref()
  return {
    halfMade,
    making: async (is) => rename(await drafted(file, { ...me, making: is }), file),
    [Symbol.asyncDispose]: async () => {
      clearInterval(beat)
      await rm(file, { force: true })
    },
  }
}

import { createHash, randomUUID } from 'node:crypto'
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
  /** No two locks are the same, also of one process. */
  readonly id: string
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

const lastSign = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).mtimeMs
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 0
    throw error
  }
}

const isAlive = async (file: string, { pid, host, began }: Holder): Promise<boolean> => {
  if (host !== hostname()) return systemClock.now() - (await lastSign(file)) < freshness
  const now = beginning(pid)
  return now !== undefined && (now === '' || began === '' || now === began)
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

/**
 * What the holder that went away had left, once this one stands in its place. The lock is never absent while it changes hands:
 * whoever succeeds a given holder first takes the lock on that succession, in the same way, and looks again.
 */
const take = async (
  folder: string,
  file: string,
  me: Omit<Holder, 'making'>,
): Promise<Pick<Holder, 'making'>> => {
  while (!(await claim(file, { ...me, making: false }))) {
    const text = await read(file)
    if (text === undefined) continue
    const holder = JSON.parse(text) as Holder
    if (await isAlive(file, holder)) throw new FolderInUse(folder, holder)
    const succession = `${file}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
    await take(folder, succession, me)
    try {
      if ((await read(file)) !== text) continue
      await rename(await drafted(file, { ...me, making: holder.making }), file)
      return { making: holder.making }
    } finally {
      await rm(succession, { force: true })
    }
  }
  return { making: false }
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
  const me = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    began: beginning(process.pid) ?? '',
  }
  const { making: halfMade } = await take(folder, file, me)
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

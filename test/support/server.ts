import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** A server of our own on this machine, for as long as a test needs it. */
export interface Server extends AsyncDisposable {
  readonly url: string
  /** Ends it in that way; what it keeps stays. */
  stop(signal: NodeJS.Signals): Promise<void>
  /** Starts it again, at the same address, on what it kept. */
  again(): Promise<void>
}

const runs = (file: string): boolean => ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o111) !== 0

const folders = (): readonly string[] => {
  const debian = '/usr/lib/postgresql'
  const versions = runs(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []
  return [...(process.env['PATH'] ?? '').split(delimiter), ...versions]
}

/** Where a program is, if this machine has it; says so once when it has not. */
export const program = (name: string): string | undefined => {
  const found = folders()
    .map((folder) => join(folder, name))
    .find(runs)
  if (found === undefined) process.stderr.write(`skipped: this machine has no ${name}\n`)
  return found
}

/** PostgreSQL refuses to run as root; whoever else we are, we stay. */
export const unprivileged = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const user = ['postgres', 'nobody'].map((name) => users.find((line) => line.startsWith(`${name}:`)))
  const [, , uid, gid] = (user.find((line) => line !== undefined) ?? '').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  server.close()
  await once(server, 'close')
  if (typeof at !== 'object' || at === null) throw new Error('no port')
  return at.port
}

export const ownFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-server-'))
  const user = unprivileged()
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}

const run = promisify(execFile)

export const runOnce = (file: string, of: readonly string[]): Promise<unknown> =>
  run(file, [...of], { ...unprivileged(), cwd: tmpdir() })

/** Resolves when the program says that it is ready; rejects when it ends before. */
const readiness = async (child: ChildProcess, file: string, ready: RegExp): Promise<void> => {
  let said = ''
  const isReady = new Promise<void>((resolve) => {
    const hear = (text: Buffer): void => {
      if (said.length < 100_000) said += text.toString()
      if (ready.test(said)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
  })
  const failed = once(child, 'exit').then(() => {
    throw new Error(`${file} did not start: ${said}`)
  })
  await Promise.race([isReady, failed])
  // Once it runs, its end is no failure.
  failed.catch(() => undefined)
}

/** Starts a program and waits until its output says that it is ready. */
export const start = async (
  file: string,
  of: readonly string[],
  ready: RegExp,
  folder: string,
): Promise<Omit<Server, 'url'>> => {
  let child: ChildProcess | undefined
  // A test run that dies takes its servers along.
  const killed = (): void => void child?.kill('SIGKILL')
  process.once('exit', killed)
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  const end = async (): Promise<void> => {
    await stop('SIGINT')
    process.off('exit', killed)
    await rm(folder, { recursive: true, force: true })
  }
  const again = async (): Promise<void> => {
    child = spawn(file, of, { ...unprivileged(), cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    await readiness(child, file, ready)
  }
  try {
    await again()
  } catch (error) {
    await end()
    throw error
  }
  return { stop, again, [Symbol.asyncDispose]: end }
}

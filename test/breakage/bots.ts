import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../support/compiled.ts'
import { freePort } from '../support/server.ts'

/** One process of the bot. */
export interface Bot {
  /** All that it wrote so far. */
  said(): string
  /** Its figures, in the words of Prometheus; where it has the web part. */
  figures(): Promise<string>
  lives(): boolean
  /** Sets its clock forward, or back, by so many milliseconds; `all`: so does the one that nobody sets, for that time has passed. */
  movesClock(ms: number, all?: 'all'): void
  /** Sends the signal, and waits for the end: the status it ended with, and after how many milliseconds. */
  ends(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly ms: number }>
}

export interface Bots extends AsyncDisposable {
  start(role: string, besides?: Readonly<Record<string, string>>): Promise<Bot>
}

/** Processes with the same environment; those that are left are killed in the end. */
export const createBots = async (given: Readonly<Record<string, string>>): Promise<Bots> => {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-breakage-'))
  const living = new Set<ChildProcess>()
  const killAll = (): void => living.forEach((child) => void child.kill('SIGKILL'))
  process.once('exit', killAll)

  return {
    start: async (role, besides) => {
      const port = await freePort()
      const flags = [
        '--max-old-space-size=192',
        '--max-semi-space-size=2',
        '--import',
        './test/breakage/clock.mjs',
      ]
      const child = spawn(process.execPath, [...flags, 'dist/src/main.js'], {
        cwd: root,
        env: {
          PATH: process.env['PATH'] ?? '',
          NODE_ENV: 'production',
          DATA_DIR: folder,
          ACTION_POPULAIRE_URL: '',
          GEO_API_URL: '',
          PLAYGROUND: 'off',
          PORT: String(port),
          ROLE: role,
          ...given,
          ...besides,
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })
      living.add(child)
      let told = ''
      const hear = (text: Buffer): void => void (told += text.toString())
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      const exited = once(child, 'exit')
      void exited.then(() => living.delete(child))
      return {
        said: () => told,
        figures: async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
        lives: () => living.has(child),
        movesClock: (ms, all) => void child.send({ clock: all ?? 'wall', ms }),
        ends: async (signal) => {
          const from = performance.now()
          child.kill(signal)
          await exited
          return { code: child.exitCode, ms: performance.now() - from }
        },
      }
    },
    [Symbol.asyncDispose]: async () => {
      process.off('exit', killAll)
      const ended = [...living].map((child) => once(child, 'exit'))
      killAll()
      await Promise.all(ended)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

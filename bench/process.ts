import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

export interface Started {
  /** From the spawn to the line that says it. */
  readonly readyMs: number
  readonly memoryMB: number
}

/** What the system says of a process, on Linux; NaN elsewhere. */
export const memoryOf = async (pid: number | undefined): Promise<number> => {
  if (process.platform !== 'linux') return Number.NaN
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1_024
}

interface Run {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Resolves when the program is ready, having heard what it said so far; `undefined`: not yet. */
  readonly ready: (said: string) => Promise<true | undefined>
  readonly signal: AbortSignal
}

const pause = 5
const patienceMs = 60_000

/** Starts Node with that program, measures it when it is ready, and ends it. */
export const startAndEnd = async ({ args, env, ready, signal }: Run): Promise<Started> => {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  try {
    while (!(await ready(said))) {
      signal.throwIfAborted()
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said}`)
      if (performance.now() - began > patienceMs) throw new Error(`it is not ready: ${said}`)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return { readyMs: performance.now() - began, memoryMB: await memoryOf(child.pid) }
  } finally {
    child.kill('SIGTERM')
    await exited
  }
}

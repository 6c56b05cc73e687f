import { setTimeout } from 'node:timers/promises'
import type { Door } from './door.ts'
import { startOurs, type Program } from './programs.ts'

/** Programs of ours on one door. */
export interface Crew extends AsyncDisposable {
  /** Starts one for each role, and waits until they listen. */
  start(...roles: readonly string[]): Promise<readonly Program[]>
}

/** Whoever works is there so long after whoever listens, or after its start. */
const settles = 1_500

export const createCrew = (door: Door, env: Readonly<Record<string, string>>): Crew => {
  const programs: Program[] = []
  door.begins()
  return {
    start: async (...roles) => {
      const started = roles.map((role) => startOurs(role, env))
      programs.push(...started)
      if (roles.some((role) => role === 'bot' || role === 'all'))
        while (door.polls() === 0) {
          for (const program of started) program.check()
          await setTimeout(20)
        }
      await setTimeout(settles)
      return started
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(programs.map((program) => program.kill('SIGKILL')))
    },
  }
}

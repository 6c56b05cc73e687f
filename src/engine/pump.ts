import { second } from '../base/clock.ts'
import type { Platform } from '../chat/index.ts'
import { createBell, type Bell } from './bell.ts'
import { createCarrying, type CarryingNeeds } from './carrying.ts'

/** A pump that fails that often leaves the letters to the next sweep. */
const mostFailures = 5

interface Needs extends CarryingNeeds {
  readonly platforms: ReadonlyMap<string, Platform>
}

export interface Pump {
  /** Carries what is due on a platform, by lanes, until nothing is; wakes itself for what is due later. */
  run(platform: string, signal: AbortSignal): Promise<void>
}

export const createPump = ({ platforms, ...needs }: Needs): Pump => {
  const bells = new Map<string, Bell>()
  const carry = createCarrying(needs)

  /** A database that was away for a moment is no reason to leave the letters to the next sweep. */
  const again = async (platform: Platform, bell: Bell, signal: AbortSignal): Promise<void> => {
    for (let failures = 1; ; failures += 1)
      try {
        return await carry(platform, bell, signal)
      } catch (error) {
        if (signal.aborted || failures === mostFailures) throw error
        needs.log.warn({ err: error, platform: platform.name }, 'letters could not be carried; trying again')
        await bell.rest(second, signal)
      }
  }

  return {
    run: async (name, signal) => {
      const platform = platforms.get(name)
      const already = bells.get(name)
      if (already) already.ring()
      if (already || !platform) return
      const bell = createBell(needs.sleep)
      bells.set(name, bell)
      try {
        await again(platform, bell, signal)
      } finally {
        bells.delete(name)
      }
    },
  }
}

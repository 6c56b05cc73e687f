import type { Workers } from '../engine/ports.ts'
import type { Pump } from '../engine/pump.ts'

/** Letters of one platform to their addresses, as fast as it allows. */
export const createPumping =
  ({ pump }: { readonly pump: Pump }): Workers['pump'] =>
  ({ platform }, signal) =>
    pump.run(platform, signal)

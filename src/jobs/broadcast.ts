import type { Conductor } from '../engine/conductor.ts'
import type { Workers } from '../engine/ports.ts'

/** One broadcast to its audience. */
export const createBroadcasting =
  ({ conductor }: { readonly conductor: Conductor }): Workers['broadcast'] =>
  ({ broadcast }, signal) =>
    conductor.conduct(broadcast, signal)

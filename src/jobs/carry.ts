import type { Courier } from '../engine/courier.ts'
import type { Workers } from '../engine/ports.ts'

/** One letter to its address. */
export const createCarry =
  ({ courier }: { readonly courier: Courier }): Workers['carry'] =>
  ({ letter }) =>
    courier.carry(letter)

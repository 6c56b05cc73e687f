import type { PairingStore } from '../../src/domain/pairing/ports.ts'

/** In a world of one platform nobody has a second account: codes are made, and none is ever used. */
export const createPairingsInMemory = (): PairingStore => ({
  offer: async () => undefined,
  offered: async () => undefined,
  pair: async () => ({ is: 'unknown' }),
  part: async () => false,
})

import type { OutcomeStore } from '../../src/domain/outcomes/ports.ts'

/** Nobody ever counted anything here. */
export const outcomesInMemory: OutcomeStore = {
  unasked: async () => [],
  uncounted: async () => [],
  ask: async () => true,
  keep: async () => undefined,
  of: async () => undefined,
  totals: async () => [],
}

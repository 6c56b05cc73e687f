import type { Dialogue, Dialogues } from '../../src/engine/ports.ts'

/** Where people are in the questions of a form, in memory. */
export const dialoguesInMemory = (): Dialogues => {
  const all = new Map<string, Dialogue>()
  return {
    get: async ({ key }) => all.get(key),
    put: async ({ key }, dialogue) => void all.set(key, dialogue),
    end: async ({ key }) => all.delete(key),
    forget: async () => 0,
  }
}

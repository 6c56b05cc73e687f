/** What an import remembers between two wakes and across restarts: plain JSON values, by key. */
export interface ImportStore {
  /** `undefined` when nothing was ever saved under that key. */
  load(key: string): Promise<unknown>
  /** Replaces what was saved under that key. */
  save(key: string, value: unknown): Promise<void>
}

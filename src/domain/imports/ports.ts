/** Where an import remembers how far it is; values are plain JSON. */
export interface ImportStore {
  load(key: string): Promise<unknown>
  save(key: string, value: unknown): Promise<void>
}

import type { ImportStore } from './ports.ts'

/** A map that is saved in parts: what nobody touched is not written again. */
export interface Shards<T> extends Iterable<readonly [string, T]> {
  readonly size: number
  get(id: string): T | undefined
  has(id: string): boolean
  set(id: string, value: T): void
  delete(id: string): void
  values(): Iterable<T>
  save(): Promise<void>
}

const count = 64

/** The first byte of a UUID spreads them evenly. */
const partOf = (id: string): number => Number.parseInt(id.slice(0, 2), 16) % count || 0

type Entries<T> = readonly (readonly [string, T])[]

interface Needs {
  readonly store: ImportStore
  readonly key: string
  /** What another version of the program wrote is left aside. */
  readonly version: number
}

const entriesOf = <T>(value: unknown, version: number): Entries<T> =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === version
    ? (value as unknown as { readonly of: Entries<T> }).of
    : []

export const loadShards = async <T>({ store, key, version }: Needs): Promise<Shards<T>> => {
  const saved = await Promise.all(Array.from({ length: count }, (_, part) => store.load(`${key}/${part}`)))
  const all = new Map(saved.flatMap((value) => entriesOf<T>(value, version)))
  const touched = new Set<number>()
  return {
    get size() {
      return all.size
    },
    get: (id) => all.get(id),
    has: (id) => all.has(id),
    set: (id, value) => {
      all.set(id, value)
      touched.add(partOf(id))
    },
    delete: (id) => {
      if (all.delete(id)) touched.add(partOf(id))
    },
    values: () => all.values(),
    save: async () => {
      const written = new Map([...touched].map((part) => [part, [] as (readonly [string, T])[]]))
      for (const entry of all) written.get(partOf(entry[0]))?.push(entry)
      touched.clear()
      for (const [part, of] of written) await store.save(`${key}/${part}`, { version, of })
    },
    [Symbol.iterator]: () => all.entries(),
  }
}

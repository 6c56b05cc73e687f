/** A map that forgets the oldest of too many. */
export const bounded = <K, V>(
  most: number,
): Pick<Map<K, V>, 'get' | 'has' | 'delete'> & { set(key: K, value: V): void } => {
  const held = new Map<K, V>()
  return {
    get: (key) => held.get(key),
    has: (key) => held.has(key),
    delete: (key) => held.delete(key),
    set: (key, value) => {
      held.delete(key)
      held.set(key, value)
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
    },
  }
}

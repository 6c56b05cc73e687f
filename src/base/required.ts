import { createRequire } from 'node:module'

/**
 * Loads a CommonJS package as CommonJS does, when the program starts: before an `import` runs one, it reads all its files once more, to find the
 * names that they export (docs/decisions/001).
 */
export const required: (name: string) => unknown = createRequire(import.meta.url)

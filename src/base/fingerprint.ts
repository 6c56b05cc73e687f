import { createHash } from 'node:crypto'

/** The same 16 characters for the same JSON, other ones for another. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)

import { createHash } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import type { Drizzle } from './database.ts'

/** What the repositories share: a database or a transaction in it, sealing, marks, time. */
export type { Drizzle }

type Filled<T> = {
  [K in keyof T as null extends T[K] ? never : K]: T[K]
} & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>
}

/** A row without its NULLs: what is not known is absent, as everywhere outside the store. */
export const filled = <T extends object>(row: T): Filled<T> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Filled<T>

/** The same for the same values, whatever their length. */
export const fingerprint = (...of: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('base64url')

/** An instant or another whole number inside an expression, where PostgreSQL cannot guess its type. */
export const whole = (value: number): SQL => sql`${value}::bigint`

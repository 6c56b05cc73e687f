import { createHmac, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Address } from '../chat/index.ts'
import type { Account } from '../domain/people/model.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { secrets } from './tables/house.ts'

/** What sealed things are looked up by: the same for the same thing, and worth nothing without the key. */
export interface Marks {
  account(of: Account): string
  address(of: Address): string
  copy(to: Address, ref: string): string
  update(platform: string, id: string): string
  letterKey(key: string): string
  /** Anything else that must not be known by its name. */
  other(name: string): string
}

export const createMarks = (key: Buffer): Marks => {
  const mark = (...of: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(of)).digest('base64url')
  return {
    account: ({ platform, key: of }) => mark('account', platform, of),
    address: ({ platform, key: of }) => mark('address', platform, of),
    copy: ({ platform, key: of }, ref) => mark('copy', platform, of, ref),
    update: (platform, id) => mark('update', platform, id),
    letterKey: (of) => mark('letter', of),
    other: (name) => mark('other', name),
  }
}

const spot = { table: 'secrets', row: 'marks', column: 'sealed' }

/**
 * The key of all marks: random, kept in the database, sealed. Changing `SECRET_KEY` therefore changes no mark,
 * and a wrong one is noticed here, at once. Sealed again when the first key is another than last time.
 */
export const marksKey = async (database: Drizzle, cipher: Cipher): Promise<Buffer> => {
  const fresh = cipher.seal(randomBytes(32).toString('base64'), spot)
  await database.insert(secrets).values({ name: spot.row, sealed: fresh }).onConflictDoNothing()
  const [kept] = await database.select().from(secrets).where(eq(secrets.name, spot.row))
  const sealed = kept?.sealed ?? fresh
  const opened = cipher.open(sealed, spot)
  if (!sealed.startsWith(`${cipher.keyId}.`))
    await database
      .update(secrets)
      .set({ sealed: cipher.seal(opened, spot) })
      .where(eq(secrets.name, spot.row))
  return Buffer.from(opened, 'base64')
}

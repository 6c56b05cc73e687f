import { and, asc, eq, notExists } from 'drizzle-orm'
import type { Copies, Copy } from '../engine/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { stillKnown } from './still-known.ts'
import { copies } from './tables/actions.ts'
import { accounts } from './tables/people.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

const spot = (row: string) => ({ table: 'copies', row, column: 'sealed' })

export const createCopies = ({ database, cipher, marks }: Needs): Copies => ({
  add: async (action, { to, ref, reader, within }, at) => {
    const mark = marks.copy(to, ref)
    const row = {
      action,
      platform: to.platform,
      addressMark: marks.address(to),
      reader: reader ?? null,
      ...(within && { within }),
      sealed: cipher.seal(JSON.stringify([to.key, ref]), spot(mark)),
      at,
    }
    const keep = (where: Drizzle) =>
      where
        .insert(copies)
        .values({ mark, ...row })
        .onConflictDoUpdate({ target: copies.mark, set: row })
    if (!reader) await keep(database)
    // Whoever was erased while it was on its way leaves nothing behind.
    else
      await database.transaction(async (where) => {
        if ((await stillKnown(where, [reader])).has(reader)) await keep(where)
      })
  },
  of: async (action) => {
    const rows = await database
      .select()
      .from(copies)
      .where(
        and(
          eq(copies.action, action),
          notExists(
            database
              .select({ mark: accounts.mark })
              .from(accounts)
              .where(and(eq(accounts.doorMark, copies.addressMark), eq(accounts.reachable, false))),
          ),
        ),
      )
      .orderBy(asc(copies.at), asc(copies.mark))
    return rows.map(({ platform, mark, sealed, reader, within }): Copy => {
      const [key, ref] = JSON.parse(cipher.open(sealed, spot(mark))) as [string, string]
      return {
        to: { platform, key },
        ref,
        ...(reader !== null && { reader }),
        ...(within !== null && { within }),
      }
    })
  },
  find: async ({ to, ref }) => {
    const [row] = await database
      .select({ within: copies.within })
      .from(copies)
      .where(eq(copies.mark, marks.copy(to, ref)))
    return row && (row.within === null ? {} : { within: row.within })
  },
  remove: async ({ to, ref }) => {
    await database.delete(copies).where(eq(copies.mark, marks.copy(to, ref)))
  },
  leave: async (to) => {
    await database.delete(copies).where(eq(copies.addressMark, marks.address(to)))
  },
  move: (from, key) =>
    database.transaction(async (within) => {
      const to = { platform: from.platform, key }
      const moved = await within
        .delete(copies)
        .where(eq(copies.addressMark, marks.address(from)))
        .returning()
      for (const row of moved) {
        const [, ref] = JSON.parse(cipher.open(row.sealed, spot(row.mark))) as [string, string]
        const mark = marks.copy(to, ref)
        const sealed = cipher.seal(JSON.stringify([key, ref]), spot(mark))
        await within
          .insert(copies)
          .values({ ...row, mark, addressMark: marks.address(to), sealed })
          .onConflictDoNothing()
      }
    }),
})

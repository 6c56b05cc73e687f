import { and, asc, eq, notExists, type SQL } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import type { ActionId, ProposalId } from '../base/ids.ts'
import type { Copies, Copy } from '../engine/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { filled } from './rows.ts'
import { stillKnown } from './still-known.ts'
import { copies } from './tables/copies.ts'
import { accounts } from './tables/people.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

const spot = (row: string) => ({ table: 'copies', row, column: 'sealed' })

type Of = { readonly action: ActionId } | { readonly proposal: ProposalId }

export const createCopies = ({ database, cipher, marks }: Needs): Copies => {
  const add = async (of: Of, { to, ref, reader, within }: Copy, at: Instant): Promise<void> => {
    const mark = marks.copy(to, ref)
    const row = {
      action: null,
      proposal: null,
      ...of,
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
  }

  const reached = async (which: SQL): Promise<readonly Copy[]> => {
    const rows = await database
      .select()
      .from(copies)
      .where(
        and(
          which,
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
  }

  return {
    add: (action, copy, at) => add({ action }, copy, at),
    addProposal: (proposal, copy, at) => add({ proposal }, copy, at),
    of: (action) => reached(eq(copies.action, action)),
    ofProposal: (proposal) => reached(eq(copies.proposal, proposal)),
    find: async ({ to, ref }) => {
      const [row] = await database
        .select({ within: copies.within, reader: copies.reader })
        .from(copies)
        .where(eq(copies.mark, marks.copy(to, ref)))
      return row && filled(row)
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
  }
}

import { and, eq, gt, lte } from 'drizzle-orm'
import type { Dialogue, Dialogues } from '../engine/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { dialogues } from './tables/people.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

const spot = (row: string) => ({ table: 'dialogues', row, column: 'sealed' })

export const createDialogues = ({ database, cipher, marks }: Needs): Dialogues => ({
  get: async (account, now) => {
    const mark = marks.account(account)
    const [row] = await database
      .select({ sealed: dialogues.sealed })
      .from(dialogues)
      .where(and(eq(dialogues.accountMark, mark), gt(dialogues.until, now)))
    return row && (JSON.parse(cipher.open(row.sealed, spot(mark))) as Dialogue)
  },
  put: async (account, { route, answers, asking }, until) => {
    const mark = marks.account(account)
    const sealed = cipher.seal(JSON.stringify({ route, answers, asking }), spot(mark))
    await database
      .insert(dialogues)
      .values({ accountMark: mark, sealed, until })
      .onConflictDoUpdate({ target: dialogues.accountMark, set: { sealed, until } })
  },
  end: async (account) => {
    const ended = await database
      .delete(dialogues)
      .where(eq(dialogues.accountMark, marks.account(account)))
      .returning({ until: dialogues.until })
    return ended.length > 0
  },
  forget: async (before) =>
    (await database.delete(dialogues).where(lte(dialogues.until, before)).returning({ at: dialogues.until }))
      .length,
})

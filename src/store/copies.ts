import { asc, eq } from 'drizzle-orm'
import type { Copies, Copy } from '../engine/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { copies } from './tables/actions.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

const spot = (row: string) => ({ table: 'copies', row, column: 'sealed' })

export const createCopies = ({ database, cipher, marks }: Needs): Copies => ({
  add: async (action, { to, ref, reader }, at) => {
    const mark = marks.copy(to, ref)
    const row = {
      action,
      platform: to.platform,
      addressMark: marks.address(to),
      reader: reader ?? null,
      sealed: cipher.seal(JSON.stringify([to.key, ref]), spot(mark)),
      at,
    }
    await database
      .insert(copies)
      .values({ mark, ...row })
      .onConflictDoUpdate({ target: copies.mark, set: row })
  },
  of: async (action) => {
    const rows = await database
      .select()
      .from(copies)
      .where(eq(copies.action, action))
      .orderBy(asc(copies.at), asc(copies.mark))
    return rows.map(({ platform, mark, sealed, reader }): Copy => {
      const [key, ref] = JSON.parse(cipher.open(sealed, spot(mark))) as [string, string]
      return { to: { platform, key }, ref, ...(reader !== null && { reader }) }
    })
  },
  remove: async ({ to, ref }) => {
    await database.delete(copies).where(eq(copies.mark, marks.copy(to, ref)))
  },
})

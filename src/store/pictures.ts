import { and, eq, gte, inArray, lt, notExists, or, sql } from 'drizzle-orm'
import { newId } from '../base/ids.ts'
import type { Pictures } from '../engine/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { announcements, pictures } from './tables/announcements.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

const spot = (row: string) => ({ table: 'pictures', row, column: 'sealed' })

export const createPictures = ({ database, cipher }: Needs): Pictures => ({
  put: async (picture, at) => {
    const id = newId.picture()
    const [drawing, bytes] =
      'png' in picture ? (['png', picture.png] as const) : (['jpeg', picture.jpeg] as const)
    await database.insert(pictures).values({ id, sealed: cipher.seal(bytes, spot(id)), drawing, made: at })
    return id
  },
  get: async (id) => {
    const [row] = await database.select().from(pictures).where(eq(pictures.id, id))
    if (!row) return undefined
    const bytes = cipher.open(row.sealed, spot(id))
    return row.drawing === 'png' ? { png: bytes } : { jpeg: bytes }
  },
  forget: async (madeBefore, sentBefore) => {
    const needed = database
      .select({ one: sql`1` })
      .from(announcements)
      .where(
        and(
          eq(announcements.picture, pictures.id),
          or(
            inArray(announcements.stage, ['draft', 'asking', 'holding']),
            and(eq(announcements.stage, 'sent'), gte(announcements.made, sentBefore)),
          ),
        ),
      )
    const gone = await database
      .delete(pictures)
      .where(and(lt(pictures.made, madeBefore), notExists(needed)))
      .returning({ id: pictures.id })
    return gone.length
  },
})

import type { Sql } from '../base/sql.ts'
import type { Cipher } from './cipher.ts'

/** Every sealed column but the secrets' own: its table, what names the row (and its type), the column, its name when sealed. */
export const sealedColumns = [
  ['people', 'id', 'uuid', 'sealed_name', 'name'],
  ['accounts', 'mark', 'text', 'sealed_key', 'key'],
  ['accounts', 'mark', 'text', 'sealed_door', 'door'],
  ['letters', 'id', 'uuid', 'sealed_to', 'to'],
  ['letters', 'id', 'uuid', 'sealed_content', 'content'],
  ['letters', 'id', 'uuid', 'sealed_ref', 'ref'],
  ['dialogues', 'account_mark', 'text', 'sealed', 'sealed'],
  ['broadcasts', 'id', 'uuid', 'sealed_what', 'what'],
  ['broadcasts', 'id', 'uuid', 'sealed_watch', 'watch'],
  ['journal', 'id', 'uuid', 'sealed', 'sealed'],
  ['relays', 'id', 'uuid', 'sealed_line', 'line'],
  ['announcements', 'id', 'uuid', 'sealed_text', 'text'],
  ['announcements', 'id', 'uuid', 'sealed_poll', 'poll'],
  ['announcements', 'id', 'uuid', 'sealed_alt', 'alt'],
  ['pictures', 'id', 'uuid', 'sealed', 'sealed'],
  ['links', 'id', 'uuid', 'sealed_key', 'key'],
  ['links', 'id', 'uuid', 'sealed_title', 'title'],
  ['copies', 'mark', 'text', 'sealed', 'sealed'],
  ['notes', 'id', 'uuid', 'sealed', 'sealed'],
  ['drafts', 'id', 'uuid', 'sealed', 'sealed'],
  ['rides', 'id', 'uuid', 'sealed', 'sealed'],
  ['feeds', 'person', 'uuid', 'sealed', 'sealed'],
] as const

const usually = 1_000
/** A picture is as large as a thousand words. */
const few = 10

/**
 * Seals again, under the first key, what was sealed under another, so that the old key may be dropped. What others
 * write meanwhile is left as they wrote it. How many values it was.
 */
export const sealAgain = async ({ ask }: Sql, cipher: Cipher): Promise<number> => {
  let sealed = 0
  for (const [table, id, type, column, name] of sealedColumns) {
    const atOnce = table === 'pictures' ? few : usually
    let after: string | undefined
    do {
      const { rows } = await ask(
        `select ${id}::text as row, ${column} as old from porte_voix.${table}
         where ${column} not like $1 and ($2::${type} is null or ${id} > $2::${type})
         order by ${id} limit ${atOnce}`,
        [`${cipher.keyId}.%`, after ?? null],
      )
      const found = rows.map(({ row, old }) => {
        const at = { table, row: String(row), column: name }
        return { row: at.row, old: String(old), fresh: cipher.seal(cipher.open(String(old), at), at) }
      })
      await ask(
        `update porte_voix.${table} t set ${column} = n.fresh
         from json_to_recordset($1::json) as n(row ${type}, old text, fresh text)
         where t.${id} = n.row and t.${column} = n.old`,
        [JSON.stringify(found)],
      )
      sealed += found.length
      after = found.length === atOnce ? found.at(-1)?.row : undefined
    } while (after !== undefined)
  }
  return sealed
}

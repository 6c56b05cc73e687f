import { systemClock } from '../../src/base/clock.ts'
import { newId, type BroadcastId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import type { NewBroadcast } from '../../src/domain/broadcasts/model.ts'
import type { Store } from '../../src/engine/ports.ts'
import { createCipher } from '../../src/store/cipher.ts'
import type { Database } from '../../src/store/database.ts'
import { createMarks, marksKey } from '../../src/store/marks.ts'
import { doorOf } from '../../src/store/people.ts'

interface Needs {
  readonly database: Database
  readonly store: Store
  readonly key: Buffer
  readonly size: number
  readonly urgency: NewBroadcast['urgency']
}

const atOnce = 2_000

/** So many people, whose chats are numbered from 1, in a group of their own; and what is told to all, not yet begun. */
export const addressed = async ({ database, store, key, size, urgency }: Needs): Promise<BroadcastId> => {
  const now = systemClock.now()
  const cipher = createCipher([key])
  const marks = createMarks(await marksKey(database.drizzle, cipher))
  const { id: group } = await store.groups.keepImported(
    {
      source: 'made-up',
      sourceId: newId.group(),
      name: 'Tout le monde',
      kind: 'local',
      certified: true,
      active: true,
    },
    now,
  )
  for (let from = 1; from <= size; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, size - from + 1) }, (_, at) => {
      const account = { platform: 'telegram', key: String(from + at) }
      const mark = marks.account(account)
      return {
        person: newId.person(),
        mark,
        sealedKey: cipher.seal(account.key, { table: 'accounts', row: mark, column: 'key' }),
        sealedDoor: cipher.seal(account.key, doorOf(mark)),
        doorMark: marks.address(account),
      }
    })
    // All at once: enrolling a hundred thousand one by one would take longer than what is measured.
    await database.sql.ask(
      `with made as materialized (
         select gen.* from json_to_recordset($1::text::json)
           as gen (person uuid, mark text, "sealedKey" text, "sealedDoor" text, "doorMark" text)),
       people as (insert into porte_voix.people (id, since) select person, $2::bigint from made returning id),
       doors as (insert into porte_voix.accounts (mark, person, platform, sealed_key, sealed_door, door_mark)
         select mark, person, 'telegram', "sealedKey", "sealedDoor", "doorMark" from made returning mark)
       insert into porte_voix.memberships (person, "group", since) select person, $3::uuid, $2::bigint from made`,
      [JSON.stringify(rows), now, group],
    )
  }
  const id = newId.broadcast()
  const what = { is: 'text', text: rich`Samedi, tous à Bastille` } as const
  await store.broadcasts.put(id, { audience: { is: 'members', group }, what, urgency }, now)
  return id
}

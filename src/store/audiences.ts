import { and, asc, count, eq, gt, inArray, sql, type SQL } from 'drizzle-orm'
import type { LinkId, PersonId } from '../base/ids.ts'
import type { AudienceKinds, Target } from '../domain/broadcasts/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { linkKey } from './links.ts'
import { relayed } from './relays.ts'
import { relays } from './tables/announcements.ts'
import { links } from './tables/links.ts'
import { doorOf } from './people.ts'
import { createSubscribers } from './subscribers.ts'
import { answers } from './tables/actions.ts'
import { memberships } from './tables/groups.ts'
import { accounts } from './tables/people.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

/** A list of people: the table, whose rows, under which conditions. */
interface Crowd {
  readonly table: typeof memberships | typeof answers
  readonly where: SQL | undefined
}

const reached = (table: Crowd['table']) => and(eq(accounts.person, table.person), accounts.reachable)

/** People, in the order of their ids: each once, at one of the doors that are open. */
const createCrowds = ({ database, cipher }: Needs) => {
  return {
    page: async ({ table, where }: Crowd, after: string | undefined, take: number): Promise<Target[]> => {
      const door = database
        .select({ platform: accounts.platform, mark: accounts.mark, sealedDoor: accounts.sealedDoor })
        .from(accounts)
        .where(reached(table))
        .orderBy(asc(accounts.platform), asc(accounts.mark))
        .limit(1)
        .as('door')
      const rows = await database
        .select({
          person: table.person,
          platform: door.platform,
          mark: door.mark,
          sealedDoor: door.sealedDoor,
        })
        .from(table)
        .innerJoinLateral(door, sql`true`)
        .where(and(where, after === undefined ? undefined : gt(table.person, after as PersonId)))
        .orderBy(asc(table.person))
        .limit(take)
      return rows.map(({ person, platform, mark, sealedDoor }) => ({
        key: person,
        address: { platform, key: cipher.open(sealedDoor, doorOf(mark)) },
        reader: person,
      }))
    },

    count: async ({ table, where }: Crowd): Promise<number> => {
      const [row] = await database
        .select({ count: sql<number>`count(distinct ${table.person})::int`.mapWith(Number) })
        .from(table)
        .innerJoin(accounts, reached(table))
        .where(where)
      return row?.count ?? 0
    },
  }
}

/** Linked chats, in the order of their ids. */
const createRelayed = ({ database, cipher }: Needs): AudienceKinds['relays'] => ({
  page: async ({ broadcast }, after, take) => {
    const rows = await database
      .select({ id: links.id, platform: links.platform, sealedKey: links.sealedKey })
      .from(relays)
      .innerJoin(links, eq(links.id, relays.link))
      .where(and(relayed(broadcast), after === undefined ? undefined : gt(relays.link, after as LinkId)))
      .orderBy(asc(relays.link))
      .limit(take)
    return rows.map(({ id, platform, sealedKey }) => ({
      key: id,
      address: { platform, key: cipher.open(sealedKey, linkKey(id)) },
    }))
  },
  count: async ({ broadcast }) => {
    const [row] = await database
      .select({ chats: count() })
      .from(relays)
      .innerJoin(links, eq(links.id, relays.link))
      .where(relayed(broadcast))
    return row?.chats ?? 0
  },
})

/** Who hears of a broadcast, kind by kind. */
export const createAudiences = (needs: Needs): AudienceKinds => {
  const crowds = createCrowds(needs)
  const crowd = <A>(of: (audience: A) => Crowd) => ({
    page: (audience: A, after: string | undefined, take: number) => crowds.page(of(audience), after, take),
    count: (audience: A) => crowds.count(of(audience)),
  })
  return {
    members: crowd(({ group }) => ({ table: memberships, where: eq(memberships.group, group) })),
    relays: createRelayed(needs),
    subscribers: createSubscribers(needs),
    answered: crowd(({ action, answers: given }) => ({
      table: answers,
      where: and(eq(answers.action, action), inArray(answers.answer, [...given])),
    })),
  }
}

import { and, asc, count, eq, exists, gt, notExists, sql, type SQL } from 'drizzle-orm'
import { paris } from '../base/zones.ts'
import type { PersonId } from '../base/ids.ts'
import type { Audience } from '../domain/broadcasts/model.ts'
import type { AudienceKinds, Target } from '../domain/broadcasts/ports.ts'
import { awake, usual } from '../domain/reminders/model.ts'
import { belonging } from './belonging.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { doorOf } from './people.ts'
import { groups, memberships } from './tables/groups.ts'
import { accounts, people } from './tables/people.ts'
import { mutes, wishes } from './tables/reminders.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

type Subscribers = Extract<Audience, { is: 'subscribers' }>

/** Whoever asked for copies of their own, and joined one of those groups without muting it. */
const asked = (
  database: Drizzle,
  { where, filter }: Pick<Subscribers, 'where' | 'filter'>,
): SQL | undefined =>
  and(
    eq(people.news, true),
    exists(
      database
        .select({ one: sql`1` })
        .from(memberships)
        .innerJoin(groups, eq(groups.id, memberships.group))
        .where(
          and(
            eq(memberships.person, people.id),
            belonging(database)(where, filter),
            notExists(
              database
                .select({ one: sql`1` })
                .from(mutes)
                .where(and(eq(mutes.person, people.id), eq(mutes.group, memberships.group))),
            ),
          ),
        ),
    ),
  )

export const countSubscribers = async (
  database: Drizzle,
  of: Pick<Subscribers, 'where' | 'filter'>,
): Promise<number> => {
  const reachable = database
    .select({ one: sql`1` })
    .from(accounts)
    .where(and(eq(accounts.person, people.id), accounts.reachable))
  const [row] = await database
    .select({ count: count() })
    .from(people)
    .where(and(asked(database, of), exists(reachable)))
  return row?.count ?? 0
}

/** People, in the order of their ids; where it is their quiet hours, their copy waits for the end of them. */
export const createSubscribers = ({ database, cipher }: Needs): AudienceKinds['subscribers'] => ({
  page: async (of, after, take) => {
    const door = database
      .select({ platform: accounts.platform, mark: accounts.mark, sealedDoor: accounts.sealedDoor })
      .from(accounts)
      .leftJoin(wishes, and(eq(wishes.person, accounts.person), eq(wishes.platform, accounts.platform)))
      .where(and(eq(accounts.person, people.id), accounts.reachable))
      .orderBy(sql`${wishes.person} is null`, asc(accounts.platform), asc(accounts.mark))
      .limit(1)
      .as('door')
    const rows = await database
      .select({
        person: people.id,
        platform: door.platform,
        mark: door.mark,
        sealedDoor: door.sealedDoor,
        from: wishes.quietFrom,
        to: wishes.quietTo,
        zone: wishes.zone,
      })
      .from(people)
      .innerJoinLateral(door, sql`true`)
      .leftJoin(wishes, eq(wishes.person, people.id))
      .where(and(asked(database, of), after === undefined ? undefined : gt(people.id, after as PersonId)))
      .orderBy(asc(people.id))
      .limit(take)
    return rows.map(({ person, platform, mark, sealedDoor, from, to, zone }): Target => {
      const quiet = from === null || to === null ? usual.quiet : { from, to }
      return {
        key: person,
        address: { platform, key: cipher.open(sealedDoor, doorOf(mark)) },
        reader: person,
        notBefore: (now) => awake(now, zone ?? of.zone ?? paris, quiet),
      }
    })
  },
  count: (of) => countSubscribers(database, of),
})

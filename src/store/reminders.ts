import { and, asc, eq, gt, inArray, isNull, lte, notInArray, sql } from 'drizzle-orm'
import type { Lead, Owed, ReminderKind, Wishes } from '../domain/reminders/model.ts'
import { usual } from '../domain/reminders/model.ts'
import type { ReminderStore } from '../domain/reminders/ports.ts'
import type { Drizzle } from './database.ts'
import { whole } from './rows.ts'
import { actions, answers, organisers } from './tables/actions.ts'
import { groups } from './tables/groups.ts'
import { mutes, ownLeads, reminders, wishes } from './tables/reminders.ts'

export const asWishes = (row: typeof wishes.$inferSelect): Wishes => ({
  leads: JSON.parse(row.leads) as readonly Lead[],
  quiet: { from: row.quietFrom, to: row.quietTo },
  digest: row.digest,
  ...(row.zone !== null && { zone: row.zone }),
  ...(row.platform !== null && { platform: row.platform }),
})

/** With the leads of one action alone, when they have some. */
export const asWishesFor = (
  row: typeof wishes.$inferSelect | null,
  own: typeof ownLeads.$inferSelect | null,
): Wishes => ({
  ...(row ? asWishes(row) : usual),
  ...(own && { leads: JSON.parse(own.leads) as readonly Lead[] }),
})

export const createReminderStore = ({ database }: { readonly database: Drizzle }): ReminderStore => {
  /** Does that person want to hear nothing of one of the groups that organise it? */
  const muted = sql<boolean>`exists (
    select from ${mutes} m join ${groups} g on g.id = m."group"
    join ${organisers} o on o.source = g.source and o.source_id = g.source_id
    where m.person = ${reminders.person} and o.action = ${reminders.action})`

  const inTurn = [asc(reminders.due), asc(reminders.person), asc(reminders.action), asc(reminders.kind)]

  const those = { person: reminders.person, action: reminders.action, kind: reminders.kind }

  const heldAs = (name: 'held') => database.$with(name).as(database.select(those).from(reminders))

  /** What is needed to tell those reminders. */
  const owed = async (held: ReturnType<typeof heldAs>): Promise<readonly Owed[]> => {
    const rows = await database
      .with(held)
      .select({
        person: reminders.person,
        action: reminders.action,
        kind: reminders.kind,
        due: reminders.due,
        start: actions.start,
        end: actions.end,
        state: actions.state,
        answer: answers.answer,
        turn: answers.turn,
        digest: wishes.digest,
        muted,
      })
      .from(held)
      .innerJoin(
        reminders,
        and(
          eq(reminders.person, held.person),
          eq(reminders.action, held.action),
          eq(reminders.kind, held.kind),
        ),
      )
      .innerJoin(actions, eq(actions.id, reminders.action))
      .leftJoin(answers, and(eq(answers.person, reminders.person), eq(answers.action, reminders.action)))
      .leftJoin(wishes, eq(wishes.person, reminders.person))
      .orderBy(...inTurn)
    return rows.map(({ kind, answer, turn, digest, ...row }): Owed => ({
      ...row,
      kind: kind as ReminderKind,
      ...(answer !== null && { answer }),
      waiting: turn !== null,
      digest: digest ?? usual.digest,
    }))
  }

  return {
    wishes: async (person) => {
      const [row] = await database.select().from(wishes).where(eq(wishes.person, person))
      return row && asWishes(row)
    },
    keepWishes: async (person, { leads, quiet, zone, digest, platform }) => {
      const row = {
        leads: JSON.stringify(leads),
        quietFrom: quiet.from,
        quietTo: quiet.to,
        zone: zone ?? null,
        digest,
        platform: platform ?? null,
      }
      await database
        .insert(wishes)
        .values({ person, ...row })
        .onConflictDoUpdate({ target: wishes.person, set: row })
    },
    ownLeads: async (person) => {
      const rows = await database.select().from(ownLeads).where(eq(ownLeads.person, person))
      return new Map(rows.map(({ action, leads }) => [action, JSON.parse(leads) as readonly Lead[]]))
    },
    keepOwnLeads: async (person, action, leads) => {
      if (leads === undefined) {
        await database.delete(ownLeads).where(and(eq(ownLeads.person, person), eq(ownLeads.action, action)))
        return
      }
      const row = { leads: JSON.stringify(leads) }
      await database
        .insert(ownLeads)
        .values({ person, action, ...row })
        .onConflictDoUpdate({ target: [ownLeads.person, ownLeads.action], set: row })
    },
    mutedBy: async (person) => {
      const rows = await database.select({ group: mutes.group }).from(mutes).where(eq(mutes.person, person))
      return rows.map(({ group }) => group)
    },
    mute: async (person, group, is) => {
      if (is) await database.insert(mutes).values({ person, group }).onConflictDoNothing()
      else await database.delete(mutes).where(and(eq(mutes.person, person), eq(mutes.group, group)))
    },

    owe: async (person, action, of, again) => {
      const kinds = of.map(({ kind }) => kind)
      await database.delete(reminders).where(
        and(
          eq(reminders.person, person),
          eq(reminders.action, action),
          isNull(reminders.sent),
          // What an organiser asked for stays owed, as long as anything is.
          kinds.length > 0 ? notInArray(reminders.kind, [...kinds, 'call']) : undefined,
        ),
      )
      if (of.length === 0) return
      await database
        .insert(reminders)
        .values(of.map(({ kind, due }) => ({ person, action, kind, due })))
        .onConflictDoUpdate({
          target: [reminders.person, reminders.action, reminders.kind],
          set: {
            due: sql`excluded.due`,
            // What was missed is told once, whenever that was; so are thanks.
            sent:
              again === 'once'
                ? reminders.sent
                : sql`case when ${reminders.due} = excluded.due or excluded.kind in ('info', 'after') then ${reminders.sent} end`,
          },
        })
    },

    due: async (now, most, after) => {
      // Held in the order in which they are due, before anything is looked up about them.
      const held = database.$with('held').as(
        database
          .select(those)
          .from(reminders)
          .where(
            and(
              isNull(reminders.sent),
              lte(reminders.due, now),
              after &&
                sql`(${reminders.due}, ${reminders.person}, ${reminders.action}, ${reminders.kind})
                  > (${whole(after.due)}, ${after.person}::uuid, ${after.action}::uuid, ${after.kind}::text)`,
              // Looked up row by row, in their order, until the page is full.
              sql`(select w.digest from ${wishes} w where w.person = ${reminders.person}) is not true`,
            ),
          )
          .orderBy(...inTurn)
          .limit(most)
          .for('update', { skipLocked: true }),
      )
      return owed(held)
    },

    dueTogether: async (now, mostPeople) => {
      const isDue = and(isNull(reminders.sent), lte(reminders.due, now))
      const waiting = database.select({ person: reminders.person }).from(reminders).where(isDue)
      // Whoever holds how they want it holds all that is theirs.
      const people = await database
        .select({ person: wishes.person })
        .from(wishes)
        .where(and(wishes.digest, inArray(wishes.person, waiting)))
        .orderBy(asc(wishes.person))
        .limit(mostPeople)
        .for('update', { skipLocked: true })
      if (people.length === 0) return []
      const theirs = inArray(
        reminders.person,
        people.map(({ person }) => person),
      )
      return owed(database.$with('held').as(database.select(those).from(reminders).where(and(isDue, theirs))))
    },

    call: (action, of, since) =>
      database.transaction(async (within) => {
        // Two organisers at once: the second one sees the first.
        await within.execute(sql`select pg_advisory_xact_lock(hashtext(${`call ${action}`}))`)
        const kind = 'call' satisfies ReminderKind
        const own = and(eq(reminders.action, action), eq(reminders.kind, kind))
        if ((await within.$count(reminders, and(own, gt(reminders.due, since)))) > 0) return false
        await within.delete(reminders).where(own)
        // As JSON: a statement has room for so many values only.
        await within.execute(sql`
          insert into ${reminders} (person, action, kind, due)
          select s.person, ${action}, ${kind}, s.due
          from json_to_recordset(${JSON.stringify(of)}::json) as s(person uuid, due bigint)`)
        return true
      }),

    sent: async (of, at) => {
      if (of.length === 0) return
      const told = JSON.stringify(of.map(({ person, action, kind }) => ({ person, action, kind })))
      await database
        .update(reminders)
        .set({ sent: at })
        .from(sql`json_to_recordset(${told}::json) as s(person uuid, action uuid, kind text)`)
        .where(
          sql`${reminders.person} = s.person and ${reminders.action} = s.action and ${reminders.kind} = s.kind`,
        )
    },
  }
}

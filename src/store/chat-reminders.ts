import { and, asc, eq, gt, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { ChatReminderStore } from '../domain/reminders/chats.ts'
import { forMany } from './audience.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { openLink } from './links.ts'
import { actions, organisers } from './tables/actions.ts'
import { groups } from './tables/groups.ts'
import { links } from './tables/links.ts'
import { chatReminders } from './tables/planning.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

export const createChatReminderStore = ({ database, cipher }: Needs): ChatReminderStore => ({
  upcoming: async ({ from, to }, after, most) => {
    const before = database
      .select({ one: sql`1` })
      .from(chatReminders)
      .where(
        and(
          eq(chatReminders.link, links.id),
          eq(chatReminders.action, actions.id),
          eq(chatReminders.start, actions.start),
        ),
      )
    const rows = await database
      .select({
        link: links,
        action: actions.id,
        start: actions.start,
        zone: actions.zone,
        revision: actions.revision,
        changed: actions.changed,
      })
      .from(actions)
      .innerJoin(organisers, eq(organisers.action, actions.id))
      .innerJoin(groups, and(eq(groups.source, organisers.source), eq(groups.sourceId, organisers.sourceId)))
      .innerJoin(links, eq(links.group, groups.id))
      .where(
        and(
          eq(actions.state, 'planned'),
          forMany,
          gt(actions.end, from),
          gt(actions.start, from),
          lte(actions.start, to),
          eq(links.reminders, true),
          isNull(links.trouble),
          notExists(before),
          after &&
            sql`(${actions.start}, ${actions.id}, ${links.id}) > (${after.start}::bigint, ${after.action}::uuid, ${after.link}::uuid)`,
        ),
      )
      .orderBy(asc(actions.start), asc(actions.id), asc(links.id))
      .limit(most)
    const open = openLink(cipher)
    return rows.map(({ link, revision, changed, ...row }) => ({
      ...row,
      link: open(link),
      ...(revision === 1 && { fresh: changed }),
    }))
  },
  reminded: async ({ link, action, start }, at) =>
    (
      await database
        .insert(chatReminders)
        .values({ link, action, start, at })
        .onConflictDoNothing()
        .returning({ link: chatReminders.link })
    ).length > 0,
})

import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { day, later } from '../base/clock.ts'
import type { InvitationStore } from '../domain/rights/ports.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { filled } from './rows.ts'
import { groups } from './tables/groups.ts'
import { invitations, replacements } from './tables/roles.ts'

interface Needs {
  readonly database: Drizzle
  readonly marks: Marks
}

export const createInvitationStore = ({ database, marks }: Needs): InvitationStore => {
  const markOf = (code: string): string => marks.other(`invitation ${code}`)
  const open = (code: string, now: Parameters<InvitationStore['find']>[1]) =>
    and(eq(invitations.mark, markOf(code)), isNull(invitations.used), gt(invitations.until, now))

  return {
    add: async ({ code, role, group, by, until }, now) => {
      await database.delete(invitations).where(lt(invitations.until, later(now, -7 * day)))
      await database.insert(invitations).values({ mark: markOf(code), role, group: group ?? null, by, until })
    },
    find: async (code, now) => {
      const [row] = await database
        .select({
          role: invitations.role,
          group: invitations.group,
          by: invitations.by,
          until: invitations.until,
        })
        .from(invitations)
        .where(open(code, now))
      return row && filled(row)
    },
    use: async (code, now) => {
      const used = await database
        .update(invitations)
        .set({ used: now })
        .where(open(code, now))
        .returning({ mark: invitations.mark })
      return used.length > 0
    },
    askReplacement: ({ group, person, by, at }, since) =>
      database.transaction(async (within) => {
        await within.select({ id: groups.id }).from(groups).where(eq(groups.id, group)).for('no key update')
        const asked = and(eq(replacements.group, group), eq(replacements.person, person))
        const [before] = await within.select().from(replacements).where(asked)
        if (before && before.at > since) {
          if (before.by === by) return 'already'
          await within.delete(replacements).where(asked)
          return 'agreed'
        }
        await within
          .insert(replacements)
          .values({ group, person, by, at })
          .onConflictDoUpdate({ target: [replacements.group, replacements.person], set: { by, at } })
        return 'asked'
      }),
  }
}

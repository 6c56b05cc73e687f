import { and, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { MirrorStore } from '../domain/planning/ports.ts'
import { forMany } from './audience.ts'
import type { Drizzle } from './database.ts'
import { actions } from './tables/actions.ts'
import { links } from './tables/links.ts'
import { mirrorings, mirrors, plans } from './tables/planning.ts'

export const createMirrorStore = ({ database }: { readonly database: Drizzle }): MirrorStore => ({
  turn: async (link) => {
    const gone = await database
      .delete(mirrorings)
      .where(eq(mirrorings.link, link))
      .returning({ link: mirrorings.link })
    if (gone.length > 0) return false
    await database.insert(mirrorings).values({ link }).onConflictDoNothing()
    return true
  },
  turnOff: async (link) =>
    (await database.delete(mirrorings).where(eq(mirrorings.link, link)).returning({ link: mirrorings.link }))
      .length > 0,
  isOn: async (link) => (await database.$count(mirrorings, eq(mirrorings.link, link))) > 0,
  due: async (now, from, most) => {
    const rows = await database
      .select({ link: links.id, action: actions.id, revision: actions.revision, ref: mirrors.ref })
      .from(mirrorings)
      .innerJoin(links, eq(links.id, mirrorings.link))
      .innerJoin(plans, eq(plans.group, links.group))
      .innerJoin(actions, eq(actions.id, plans.action))
      .leftJoin(mirrors, and(eq(mirrors.link, links.id), eq(mirrors.action, actions.id)))
      .where(
        and(
          isNull(links.trouble),
          or(
            and(isNull(mirrors.action), gt(actions.start, from), eq(actions.state, 'planned'), forMany),
            and(
              ne(mirrors.revision, actions.revision),
              or(
                and(isNotNull(mirrors.ref), gt(actions.end, now)),
                and(gt(actions.start, from), eq(actions.state, 'planned')),
              ),
            ),
          ),
        ),
      )
      .orderBy(actions.start)
      .limit(most)
    return rows.map(({ ref, ...row }) => ({ ...row, ...(ref !== null && { ref }) }))
  },
  note: async ({ link, action, revision, ref }) => {
    const row = { revision, ref: ref ?? null }
    await database
      .insert(mirrors)
      .values({ link, action, ...row })
      .onConflictDoUpdate({ target: [mirrors.link, mirrors.action], set: row })
  },
})

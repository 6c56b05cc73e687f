import { and, desc, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { AudienceKinds, BroadcastStore } from '../domain/broadcasts/ports.ts'
import type { What } from '../domain/broadcasts/model.ts'
import type { Broadcasting } from '../engine/broadcasting.ts'
import { lanes } from '../engine/letter.ts'
import { createAccounts } from './broadcast-accounts.ts'
import { createSteps } from './broadcast-steps.ts'
import { atRest, dropped, isPaused, opened, openedAgain, spot } from './broadcast-rows.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { broadcasts } from './tables/broadcasts.ts'
import { letters } from './tables/letters.ts'

export interface BroadcastNeeds {
  readonly database: Drizzle
  /** On the transaction at hand. */
  readonly audiences: (database: Drizzle) => AudienceKinds
  readonly cipher: Cipher
  readonly marks: Marks
}

type Changes = Pick<BroadcastStore, 'pause' | 'resume' | 'cancel' | 'retry' | 'edit' | 'withdraw'>

const of = (id: BroadcastId) => eq(letters.broadcast, id)

const drop = (within: Drizzle, id: BroadcastId, at: Instant, why: 'paused' | null, more?: SQL) =>
  within
    .update(letters)
    .set(dropped(at, why))
    .where(and(of(id), atRest(at), more))

const forgetPause = (within: Drizzle, id: BroadcastId, at: Instant) =>
  within
    .update(letters)
    .set(dropped(at, null))
    .where(and(of(id), isPaused))

const createChanges = ({ database, cipher }: BroadcastNeeds): Changes => {
  const sealed = (id: BroadcastId, what: What): string => cipher.seal(JSON.stringify(what), spot(id, 'what'))

  /** Under the row's lock, which a step takes as well: no letter is written meanwhile. False when it was not so. */
  const when = (
    id: BroadcastId,
    condition: SQL | undefined,
    set: object,
    then: (within: Drizzle) => Promise<unknown> = async () => {},
  ): Promise<boolean> =>
    database.transaction(async (within) => {
      const changed = await within
        .update(broadcasts)
        .set(set)
        .where(and(eq(broadcasts.id, id), condition))
        .returning({ id: broadcasts.id })
      if (changed.length > 0) await then(within)
      return changed.length > 0
    })

  const isRunning = eq(broadcasts.state, 'running')
  const isOpen = inArray(broadcasts.state, ['running', 'paused'])
  const notWithdrawn = ne(broadcasts.errand, 'withdraw')

  return {
    pause: (id, at) => when(id, isRunning, { state: 'paused' }, (within) => drop(within, id, at, 'paused')),

    resume: (id, at) =>
      when(id, eq(broadcasts.state, 'paused'), { state: 'running' }, (within) =>
        within
          .update(letters)
          .set(openedAgain(at))
          .where(and(of(id), isPaused)),
      ),

    cancel: (id, at) =>
      when(id, isOpen, { state: 'cancelled', expanded: true, ended: at }, async (within) => {
        await drop(within, id, at, null)
        await forgetPause(within, id, at)
      }),

    retry: (id, fate, at) =>
      database.transaction(async (within) => {
        const [row] = await within.select().from(broadcasts).where(eq(broadcasts.id, id)).for('update')
        if (!row) return 0
        const again = await within
          .update(letters)
          .set(openedAgain(at))
          .where(and(of(id), eq(letters.fate, fate)))
          .returning({ id: letters.id })
        if (again.length > 0 && row.state !== 'paused')
          await within.update(broadcasts).set({ state: 'running', ended: null }).where(eq(broadcasts.id, id))
        return again.length
      }),

    edit: (id, what, at) =>
      when(
        id,
        notWithdrawn,
        {
          sealedWhat: sealed(id, what),
          errand: 'edit',
          pass: sql`${broadcasts.pass} + 1`,
          state: sql`case ${broadcasts.state} when 'paused' then 'paused' else 'running' end`,
          begun: at,
          ended: null,
        },
        async () => {},
      ),

    withdraw: (id, at) =>
      when(
        id,
        notWithdrawn,
        {
          errand: 'withdraw',
          pass: sql`${broadcasts.pass} + 1`,
          expanded: true,
          state: 'running',
          begun: at,
          ended: null,
        },
        async (within) => {
          await drop(within, id, at, null, isNull(letters.sealedRef))
          await forgetPause(within, id, at)
        },
      ),
  }
}

export const createBroadcastStore = (needs: BroadcastNeeds): Broadcasting => {
  const { database, cipher } = needs
  return {
    put: async (id, { audience, what, urgency, author }, at) => {
      await database.insert(broadcasts).values({
        id,
        author: author ?? null,
        sealedWhat: cipher.seal(JSON.stringify(what), spot(id, 'what')),
        audience: JSON.stringify(audience),
        lane: lanes.indexOf(urgency),
        state: 'running',
        begun: at,
      })
    },
    byId: async (id) => {
      const [row] = await database.select().from(broadcasts).where(eq(broadcasts.id, id))
      return row && opened(cipher, row)
    },
    of: async (author, take) => {
      const rows = await database
        .select()
        .from(broadcasts)
        .where(eq(broadcasts.author, author))
        .orderBy(desc(broadcasts.begun), desc(broadcasts.id))
        .limit(take)
      return rows.map((row) => opened(cipher, row))
    },
    ...createChanges(needs),
    ...createAccounts(needs),
    ...createSteps(needs),
  }
}

import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { hour, type Instant } from '../base/clock.ts'
import type { ActionId, PersonId } from '../base/ids.ts'
import { offerFor, offerUntil, type Promoted, type Standing } from '../domain/answers/model.ts'
import type { Drizzle } from './database.ts'
import { actions, answers } from './tables/actions.ts'
import { people } from './tables/people.ts'
import { helpers } from './tables/planning.ts'

/** The counts of an action as its row has them. */
export interface Seats {
  readonly yes: number
  readonly maybe: number
  readonly no: number
  readonly waiting: number
}

const counted = {
  id: actions.id,
  start: actions.start,
  end: actions.end,
  state: actions.state,
  capacity: actions.capacity,
  picks: actions.picks,
  yes: actions.yes,
  maybe: actions.maybe,
  no: actions.no,
  waiting: actions.waiting,
  offerHours: actions.offerHours,
}

export type Locked = Pick<typeof actions.$inferSelect, keyof typeof counted>

/** Whoever has this row alone changes the seats of the action. */
export const locked = async (within: Drizzle, action: ActionId): Promise<Locked | undefined> => {
  const [row] = await within.select(counted).from(actions).where(eq(actions.id, action)).for('no key update')
  return row
}

/** The same, for an answer of that person: first they, who must still be there, then the action. `undefined`: one of them is gone. */
export const lockedFor = async (
  within: Drizzle,
  person: PersonId,
  action: ActionId,
): Promise<Locked | undefined> => {
  const whose = within
    .$with('whose')
    .as(within.select({ id: people.id }).from(people).where(eq(people.id, person)).for('key share'))
  const [row] = await within
    .with(whose)
    .select(counted)
    .from(actions)
    .where(and(eq(actions.id, action), sql`exists (select from ${whose})`))
    .for('no key update')
  return row
}

export const store = async (within: Drizzle, action: ActionId, seats: Seats): Promise<void> => {
  const { yes, maybe, no, waiting } = seats
  await within.update(actions).set({ yes, maybe, no, waiting }).where(eq(actions.id, action))
}

/** 1 is next. */
export const placeOf = (within: Drizzle, action: ActionId, turn: number): Promise<number> =>
  within.$count(answers, and(eq(answers.action, action), lte(answers.turn, turn)))

const atOnce = 50

/**
 * Gives what is free to those who wait, strictly in their turn: who is next and wants more seats than are free keeps the others waiting.
 * The row must be locked; the counts that are given back are still to be stored.
 */
export const promote = async (
  within: Drizzle,
  row: Locked,
  at: Instant,
): Promise<{ readonly counts: Seats; readonly promoted: readonly Promoted[] }> => {
  let { yes, waiting } = row
  const promoted: Promoted[] = []
  const done = () => ({ counts: { yes, maybe: row.maybe, no: row.no, waiting }, promoted })
  // Nobody is next where organisers choose.
  if (row.picks || row.state !== 'planned' || row.end <= at) return done()
  const free = (): number => (row.capacity === null ? Infinity : row.capacity - yes)
  while (waiting > 0 && free() > 0) {
    const next = await within
      .select({ person: answers.person, guests: answers.guests })
      .from(answers)
      .where(and(eq(answers.action, row.id), isNotNull(answers.turn)))
      .orderBy(asc(answers.turn))
      .limit(atOnce)
    if (next.length === 0) break
    for (const { person, guests } of next) {
      if (1 + guests > free()) return done()
      const until = offerUntil(row.start, at, row.offerHours === null ? offerFor : row.offerHours * hour)
      await within
        .update(answers)
        .set({ turn: null, confirmBy: until ?? null, promoted: at })
        .where(and(eq(answers.action, row.id), eq(answers.person, person)))
      yes += 1 + guests
      waiting -= 1
      promoted.push({ person, action: row.id, ...(until !== undefined && { until }) })
    }
  }
  return done()
}

/** Their seats are gone, and with them that they were named to look after it: to come again does not name them again. */
export const relieve = async (
  within: Drizzle,
  action: ActionId,
  gone: readonly PersonId[],
): Promise<void> => {
  await within.delete(helpers).where(and(eq(helpers.action, action), inArray(helpers.person, [...gone])))
}

export const standingOf = (
  { answer, turn, confirmBy }: Pick<typeof answers.$inferSelect, 'answer' | 'turn' | 'confirmBy'>,
  place: number | null,
): Standing | undefined => {
  if (answer !== 'yes') return undefined
  if (turn !== null) return { is: 'waiting', place: place ?? 1 }
  return { is: 'seated', ...(confirmBy !== null && { until: confirmBy }) }
}

/** 1 is next; NULL for whoever does not wait. */
export const placeAmong = sql<number | null>`case when ${answers.turn} is null then null else (
  select count(*) from ${answers} w where w.action = ${answers.action} and w.turn <= ${answers.turn}) end`.mapWith(
  (value: unknown) => (value === null ? null : Number(value)),
)

import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Instant } from '../base/clock.ts'
import type { ActionId, PersonId } from '../base/ids.ts'
import { storable } from '../base/text.ts'
import type { Answer } from '../domain/actions/model.ts'
import type { ActionStore, Noted } from '../domain/actions/ports.ts'
import type { Wish } from '../domain/answers/model.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { lockedFor, placeOf, promote, relieve, store, type Locked, type Seats } from './seats.ts'
import { actions, answers, notes } from './tables/actions.ts'

/*
 * The counts of an action change only under its row's lock, and together with the answers they count.
 * Locks are taken in one order everywhere: the person, then actions by their ids.
 */

/** `answer` for an action or a person that is not there: nothing was noted. */
export class AnswerToNothing extends Error {
  constructor(person: PersonId, action: ActionId) {
    super(`No answer noted: person ${person} or action ${action} is gone`)
    this.name = 'AnswerToNothing'
  }
}

type Row = Pick<typeof answers.$inferSelect, 'answer' | 'guests' | 'turn' | 'confirmBy'>

/** What an answer takes out of the counts of its action. */
const taking = ({ answer, guests, turn }: Row): Seats => ({
  yes: answer === 'yes' && turn === null ? 1 + guests : 0,
  maybe: Number(answer === 'maybe'),
  no: Number(answer === 'no'),
  waiting: Number(turn !== null),
})

const nothing: Seats = { yes: 0, maybe: 0, no: 0, waiting: 0 }

/** The counts once one answer has become another. */
const recounted = (counts: Seats, was: Seats, is: Seats): Seats => ({
  yes: counts.yes - was.yes + is.yes,
  maybe: counts.maybe - was.maybe + is.maybe,
  no: counts.no - was.no + is.no,
  waiting: counts.waiting - was.waiting + is.waiting,
})

/** Their own answer, and the last turn that was given; both as they are under the lock. */
const given = async (within: Drizzle, person: PersonId, action: ActionId) => {
  const [row] = await within
    .select({
      before: answers,
      lastTurn: sql<number>`(select coalesce(max(w.turn), 0) from ${answers} w
        where w.action = ${action} and w.turn is not null)`.mapWith(Number),
    })
    .from(actions)
    .leftJoin(answers, and(eq(answers.person, person), eq(answers.action, actions.id)))
    .where(eq(actions.id, action))
  return { before: row?.before ?? undefined, lastTurn: row?.lastTurn ?? 0 }
}

/** A seat for whoever finds one free and nobody before them; else their turn to wait. A seat once held is never lost by asking for more. */
const settled = (
  counts: Seats & { readonly capacity: number | null; readonly picks: boolean },
  { before, lastTurn }: { readonly before: Row | undefined; readonly lastTurn: number },
  { answer, guests = before?.answer === 'yes' ? before.guests : 0 }: Wish,
): Row | { readonly free: number } => {
  if (answer !== 'yes') return { answer, guests: 0, turn: null, confirmBy: null }
  const seated = before?.answer === 'yes' && before.turn === null
  const seat: Row = { answer, guests, turn: null, confirmBy: null }
  if (counts.picks && !seated) return { ...seat, turn: before?.turn ?? lastTurn + 1 }
  if (counts.capacity === null) return seat
  const free = counts.capacity - counts.yes + (seated ? 1 + before.guests : 0)
  if (seated && guests <= before.guests) return seat
  if (1 + guests <= free && (seated || counts.waiting === 0)) return seat
  if (seated) return { free: Math.max(0, free - 1) }
  return { ...seat, turn: before?.turn ?? lastTurn + 1 }
}

/** Seats that this answer freed go to others, or to whoever just asked for fewer than before. */
const passOn = async (within: Drizzle, row: Locked, counts: Seats, at: Instant) => {
  if (counts.waiting === 0) return { counts, promoted: [] }
  const passed = await promote(within, { ...row, ...counts }, at)
  if (passed.promoted.length > 0) await store(within, row.id, passed.counts)
  return passed
}

export const noteAnswer =
  (database: Drizzle, cipher: Cipher): ActionStore['answer'] =>
  (person, action, answer, at, more = {}) =>
    database.transaction(async (within): Promise<Noted> => {
      const row = await lockedFor(within, person, action)
      if (!row) throw new AnswerToNothing(person, action)
      const known = await given(within, person, action)
      const { before } = known
      const wish: Wish = { answer, ...more }
      const after = settled(row, known, wish)
      const was = before?.answer
      if ('free' in after) return { is: 'no-room', free: after.free, ...(was && { was }), counts: shown(row) }
      const counted = recounted(row, before ? taking(before) : nothing, taking(after))
      await write(within, { person, action, row: after, counts: counted, at })
      if (wish.note !== undefined || (answer === 'no' && before))
        await writeNote(within, cipher, { person, action, note: wish.note ?? '' })
      if (before && taking(before).yes > 0 && taking(after).yes === 0) await relieve(within, action, [person])
      const { counts, promoted } = await passOn(within, row, counted, at)
      const seatedNow = promoted.some((each) => each.person === person)
      // They are here to say that they want it.
      if (seatedNow)
        await within
          .update(answers)
          .set({ confirmBy: null })
          .where(and(eq(answers.person, person), eq(answers.action, action)))
      const place =
        after.turn === null || seatedNow
          ? undefined
          : before?.turn == null
            ? counts.waiting
            : await placeOf(within, action, after.turn)
      return {
        is: 'noted',
        ...(was && { was }),
        changed: !before || !sameRow(before, after) || wish.note !== undefined,
        ...(before?.confirmBy && { confirmed: true }),
        guests: after.guests,
        ...(place !== undefined && { place }),
        counts: shown(counts),
        promoted: promoted.filter((each) => each.person !== person),
      }
    })

export const shown = ({ yes, maybe, no, waiting }: Seats) => ({
  yes,
  maybe,
  no,
  ...(waiting > 0 && { waiting }),
})

const sameRow = (one: Row, other: Row): boolean =>
  one.answer === other.answer &&
  one.guests === other.guests &&
  one.turn === other.turn &&
  one.confirmBy === other.confirmBy

interface Written {
  readonly person: PersonId
  readonly action: ActionId
  readonly row: Row
  readonly counts: Seats
  readonly at: Instant
}

/** The answer and the counts that hold it, in one statement. */
const write = async (within: Drizzle, { person, action, row, counts, at }: Written): Promise<void> => {
  const { yes, maybe, no, waiting } = counts
  const counted = within
    .$with('counted')
    .as(
      within
        .update(actions)
        .set({ yes, maybe, no, waiting })
        .where(eq(actions.id, action))
        .returning({ id: actions.id }),
    )
  await within
    .with(counted)
    .insert(answers)
    .values({ person, action, ...row, at })
    .onConflictDoUpdate({ target: [answers.person, answers.action], set: { ...row, at } })
}

interface Note {
  readonly person: PersonId
  readonly action: ActionId
  readonly note: string
}

export const noteSpot = (row: string) => ({ table: 'notes', row, column: 'sealed' })

const writeNote = async (within: Drizzle, cipher: Cipher, { person, action, note }: Note): Promise<void> => {
  await within.delete(notes).where(and(eq(notes.person, person), eq(notes.action, action)))
  if (note === '') return
  const id = randomUUID()
  await within.insert(notes).values({ id, person, action, sealed: cipher.seal(storable(note), noteSpot(id)) })
}

const one = (of: Answer): SQL => sql`(${answers.answer} = ${of})::int`

/** Takes all that a person answered out of the counts; the person's row must be locked. */
export const forgetAnswers = async (within: Drizzle, person: PersonId): Promise<readonly ActionId[]> => {
  const theirs = within.select({ action: answers.action }).from(answers).where(eq(answers.person, person))
  await within
    .select({ id: actions.id })
    .from(actions)
    .where(inArray(actions.id, theirs))
    .orderBy(actions.id)
    .for('no key update')
  await within
    .update(actions)
    .set({
      yes: sql`${actions.yes} - case when ${answers.turn} is null then ${one('yes')} * (1 + ${answers.guests}) else 0 end`,
      maybe: sql`${actions.maybe} - ${one('maybe')}`,
      no: sql`${actions.no} - ${one('no')}`,
      waiting: sql`${actions.waiting} - (${answers.turn} is not null)::int`,
    })
    .from(answers)
    .where(and(eq(answers.person, person), eq(actions.id, answers.action)))
  const gone = await within
    .delete(answers)
    .where(eq(answers.person, person))
    .returning({ action: answers.action })
  return gone.map(({ action }) => action)
}

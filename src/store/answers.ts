import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Instant } from '../base/clock.ts'
import type { ActionId, PersonId } from '../base/ids.ts'
import { storable } from '../base/text.ts'
import type { Answer } from '../domain/actions/model.ts'
import type { ActionStore, Noted } from '../domain/actions/ports.ts'
import type { Wish } from '../domain/answers/model.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { locked, placeOf, promote, store, type Seats } from './seats.ts'
import { actions, answers, notes } from './tables/actions.ts'
import { people } from './tables/people.ts'

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

const nextTurn = async (within: Drizzle, action: ActionId): Promise<number> => {
  const [last] = await within
    .select({ turn: sql<number>`coalesce(max(${answers.turn}), 0)`.mapWith(Number) })
    .from(answers)
    .where(and(eq(answers.action, action), isNotNull(answers.turn)))
  return (last?.turn ?? 0) + 1
}

/** A seat for whoever finds one free and nobody before them; else their turn to wait. A seat once held is never lost by asking for more. */
const settled = async (
  within: Drizzle,
  action: ActionId,
  counts: Seats & { readonly capacity: number | null },
  before: Row | undefined,
  { answer, guests = before?.answer === 'yes' ? before.guests : 0 }: Wish,
): Promise<Row | { readonly free: number }> => {
  if (answer !== 'yes') return { answer, guests: 0, turn: null, confirmBy: null }
  const seated = before?.answer === 'yes' && before.turn === null
  const seat: Row = { answer, guests, turn: null, confirmBy: null }
  if (counts.capacity === null) return seat
  const free = counts.capacity - counts.yes + (seated ? 1 + before.guests : 0)
  if (seated && guests <= before.guests) return seat
  if (1 + guests <= free && (seated || counts.waiting === 0)) return seat
  if (seated) return { free: Math.max(0, free - 1) }
  return { ...seat, turn: before?.turn ?? (await nextTurn(within, action)) }
}

export const noteAnswer =
  (database: Drizzle, cipher: Cipher): ActionStore['answer'] =>
  (person, action, answer, at, more = {}) =>
    database.transaction(async (within): Promise<Noted> => {
      const [whose] = await within
        .select({ id: people.id })
        .from(people)
        .where(eq(people.id, person))
        .for('key share')
      const row = await locked(within, action)
      if (!whose || !row) throw new AnswerToNothing(person, action)
      const where = and(eq(answers.person, person), eq(answers.action, action))
      const [before] = await within.select().from(answers).where(where)
      const wish: Wish = { answer, ...more }
      const after = await settled(within, action, row, before, wish)
      const was = before?.answer
      if ('free' in after) return { is: 'no-room', free: after.free, ...(was && { was }), counts: shown(row) }
      await write(within, person, action, after, at)
      if (wish.note !== undefined || answer === 'no')
        await writeNote(within, cipher, { person, action, note: wish.note ?? '' })
      const counted = recounted(row, before ? taking(before) : nothing, taking(after))
      const { counts, promoted } = await promote(within, { ...row, ...counted }, at)
      if (!same(row, counts)) await store(within, action, counts)
      const place = after.turn === null ? undefined : await placeOf(within, action, after.turn)
      // Whoever asked for fewer seats may have got theirs at once, and is here to say so.
      const seatedNow = promoted.some((each) => each.person === person)
      if (seatedNow) await within.update(answers).set({ confirmBy: null }).where(where)
      return {
        is: 'noted',
        ...(was && { was }),
        changed: !before || !sameRow(before, after) || wish.note !== undefined,
        ...(before?.confirmBy && { confirmed: true }),
        guests: after.guests,
        ...(place !== undefined && !seatedNow && { place }),
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

const same = (one: Seats, other: Seats): boolean =>
  one.yes === other.yes && one.maybe === other.maybe && one.no === other.no && one.waiting === other.waiting

const sameRow = (one: Row, other: Row): boolean =>
  one.answer === other.answer &&
  one.guests === other.guests &&
  one.turn === other.turn &&
  one.confirmBy === other.confirmBy

const write = async (within: Drizzle, person: PersonId, action: ActionId, row: Row, at: Instant) => {
  await within
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

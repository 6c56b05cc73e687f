import { and, asc, eq, inArray, isNull, lt, sql, sum } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { newId, type ActionId, type PersonId, type RideId } from '../base/ids.ts'
import type { Offer, Wish } from '../domain/rides/model.ts'
import type { RideStore } from '../domain/rides/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { actions } from './tables/actions.ts'
import { rides } from './tables/planning.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

type Row = typeof rides.$inferSelect

const spot = (row: string) => ({ table: 'rides', row, column: 'sealed' })

const carried = async (within: Drizzle, offer: RideId): Promise<readonly Row[]> =>
  within
    .select()
    .from(rides)
    .where(and(eq(rides.offer, offer), eq(rides.agreed, true)))

/** Whoever has this row alone gives its seats. */
const locked = async (within: Drizzle, id: RideId): Promise<Row | undefined> => {
  const [row] = await within.select().from(rides).where(eq(rides.id, id)).for('update')
  return row
}

/** Takes away what a person has there; whoever must hear of it. */
const away = async (within: Drizzle, action: ActionId, person: PersonId): Promise<readonly PersonId[]> => {
  const [own] = await within
    .select()
    .from(rides)
    .where(and(eq(rides.action, action), eq(rides.person, person)))
    .for('update')
  if (!own) return []
  const passengers = await within
    .update(rides)
    .set({ offer: null, agreed: false })
    .where(eq(rides.offer, own.id))
    .returning({ person: rides.person })
  const driver =
    own.offer !== null && own.agreed
      ? await within.select({ person: rides.person }).from(rides).where(eq(rides.id, own.offer))
      : []
  await within.delete(rides).where(eq(rides.id, own.id))
  return [...passengers, ...driver].map((each) => each.person)
}

export const createRideStore = ({ database, cipher }: Needs): RideStore => {
  const common = ({ id, action, person, seats, sealed }: Row) => ({
    id,
    action,
    person,
    seats,
    words: cipher.open(sealed, spot(id)),
  })
  const asWish = (row: Row): Wish => ({
    ...common(row),
    is: 'wish',
    ...(row.offer !== null && { offer: row.offer }),
    agreed: row.agreed,
  })
  const asOffer = async (within: Drizzle, row: Row): Promise<Offer> => {
    const taken = (await carried(within, row.id)).reduce((all, { seats }) => all + seats, 0)
    return { ...common(row), is: 'offer', free: Math.max(0, row.seats - taken) }
  }

  return {
    put: ({ action, person, is, seats, words }, at) =>
      database.transaction(async (within) => {
        const told = await away(within, action, person)
        const id = newId.ride()
        await within
          .insert(rides)
          .values({ id, action, person, is, seats, sealed: cipher.seal(words, spot(id)), at })
        return told
      }),
    offers: async (action) => {
      const rows = await database
        .select()
        .from(rides)
        .where(and(eq(rides.action, action), eq(rides.is, 'offer')))
        .orderBy(asc(rides.at), asc(rides.id))
      const all = await Promise.all(rows.map((row) => asOffer(database, row)))
      return all.filter(({ free }) => free > 0)
    },
    wishes: async (action) => {
      const rows = await database
        .select()
        .from(rides)
        .where(and(eq(rides.action, action), eq(rides.is, 'wish'), isNull(rides.offer)))
        .orderBy(asc(rides.at), asc(rides.id))
      return rows.map(asWish)
    },
    own: async (action, person) => {
      const [row] = await database
        .select()
        .from(rides)
        .where(and(eq(rides.action, action), eq(rides.person, person)))
      if (!row) return undefined
      return row.is === 'offer' ? asOffer(database, row) : asWish(row)
    },
    riding: async (action, person) => {
      const car = alias(rides, 'car')
      const rider = alias(rides, 'rider')
      const people = database
        .select({ sum: sum(rider.seats) })
        .from(rider)
        .where(and(eq(rider.offer, rides.id), eq(rider.agreed, true)))
      const [found] = await database
        .select({ own: rides, car, people: sql`coalesce((${people}), 0)`.mapWith(Number) })
        .from(rides)
        .leftJoin(car, and(eq(car.id, rides.offer), eq(rides.agreed, true)))
        .where(and(eq(rides.action, action), eq(rides.person, person)))
      if (!found) return undefined
      const { own, car: theirs } = found
      if (own.is === 'offer')
        return found.people === 0
          ? undefined
          : { is: 'drives', people: found.people, words: common(own).words }
      return theirs ? { is: 'rides', driver: theirs.person, words: common(theirs).words } : { is: 'looks' }
    },
    ask: (id, person) =>
      database.transaction(async (within) => {
        const row = await locked(within, id)
        if (!row || row.is !== 'offer') return undefined
        const offer = await asOffer(within, row)
        const [wish] = await within
          .select()
          .from(rides)
          .where(and(eq(rides.action, row.action), eq(rides.person, person), eq(rides.is, 'wish')))
        if (!wish) return { is: 'no-wish', offer }
        if (wish.agreed) return { is: 'riding', offer }
        if (wish.seats > offer.free) return { is: 'full', offer }
        const [asked] = await within
          .update(rides)
          .set({ offer: id, agreed: false })
          .where(eq(rides.id, wish.id))
          .returning()
        return { is: 'asked', offer, ...(asked && { wish: asWish(asked) }) }
      }),
    answer: (id, driver, accepts) =>
      database.transaction(async (within) => {
        const [asked] = await within.select().from(rides).where(eq(rides.id, id))
        const row = asked?.offer ? await locked(within, asked.offer) : undefined
        if (!asked || !row || row.person !== driver || asked.agreed) return { is: 'gone' }
        const offer = await asOffer(within, row)
        if (accepts && asked.seats > offer.free) return { is: 'full' }
        await within
          .update(rides)
          .set(accepts ? { agreed: true } : { offer: null })
          .where(eq(rides.id, id))
        return { is: accepts ? 'agreed' : 'refused', wish: asWish(asked), offer }
      }),
    leave: (action, person) => database.transaction((within) => away(within, action, person)),
    actionsOf: async (person) => {
      const rows = await database
        .select({ action: rides.action })
        .from(rides)
        .where(eq(rides.person, person))
        .orderBy(asc(rides.action))
      return rows.map(({ action }) => action)
    },
    takenBy: (person) => database.$count(rides, eq(rides.person, person)),
    forget: async (before) => {
      const over = database.select({ id: actions.id }).from(actions).where(lt(actions.end, before))
      const gone = await database.delete(rides).where(inArray(rides.action, over)).returning({ id: rides.id })
      return gone.length
    },
  }
}

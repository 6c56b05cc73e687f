import { randomBytes } from 'node:crypto'
import { assert, constantFrom, property, string } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import type { Store } from '../../src/engine/ports.ts'
import { createCipher, SealBroken } from '../../src/store/cipher.ts'
import type { Database } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { anAction } from './makings.ts'
import { clock, due, noon, onEachSize, silent, telegram } from './sizes.ts'

const at = { table: 'people', row: '1', column: 'name' }

describe('a sealed value', () => {
  const [one, other] = [randomBytes(32), randomBytes(32)]

  it('opens again, whatever it was', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        const cipher = createCipher([one])
        expect(cipher.open(cipher.seal(text, at), at)).toBe(text)
      }),
    )
  })

  it('is never the same twice', () => {
    const cipher = createCipher([one])
    expect(cipher.seal('Ada', at)).not.toBe(cipher.seal('Ada', at))
  })

  it('does not open anywhere else, changed, cut short, or without its key', () => {
    const cipher = createCipher([one])
    const sealed = cipher.seal('Ada', at)
    for (const elsewhere of [{ row: '2' }, { column: 'door' }, { table: 'letters' }])
      expect(() => cipher.open(sealed, { ...at, ...elsewhere })).toThrow(SealBroken)
    assert(
      property(constantFrom(...Array.from(sealed).keys()), (place) => {
        const changed = sealed[place] === 'A' ? 'B' : 'A'
        const spoiled = sealed.slice(0, place) + changed + sealed.slice(place + 1)
        // The last character of base64 may hold bits that mean nothing.
        if (place < sealed.length - 1) expect(() => cipher.open(spoiled, at)).toThrow(SealBroken)
        expect(() => cipher.open(sealed.slice(0, place), at)).toThrow(SealBroken)
      }),
    )
    expect(() => createCipher([other]).open(sealed, at)).toThrow(SealBroken)
    expect(() => cipher.open('', at)).toThrow(SealBroken)
  })

  it('opens under a new key as long as the old one is at hand', () => {
    const sealed = createCipher([one]).seal('Ada', at)
    const rotated = createCipher([other, one])
    expect(rotated.open(sealed, at)).toBe('Ada')
    expect(createCipher([other]).open(rotated.seal('Bob', at), at)).toBe('Bob')
  })
})

/** All that somebody who steals the database can read, each table as JSON. */
const dump = async ({ sql }: Database): Promise<string> => {
  const { rows: tables } = await sql.ask(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql.ask(`select coalesce(json_agg(t)::text, '') as text from ${String(name)} t`)
    texts.push(`${String(name)} ${String(rows[0]?.['text'])}`)
  }
  return texts.join('\n')
}

/** Every way in which somebody leaves a trace. */
const leaveTraces = async (store: Store): Promise<void> => {
  const { id: action } = await store.actions.keepImported(anAction(), noon)
  const account = telegram('7340031')
  const person = await store.people.keep(newId.person(), account, 'door-555444')
  await store.people.rename(person, 'Zénobie Trublion')
  await store.actions.answer(person, action, 'yes', noon)
  await store.inbox.first('telegram', 'update-880011', noon)
  await store.dialogues.put(
    account,
    { route: 'route-7340031', answers: { phone: '0612345678' }, asking: 'x' },
    later(noon, 1),
  )
  const to = telegram('chat-998877')
  const message = { text: rich`Bonjour Zénobie Trublion` }
  const put = () =>
    store.outbox.put(
      [
        {
          to,
          lane: 'answer',
          body: { is: 'message', message },
          key: 'key-112233',
          replaces: 'ref-445566',
        },
      ],
      noon,
    )
  const [carried] = await put()
  if (carried) await store.outbox.close(new Map([[carried, { is: 'delivered', ref: 'ref-778899' }]]), noon)
  await put()
  await store.copies.add(action, { to, ref: 'ref-778899', reader: person }, noon)
}

const traces = [
  '7340031',
  '555444',
  'Zénobie',
  'Trublion',
  '880011',
  '0612345678',
  '998877',
  '112233',
  '445566',
  '778899',
]

onEachSize('the secrets of the store', (world) => {
  const [first, second, third] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(32, 3)]
  const storeWith = (keys: readonly Buffer[]) =>
    createStore({ database: world().database, keys, clock, log: silent })

  // The next story begins under the first key again.
  afterEach(() => storeWith([first, second, third]))

  it('a stolen database names nobody', async () => {
    const { store, database } = world()
    await leaveTraces(store)
    const all = await dump(database)
    expect(all).toContain('Tractage au marché')
    expect(traces.filter((trace) => all.includes(trace))).toEqual([])
    expect(all).not.toContain(Buffer.from('7340031').toString('hex'))
    expect(all).not.toContain(Buffer.from('Zénobie').toString('base64url').slice(0, 8))
  })

  it('a key that is not this database’s is noticed at once', async () => {
    await expect(storeWith([second])).rejects.toThrow(SealBroken)
  })

  it('with a new key in front everybody is still known, and the old one may then be dropped', async () => {
    await leaveTraces(world().store)
    const [action] = await world().store.actions.search({ from: noon, page: { skip: 0, take: 1 } })
    if (!action) throw new Error('no action')
    const check = async (store: Store): Promise<void> => {
      const person = await store.people.byAccount(telegram('7340031'))
      expect(person?.name).toBe('Zénobie Trublion')
      expect(await store.people.keep(newId.person(), telegram('7340031'), 'door-555444')).toBe(person?.id)
      expect((await store.people.kept(person?.id ?? newId.person()))?.accounts).toEqual([telegram('7340031')])
      expect(await store.inbox.first('telegram', 'update-880011', noon)).toBe(false)
      expect((await store.dialogues.get(telegram('7340031'), noon))?.answers).toEqual({ phone: '0612345678' })
      expect(await store.copies.of(action.action.id)).toHaveLength(1)
      const [letter] = await due(world(), later(noon, 10), 1)
      const taken = letter && (await store.outbox.take(letter, later(noon, 10), later(noon, 10)))
      expect(taken?.to).toEqual(telegram('chat-998877'))
    }
    await check(await storeWith([second, first]))
    await check(await storeWith([third, second]))
    await expect(storeWith([first])).rejects.toThrow(SealBroken)
    const all = await dump(world().database)
    expect(all).not.toContain(createCipher([first]).keyId)
    expect(all).not.toContain(createCipher([second]).keyId)
  })

  it('every column that names a person goes with them, but a few that are known', async () => {
    const { rows } = await world().database.sql.ask(
      `select c.relname || '.' || a.attname as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'porte_voix' and c.relkind = 'r' and a.atttypid = 'uuid'::regtype and not a.attisdropped
         and not exists (select from pg_constraint f where f.conrelid = c.oid and f.contype in ('f', 'p') and a.attnum = any(f.conkey))
       order by 1`,
    )
    // Erasing takes these away; changes are there until they were told, for some minutes.
    const people = ['changes.after', 'changes.author', 'copies.reader', 'letters.reader']
    const things = [
      'announcements.privately',
      'copies.within',
      'letters.broadcast',
      'relays.broadcast',
      'relays.id',
      'rides.offer',
    ]
    const names = rows.map(({ name }) => String(name))
    expect(names.filter((name) => !things.includes(name))).toEqual(people)
  })
})

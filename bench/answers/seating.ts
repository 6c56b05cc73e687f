import { day, hour, later, systemClock } from '../../src/base/clock.ts'
import { paris } from '../../src/base/zones.ts'
import { quantile } from '../measure.ts'
import { crowd, opening } from './opening.ts'
import { sized } from '../sized.ts'

/** 200 people tap at once for 50 seats; then the same in bare SQL, which keeps no list of those who wait. */
const [database = ''] = process.argv.slice(2)
const { opened, store } = await opening(database)
const people = await crowd(store, 200)
const now = systemClock.now()
const rounds = sized(5, 1)

const ours: number[] = []
const each: number[] = []
let tooMany = 0
for (let round = 0; round < rounds; round += 1) {
  const start = later(now, 3 * day)
  const { id } = await store.actions.keepImported(
    {
      source: 'made-up',
      sourceId: `seats ${round}`,
      name: 'Tractage',
      kind: 'tracts',
      description: '',
      start,
      end: later(start, 2 * hour),
      zone: paris,
      venue: {},
      organisers: [],
      state: 'planned',
    },
    now,
  )
  await store.answers.limit(id, 50)
  const began = performance.now()
  await Promise.all(
    people.map(async (person) => {
      await store.actions.answer(person, id, 'yes', now)
      each.push(performance.now() - began)
    }),
  )
  ours.push(performance.now() - began)
  const counts = (await store.actions.found(id))?.counts
  tooMany += Math.max(0, (counts?.yes ?? 0) - 50) + Math.abs((counts?.waiting ?? 0) - 150)
}

await opened.sql.ask('create table if not exists bare (id int primary key, taken int not null)', [])
await opened.sql.ask(
  'create table if not exists bare_answers (id int, person int, primary key (id, person))',
  [],
)
const bare: number[] = []
for (let round = 0; round < rounds; round += 1) {
  await opened.sql.ask('insert into bare values ($1, 0)', [round])
  const began = performance.now()
  await Promise.all(
    people.map((_, person) =>
      opened.sql.ask(
        `with seat as (update bare set taken = taken + 1 where id = $1 and taken < 50 returning id)
         insert into bare_answers select id, $2 from seat`,
        [round, person],
      ),
    ),
  )
  bare.push(performance.now() - began)
}
process.stdout.write(
  `${JSON.stringify({ ours: quantile(ours, 0.5), p99: quantile(each, 0.99), bare: quantile(bare, 0.5), tooMany })}\n`,
)
await opened[Symbol.asyncDispose]()

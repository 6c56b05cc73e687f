import { day, hour, instant, later, type Clock } from '../../src/base/clock.ts'
import { paris } from '../../src/base/zones.ts'
import { owed, usual } from '../../src/domain/reminders/model.ts'
import { createReminding } from '../../src/jobs/remind.ts'
import { createGazetteer } from '../../src/outside/gazetteer/gazetteer.ts'
import { crowd, log, opening } from './opening.ts'

/** A day with so many actions and twenty times as many answers, of which everybody is reminded the evening before. */
const [database = '', size = '5000'] = process.argv.slice(2)
const actions = Number(size)
const { opened, store } = await opening(database)
const people = await crowd(store, 1_000)
const start = instant('2026-12-05T13:00:00Z')
const eve = instant('2026-12-04T17:00:00Z')
const perAction = 20

await opened.sql.ask(
  `insert into porte_voix.actions (id, source, source_id, name, kind, description, start, "end", zone, state, fingerprint, changed, yes)
   select gen_random_uuid(), 'made-up', i::text, 'Tractage ' || i, 'tracts', '', $1, $2, 'Europe/Paris', 'planned', '', 0, $4
   from generate_series(1, $3) i`,
  [start, later(start, 2 * hour), actions, perAction],
)
await opened.sql.ask(
  `insert into porte_voix.answers (person, action, answer, at)
   select p.id, a.id, 'yes', 0
   from (select id, row_number() over (order by id) n from porte_voix.actions) a
   cross join generate_series(0, $1 - 1) k
   join (select id, row_number() over (order by id) n from porte_voix.people) p on p.n = (a.n * 7 + k * 31) % $2 + 1
   on conflict do nothing`,
  [perAction, people.length],
)

const { rows } = await opened.sql.ask('select person, action from porte_voix.answers limit 500', [])
const { rows: counted } = await opened.sql.ask('select count(*)::int as answers from porte_voix.answers', [])
const now = later(eve, -2 * day)
const plan = owed({ start, end: later(start, 2 * hour), zone: paris }, 'yes', usual, now)
let began = performance.now()
for (const { person, action } of rows) await store.reminders.owe(person as never, action as never, plan)
const scheduling = (performance.now() - began) / rows.length
const answers = counted[0]?.['answers']
// The others at once: each was written down when somebody answered, not on that evening.
for (const { kind, due } of plan)
  await opened.sql.ask(
    `insert into porte_voix.reminders (person, action, kind, due)
     select person, action, $1, $2 from porte_voix.answers on conflict do nothing`,
    [kind, due],
  )
await opened.sql.ask('analyze', [])

const memory = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1_048_576
}
const clock: Clock = { now: () => eve }
const gazetteer = createGazetteer()
const territory = () => gazetteer
const stop = new AbortController()
const before = memory()
let most = before
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss / 1_048_576)
}, 100)
began = performance.now()
await createReminding({ store, wake: async () => {}, territory, clock, log })({}, stop.signal)
const took = performance.now() - began
clearInterval(watch)
const { rows: sent } = await opened.sql.ask(
  'select count(*)::int as letters, count(distinct key_mark)::int as once from porte_voix.letters',
  [],
)
const [written] = sent
process.stdout.write(
  `${JSON.stringify({ answers, scheduling, took, grown: most - before, letters: written?.['letters'], once: written?.['once'] })}\n`,
)
await opened[Symbol.asyncDispose]()

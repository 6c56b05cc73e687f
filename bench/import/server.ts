import { systemClock } from '../../src/base/clock.ts'
import { createGazetteer } from '../../src/outside/gazetteer/gazetteer.ts'
import { startActionPopulaire } from '../../playground/action-populaire/index.ts'
import { makeMovement } from '../../playground/movement/index.ts'
import { townsOfFrance } from './towns.ts'

const [groups = '6000', events = '4000'] = process.argv.slice(2)

/** A make-believe Action Populaire, as large as the real one unless told otherwise; says its address. */
const server = await startActionPopulaire({
  movement: makeMovement({
    start: systemClock.now(),
    groups: Number(groups),
    events: Number(events),
    towns: townsOfFrance(createGazetteer()),
  }),
  clock: systemClock,
})
process.stdout.write(`${server.url}\n`)
process.once('SIGTERM', () => void server[Symbol.asyncDispose]())

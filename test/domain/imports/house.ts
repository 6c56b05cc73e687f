import { instant } from '../../../src/base/clock.ts'
import { createImports } from '../../../src/domain/imports/service.ts'
import type { Progress } from '../../../src/domain/imports/model.ts'
import type { DepartmentCode } from '../../../src/domain/territory/model.ts'
import type { Gazetteer } from '../../../src/domain/territory/ports.ts'
import { createActionPopulaire } from '../../../src/outside/action-populaire/index.ts'
import { createGazetteer } from '../../../src/outside/gazetteer/gazetteer.ts'
import { startActionPopulaire, type ActionPopulaire } from '../../../playground/action-populaire/index.ts'
import { makeMovement, type Movement } from '../../../playground/movement/index.ts'
import { createFollowsInMemory } from '../../world/follows.ts'
import { createKeeping, createLedger, createTime } from './world.ts'

export const start = instant('2026-11-25T09:00:00Z')

let known: Gazetteer | undefined
/** Read once for all tests of a file. */
export const gazetteer = (): Gazetteer => (known ??= createGazetteer())

/** Everything that is special, and few things that are not. */
const small = makeMovement({ start, odd: true, groups: 16, events: 20 })

/** Where something happens: asking a hundred departments about nothing takes time. */
const inhabited = ['75', '93', '31', '974', '2A', '2B', '978', '987', '99-04', '99-05']

interface Wish {
  readonly movement?: Movement
  readonly departments?: readonly string[]
  readonly paceMs?: number
}

/** An import and the make-believe service that it reads, on a clock that moves only when somebody sleeps. */
export const openHouse = async ({ movement = small, departments = inhabited, paceMs = 0 }: Wish = {}) => {
  const time = createTime(start)
  const server: ActionPopulaire = await startActionPopulaire({ movement, clock: time })
  const keeping = createKeeping()
  const follows = createFollowsInMemory({ clock: time })
  const log = createLedger()
  const never = new AbortController()

  /** What a fresh process makes of what is stored. */
  const begin = (wanted: readonly string[] = departments) =>
    createImports({
      ...keeping,
      follows,
      name: 'action-populaire',
      source: createActionPopulaire({
        url: server.url,
        clock: time,
        sleep: time.sleep,
        version: '1.2.3',
        contact: 'contact@example.test',
        paceMs,
        patienceMs: 2_000,
      }),
      gazetteer: gazetteer(),
      wanted: wanted as readonly DepartmentCode[],
      clock: time,
      log,
    })

  let imports = begin()
  return {
    movement,
    server,
    time,
    log,
    ...keeping,
    follows,
    poll: (signal: AbortSignal = never.signal, report?: (progress: Progress) => void): Promise<Progress> =>
      imports.poll({ signal, ...(report && { report }) }),
    progress: () => imports.progress(),
    restart: (wanted?: readonly string[]) => void (imports = begin(wanted)),
    /** Wakes every minute, so many times. */
    minutes: async (count: number): Promise<void> => {
      for (let at = 0; at < count; at += 1) {
        time.pass(60_000)
        await imports.poll({ signal: never.signal })
      }
    },
    named: (name: string) => {
      const event = movement.events.find((one) => one.name === name)
      if (!event) throw new Error(`No event is called ${name}`)
      return event
    },
    asked: (path: RegExp) => server.requests.filter((request) => path.test(request.path)),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

import type { Clock } from './base/clock.ts'
import { second } from './base/clock.ts'
import { given } from './base/given.ts'
import type { Zone } from './base/zones.ts'
import type { Log } from './base/log.ts'
import { sleep } from './base/sleep.ts'
import type { Handler, Platform } from './chat/index.ts'
import type { Account } from './domain/people/model.ts'
import type { Gazetteer } from './domain/territory/ports.ts'
import { createCatalogue, type Catalogue } from './engine/catalogue.ts'
import { createBreaker } from './engine/breaker.ts'
import { createConductor } from './engine/conductor.ts'
import { createCourier } from './engine/courier.ts'
import { createDispatcher } from './engine/dispatcher.ts'
import { createFates } from './engine/fates.ts'
import { noMeters, type Meters } from './engine/meters.ts'
import type { Pace } from './engine/pace.ts'
import type { Queue, Store, Workers } from './engine/ports.ts'
import { doorTo } from './engine/doors.ts'
import { createMenus } from './engine/menus.ts'
import { createPublishing } from './engine/publishing.ts'
import { createPump } from './engine/pump.ts'
import { createSuggest } from './engine/suggest.ts'
import { createTally, type Tally } from './engine/tally.ts'
import { createShowing } from './engine/showing.ts'
import { createWeather } from './engine/weather.ts'
import { createPlan, createStir, createWaker } from './engine/waker.ts'
import { createBroadcasting } from './jobs/broadcast.ts'
import { createAnnouncing as createAnnounceJob } from './jobs/announce.ts'
import { createForgetting } from './jobs/forget.ts'
import { createMirroring } from './jobs/mirror.ts'
import { createSeasons } from './jobs/seasons.ts'
import { createPumping } from './jobs/pump.ts'
import { createReminding } from './jobs/remind.ts'
import { startSchedule } from './jobs/schedule.ts'
import { createCounting } from './jobs/crowds.ts'
import { createSweep } from './jobs/sweep.ts'
import { fr } from './phrases/fr.ts'
import { createServe } from './serving.ts'
import { createWordings } from './wordings.ts'
import { heldEvent } from './views/events.ts'

interface Needs {
  readonly store: Store
  readonly queue: Queue
  readonly pace: Pace
  /** Absent: nothing is measured. */
  readonly meters?: Meters
  readonly platforms: readonly Platform[]
  readonly handlers: readonly Handler[]
  /** Asked anew each time: better coordinates may come while we run. */
  readonly territory: () => Gazetteer
  /** Accounts that may appoint the first animators. */
  readonly operators?: readonly Account[]
  /** Fetches groups and actions from their source; absent: there is none. */
  readonly importing?: Workers['import']
  /** How long a change of an action waits for others before it is told, in milliseconds; a minute when absent. */
  readonly changesSettle?: number
  /** Where the web part is reached from outside; absent: it is not. */
  readonly publicUrl?: string
  /** Where groups and actions are imported from; absent: nowhere. */
  readonly sourceUrl?: string
  /** For so many milliseconds an announcement may be taken back; 30 s unless given. */
  readonly undo?: number
  readonly clock: Clock
  readonly log: Log
}

/** What the clock wakes in every house. */
const rounds = ['sweep', 'remind', 'announce'] as const

/** The product; nothing acts until it is told to. */
export interface House {
  readonly catalogue: Catalogue
  /** Publishes the menus, as far as the platform takes them, and hears until the signal. Rejects when it refuses us for good. */
  listen(platform: Platform, signal: AbortSignal): Promise<void>
  /** Resolves while that platform was offered our menus and is listened to; rejects otherwise. */
  ready(platform: string): Promise<void>
  /** Does what waits in the queue, and wakes what it forgot, until the signal. */
  work(signal: AbortSignal): Promise<void>
  /** Resolves when nothing that was heard is still under way. */
  idle: Tally['idle']
}

export const createHouse = (needs: Needs): House => {
  const {
    store,
    queue,
    pace,
    meters = noMeters,
    platforms,
    handlers,
    territory,
    operators = [],
    importing,
    changesSettle,
    publicUrl,
    sourceUrl,
    undo = 30 * second,
    clock,
    log,
  } = needs
  const catalogue = createCatalogue(handlers)
  const tally = createTally()
  const heard = new Set<string>()
  const stir = createStir({ queue, log })
  const plan = createPlan({ queue, clock, log })
  const byName = new Map(platforms.map((platform) => [platform.name, platform]))
  const wake = createWaker({ queue, own: byName, clock, log })

  const zoneOf = (code: string): Zone | undefined => territory().department(code)?.zone
  /** Harmless when nothing turns out to be due then. */
  const owed = (inMs: number): void => void tally.during(plan(inMs))

  const serve = createServe({
    operators,
    territory,
    zoneOf,
    owed,
    ways: (code) =>
      platforms.flatMap(({ name: platform, door }) => {
        const url = door?.(doorTo('jumeler', code))
        return url === undefined ? [] : [{ platform, url }]
      }),
    everywhere: fr.announcements.everywhere,
    undo,
    clock,
    ...given({ publicUrl, sourceUrl }),
  })

  const wording = createWordings({
    store,
    territory,
    clock,
    ...given({ publicUrl }),
  })

  const breaker = createBreaker({ shared: pace, clock, log })
  const shows = createShowing({ store, log })
  const weather = createWeather({ log, shows: (platform, is) => void tally.during(shows(platform, is)) })
  const stopping = new AbortController()
  const stopsWith = (signal: AbortSignal): void =>
    signal.addEventListener('abort', () => stopping.abort(), { once: true })
  const fates = createFates({ store, pace, weather, wake, clock, sleep, stopping: stopping.signal, log })
  const shared = { store, breaker, weather, wake, platforms: byName, clock, sleep, log }
  const courier = createCourier({ ...shared, pace, fates, wording, zoneOf, meters })
  const pump = createPump({ ...shared, courier })
  const conductor = createConductor({ store, wake, clock, sleep })
  const menus = createMenus({ store, operators, log })
  const dispatcher = createDispatcher({
    store,
    wake,
    stir,
    courier,
    menus,
    catalogue,
    serve,
    operators,
    platforms,
    t: fr,
    clock,
    log,
  })
  const publish = createPublishing({ commands: catalogue.commands, sleep, log })
  const suggest = createSuggest({ catalogue, territory, t: fr, clock })
  const sweep = createSweep({ store, pace, wake, stir, clock, log })
  const mirroring = createMirroring({
    store,
    wake,
    platforms: byName,
    held: (action) => heldEvent(fr, action),
    clock,
    log,
  })
  const counting = createCounting({ store, platforms: byName, weather, clock, sleep, log })
  const seasons = createSeasons({ store, clock, log })
  const forget = createForgetting({ store, clock, log })
  const workers: Workers = {
    pump: createPumping({ pump }),
    broadcast: createBroadcasting({ conductor }),
    sweep: async (job, signal) => {
      await sweep(job, signal)
      await seasons()
      await mirroring()
      await forget(signal)
      await counting()
    },
    remind: createReminding({ store, wake, territory, clock, log, ...given({ changesSettle }) }),
    announce: createAnnounceJob({
      store,
      wake,
      stir,
      zoneOf,
      everywhere: fr.announcements.everywhere,
      clock,
    }),
    import: importing ?? (() => Promise.resolve()),
  }

  return {
    catalogue,
    listen: async (platform, signal) => {
      stopsWith(signal)
      const over = new AbortController()
      const { ended } = await publish(platform, AbortSignal.any([signal, over.signal]))
      heard.add(platform.name)
      try {
        await platform.listen(
          { hear: (update) => tally.during(dispatcher.hear(platform, update)), suggest },
          signal,
        )
      } finally {
        heard.delete(platform.name)
        over.abort()
        await ended
      }
    },
    ready: async (platform) => {
      if (!heard.has(platform)) throw new Error(`${platform} is not listened to`)
    },
    work: async (signal) => {
      stopsWith(signal)
      const names = new Set(importing ? ([...rounds, 'import'] as const) : rounds)
      startSchedule({ queue, names, clock, log }, signal)
      await queue.work(workers, [...byName.keys()], signal)
    },
    idle: () => tally.idle(),
  }
}

import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { startDiscord } from '../../playground/discord/index.ts'
import type { Stage } from '../../playground/stage.ts'
import { startTelegram } from '../../playground/telegram/index.ts'
import { day, hour, later, systemClock, type Instant } from '../../src/base/clock.ts'
import type { ActionId, GroupId } from '../../src/base/ids.ts'
import type { Log } from '../../src/base/log.ts'
import { createStack } from '../../src/base/stack.ts'
import { paris } from '../../src/base/zones.ts'
import type { Platform } from '../../src/chat/index.ts'
import type { ImportedAction } from '../../src/domain/actions/model.ts'
import type { ImportedGroup } from '../../src/domain/groups/model.ts'
import { discover } from '../../src/engine/catalogue.ts'
import type { Store } from '../../src/engine/ports.ts'
import { createHouse, type House } from '../../src/house.ts'
import { createGazetteer } from '../../src/outside/gazetteer/gazetteer.ts'
import { createDiscord } from '../../src/platforms/discord/index.ts'
import { createTelegram } from '../../src/platforms/telegram/index.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { at, department } from '../world/makings.ts'

export const platformNames = ['telegram', 'discord'] as const
export type PlatformName = (typeof platformNames)[number]

/** A house that runs on one make-believe platform, with the real library between them. */
export interface Theatre {
  readonly platform: PlatformName
  readonly stage: Stage
  readonly house: House
  readonly store: Store
  /** Lines of log that tell of trouble. */
  readonly troubles: readonly string[]
  group(of?: Partial<ImportedGroup>): Promise<GroupId>
  /** Tomorrow at the same hour, unless told otherwise. */
  action(of?: Partial<ImportedAction>): Promise<ActionId>
  /** A person nobody has met. */
  somebody(name?: string): Actor
}

const keys = [randomBytes(32)]

const loud = (troubles: string[]): Log => {
  const note = (facts: object, words: string): void => {
    const err = 'err' in facts && facts.err instanceof Error ? ` ${facts.err.stack ?? facts.err.message}` : ''
    troubles.push(`${words} ${JSON.stringify(facts)}${err}`)
  }
  return { debug: () => {}, info: () => {}, warn: note, error: note }
}

let unique = 0

const makings = (store: Store): Pick<Theatre, 'group' | 'action'> => ({
  group: async (of = {}) => {
    const { id } = await store.groups.keepImported(
      {
        source: 'made-up',
        sourceId: `group ${(unique += 1)}`,
        name: `Montreuil insoumise ${unique}`,
        kind: 'local',
        certified: true,
        active: true,
        department: department('93'),
        city: 'Montreuil',
        postalCode: '93100',
        point: at.montreuil,
        precision: 'exact',
        url: 'https://actionpopulaire.fr/groupes/1/',
        ...of,
      },
      systemClock.now(),
    )
    return id
  },
  action: async (of = {}) => {
    const start = of.start ?? later(systemClock.now(), day)
    const { id } = await store.actions.keepImported(
      {
        source: 'made-up',
        sourceId: `action ${(unique += 1)}`,
        name: `Tractage au marché ${unique}`,
        kind: 'tracts',
        description: 'Rendez-vous devant la fontaine.',
        start,
        end: later(start, 2 * hour),
        zone: paris,
        department: department('93'),
        venue: { name: 'Marché', city: 'Montreuil', postalCode: '93100', point: at.montreuil },
        organisers: [],
        state: 'planned',
        url: 'https://actionpopulaire.fr/evenements/1/',
        ...of,
      },
      systemClock.now(),
    )
    return id
  },
})

interface Opened extends AsyncDisposable {
  readonly theatre: Theatre
}

const connect = (platform: PlatformName, stage: Stage, log: Log): Platform => {
  switch (platform) {
    case 'telegram':
      return createTelegram({ token: stage.token, apiRoot: stage.url, perSecond: 30, log })
    case 'discord':
      return createDiscord({ token: stage.token, api: `${stage.url}`, perSecond: 50, log })
  }
}

export const openTheatre = async (platform: PlatformName, folder = 'memory'): Promise<Opened> => {
  const troubles: string[] = []
  const log = loud(troubles)
  const open = createStack()
  let house: House | undefined
  const idle = async (): Promise<void> => house?.idle()
  const stage = open.use(
    platform === 'telegram' ? await startTelegram({ idle }) : await startDiscord({ idle }),
  )
  const database = open.use(await openDatabase({ where: { pglite: folder }, log }))
  const store = open.use(await createStore({ database, keys, clock: systemClock, log }))
  const queue = open.use(await createQueue({ where: { sql: database.sql }, log }))
  const gazetteer = createGazetteer()
  const bot = connect(platform, stage, log)
  house = createHouse({
    store,
    queue,
    platforms: [bot],
    handlers: await discover(new URL('../../commands/', import.meta.url)),
    territory: () => gazetteer,
    clock: systemClock,
    log,
  })
  const stop = new AbortController()
  const living = [house.listen(bot, stop.signal), house.work(stop.signal)]
  open.use({
    [Symbol.asyncDispose]: async () => {
      stop.abort()
      await Promise.all(living)
    },
  })
  await menusShown(stage)
  const theatre: Theatre = {
    platform,
    stage,
    house,
    store,
    troubles,
    ...makings(store),
    somebody: (name = `Amel ${(unique += 1)}`) => stage.person(name),
  }
  return { theatre, [Symbol.asyncDispose]: () => open[Symbol.asyncDispose]() }
}

/** The bot is there once its commands are in the menu. */
const menusShown = async (stage: Stage): Promise<void> => {
  const watcher = stage.person('Personne')
  await vi.waitFor(() => expect(watcher.menu().length).toBeGreaterThan(3), { timeout: 20_000, interval: 100 })
  await stage.quiet()
}

/** The same scenes on every platform; afterwards nobody broke a rule of theirs, and nothing went wrong unseen. */
export const onEveryPlatform = (title: string, scenes: (theatre: () => Theatre) => void): void => {
  describe.each(platformNames)(`${title}, on %s`, (platform) => {
    let opened: Opened | undefined
    beforeAll(async () => {
      opened = await openTheatre(platform)
    })
    afterAll(async () => {
      await opened?.[Symbol.asyncDispose]()
    })
    const theatre = (): Theatre => {
      if (!opened) throw new Error('the theatre did not open')
      return opened.theatre
    }
    afterEach(() => {
      expect(theatre().stage.violations()).toEqual([])
      expect(theatre().troubles).toEqual([])
    })
    scenes(theatre)
  })
}

export const soon = (days: number): Instant => later(systemClock.now(), days * day)
export { it }

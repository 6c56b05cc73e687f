import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startActionPopulaire, type ActionPopulaire } from '../../playground/action-populaire/index.ts'
import type { Movement } from '../../playground/movement/index.ts'
import type { Actor } from '../../playground/actor.ts'
import type { Stage } from '../../playground/stage.ts'
import { later, type Clock } from '../../src/base/clock.ts'
import { newId, type ActionId, type GroupId, type PersonId } from '../../src/base/ids.ts'
import type { Log } from '../../src/base/log.ts'
import type { GrantedRole } from '../../src/domain/rights/model.ts'
import type { DepartmentCode } from '../../src/domain/territory/model.ts'
import type { Gazetteer } from '../../src/domain/territory/ports.ts'
import type { Store } from '../../src/engine/ports.ts'
import type { Where } from '../../src/store/database.ts'
import { wednesday } from '../world/makings.ts'
import { territory } from '../world/world.ts'
import { openHouse, openStages, operatorId, type Opened, type Stages } from './house.ts'
import { openStorage, type Storage } from './storage.ts'
import { createTowns, type Towns } from './towns.ts'

export const platformNames = ['telegram', 'discord'] as const
export type PlatformName = (typeof platformNames)[number]

/** One house on both make-believe platforms, with the real libraries between them, seen from one of them. */
export interface Theatre extends Towns {
  readonly platform: PlatformName
  readonly stage: Stage
  readonly stages: Stages
  readonly store: Store
  readonly gazetteer: Gazetteer
  /** A make-believe Action Populaire, where there is one. */
  readonly source?: ActionPopulaire
  /** Runs from a Wednesday, 10:00 in Paris. */
  readonly clock: Clock
  /**
   * So much time goes by at once, and what became due is looked at. Less than a minute: whoever holds a letter for longer than that is
   * taken for dead.
   */
  passes(ms: number): Promise<void>
  /** A person nobody has met. */
  somebody(name?: string): Actor
  /** Whoever may appoint the first animators. */
  operator(): Actor
  /** Somebody has that role from now on, without anybody's invitation. */
  appoints(actor: Actor, role: GrantedRole, group?: GroupId): Promise<PersonId>
  /** The program ends, and begins anew on the same database; `meanwhile` nobody is there. */
  restarts(meanwhile?: () => void): Promise<void>
  /** So many may come from now on. */
  gives(action: ActionId, seats: number): Promise<void>
  /** Says that the log tells of that trouble, which is then forgiven. */
  forgives(trouble: RegExp): void
  /** How many times a message was changed on this platform since the scene began. */
  edits(): number
}

const loud = (troubles: string[]): Log => {
  const note = (facts: object, words: string): void => {
    // On a machine with much else to do a round may come late, and the next one does its work.
    if ('job' in facts && words.startsWith('the queue does not answer')) return
    const err = 'err' in facts && facts.err instanceof Error ? ` ${facts.err.stack ?? facts.err.message}` : ''
    troubles.push(`${words} ${JSON.stringify(facts)}${err}`)
  }
  return { debug: () => {}, info: () => {}, warn: note, error: note }
}

interface Running extends Clock {
  skip(ms: number): void
}

const running = (): Running => {
  const began = performance.now()
  let skipped = 0
  return {
    now: () => later(wednesday, Math.floor(performance.now() - began) + skipped),
    skip: (ms) => {
      skipped += ms
    },
  }
}

/** Where private messages to an account go. */
const doors = {
  telegram: (id: string) => id,
  discord: (id: string) => `u:${id}`,
} as const

const isEdit = /^(editMessage|PATCH .*\/messages\/)/

interface Play extends AsyncDisposable {
  readonly on: (platform: PlatformName) => Theatre
  /** Another scene begins. */
  readonly begins: () => void
  /** Since the last time it was asked. */
  readonly troubles: () => readonly string[]
}

interface Setting {
  readonly where: Where
  readonly hurry?: number
  readonly grants?: number
  readonly publicUrl?: string
  readonly movement?: Movement
}

const openTheatre = async ({
  where,
  hurry = 100,
  grants = 1,
  publicUrl,
  movement,
}: Setting): Promise<Play> => {
  let troubles: string[] = []
  let open: Opened | undefined
  let unique = 0
  const clock = running()
  const log = loud(troubles)
  const stages = await openStages({ clock, idle: async () => open?.idle() })
  const gazetteer = territory()
  const common = { stages, where, keys: [randomBytes(32)], gazetteer, clock, log, hurry, grants }
  const source = movement && (await startActionPopulaire({ movement, clock }))
  const needs = {
    ...common,
    ...(publicUrl !== undefined && { publicUrl }),
    // Nothing of the movement is there: what is imported was asked for.
    ...(source && { source: { url: source.url, departments: ['48' as DepartmentCode] } }),
  }
  open = await openHouse(needs)
  const store = (): Store => {
    if (!open) throw new Error('the house is closed')
    return open.store
  }
  const towns = createTowns({ gazetteer, store, clock })
  const before = { telegram: 0, discord: 0 }
  return {
    on: (platform) => {
      const stage = stages[platform]
      return {
        platform,
        stage,
        stages,
        gazetteer,
        clock,
        ...(source && { source }),
        ...towns,
        get store() {
          return store()
        },
        somebody: (name = `Amel ${(unique += 1)}`) => stage.person(name),
        operator: () => stage.actor(operatorId) ?? stage.person('Olympe', { id: operatorId }),
        appoints: async ({ id, name }, role, group) => {
          const account = { platform, key: id }
          const person = await store().people.keep(newId.person(), account, doors[platform](id))
          await store().people.rename(person, name)
          const grant = { person, role, since: clock.now(), ...(group && { group }) }
          await store().roles.grant(grant)
          return person
        },
        passes: async (ms) => {
          await stage.quiet()
          clock.skip(ms)
          await open?.rings()
        },
        gives: (action, seats) => store().answers.limit(action, seats),
        restarts: async (meanwhile) => {
          await open?.[Symbol.asyncDispose]()
          open = undefined
          meanwhile?.()
          open = await openHouse(needs)
        },
        forgives: (trouble) => {
          expect(troubles.join('\n')).toMatch(trouble)
          const others = troubles.filter((line) => !trouble.test(line))
          troubles.splice(0, troubles.length, ...others)
        },
        edits: () =>
          stage
            .ledger()
            .slice(before[platform])
            .filter(({ method }) => isEdit.test(method)).length,
      }
    },
    begins: () => {
      for (const name of platformNames) before[name] = stages[name].ledger().length
    },
    troubles: () => troubles.splice(0),
    [Symbol.asyncDispose]: async () => {
      await open?.[Symbol.asyncDispose]()
      await stages[Symbol.asyncDispose]()
      await source?.[Symbol.asyncDispose]()
    },
  }
}

interface Options {
  /** The embedded database, even where there is PostgreSQL: in a folder when the house is opened anew on it. */
  readonly embedded?: 'memory' | 'folder'
  /** People take their time, as the platforms' limits want it. */
  readonly unhurried?: true
  /** Hundreds are written to: platforms take in a second what takes them ten. */
  readonly crowded?: true
  /** Calendars are there, at addresses that begin so. */
  readonly publicUrl?: string
  /** There is an Action Populaire, which knows that. */
  readonly movement?: Movement
}

/** The same scenes on every platform; afterwards nobody broke a rule of theirs, and nothing went wrong unseen. */
export const onEveryPlatform = (
  title: string,
  scenes: (theatre: () => Theatre, platform: PlatformName) => void,
  { embedded, unhurried, crowded, publicUrl, movement }: Options = {},
): void => {
  describe(title, () => {
    let play: Play | undefined
    let storage: Storage | undefined
    beforeAll(async () => {
      storage = await openStorage(embedded ?? 'anywhere')
      play = await openTheatre({
        where: storage.where,
        ...(unhurried && { hurry: 1 }),
        ...(crowded && { grants: 10 }),
        ...(publicUrl !== undefined && { publicUrl }),
        ...(movement && { movement }),
      })
    })
    afterAll(async () => {
      await play?.[Symbol.asyncDispose]()
      await storage?.[Symbol.asyncDispose]()
    })
    describe.each(platformNames)('on %s', (platform) => {
      const theatre = (): Theatre => {
        if (!play) throw new Error('the theatre did not open')
        return play.on(platform)
      }
      beforeEach(() => {
        play?.begins()
      })
      afterEach(() => {
        expect(theatre().stage.violations()).toEqual([])
        expect(play?.troubles()).toEqual([])
      })
      scenes(theatre, platform)
    })
  })
}

export { it }

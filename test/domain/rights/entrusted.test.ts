import { expect, it } from 'vitest'
import { day, hour, later, type Instant } from '../../../src/base/clock.ts'
import { newId, type PersonId } from '../../../src/base/ids.ts'
import { paris, type Day } from '../../../src/base/zones.ts'
import type { Services } from '../../../src/chat/index.ts'
import { Refusal } from '../../../src/domain/refusal.ts'
import type { Repositories } from '../../../src/engine/ports.ts'
import { createServe } from '../../../src/serving.ts'
import { aGroup } from '../../store/makings.ts'
import { clock, fastest, noon, onEachSize, somebody, telegram } from '../../store/sizes.ts'
import { territory } from '../../world/world.ts'
import { deeds, of, said, type Scene } from './entrusting.ts'

const template = {
  name: 'Collage',
  kind: 'collage',
  zone: paris,
  venue: {},
  description: '',
  audience: 'everyone',
} as const

const rolledBack = new Error('so that the next deed finds all as it was')

onEachSize(
  'one action',
  (world) => {
    const serves = (within: Repositories, id: PersonId, key: string): Services =>
      createServe({
        everywhere: 'Coordination',
        operators: [],
        territory,
        zoneOf: () => paris,
        ways: () => [],
        owed: () => {},
        undo: 0,
        clock,
      })({
        within,
        self: { person: { id, known: true, shownAs: key }, account: telegram(key), door: key },
        touched: () => {},
        recounted: () => {},
        tell: async () => 'told',
        stirred: () => {},
      })

    const scene = async (kind: keyof typeof of) => {
      const { store } = world()
      const place = kind === 'loop' ? aGroup({ kind, sourceId: 'b1' }) : aGroup()
      const { id: group } = await store.groups.keepImported(place, noon)
      const { id: neighbours } = await store.groups.keepImported(aGroup({ sourceId: 'g2' }), noon)
      const others = ['coordination', 'loop above', 'next door', 'comer', 'mate']
      const names = [...of[kind].roles, 'keeper', 'named', ...others]
      const people = new Map<string, PersonId>()
      for (const name of names) people.set(name, await somebody(store, name))
      const who = (name: string): PersonId => people.get(name) ?? newId.person()
      for (const role of of[kind].roles)
        await store.roles.grant({ person: who(role), role, group, since: noon })
      await store.roles.grant({ person: who('mate'), role: of[kind].roles[0], group, since: noon })
      await store.roles.grant({ person: who('next door'), role: 'animator', group: neighbours, since: noon })
      await store.roles.grant({ person: who('coordination'), role: 'coordination', since: noon })
      const { id: loop } = await store.groups.keepImported(aGroup({ kind: 'loop', sourceId: 'b2' }), noon)
      await store.roles.grant({ person: who('loop above'), role: 'loop-animator', group: loop, since: noon })
      const rule = {
        every: 'day',
        step: 1,
        weekdays: [],
        time: '18:00',
        from: '2026-11-29' as Day,
        except: [],
      }
      const series = await store.series.begin(
        {
          group,
          keeper: who('keeper'),
          rule: { ...rule, every: 'day' },
          template: { ...template, lasts: 60 },
        },
        '2026-11-28' as Day,
      )
      const spans = [1, 2].map((at) => {
        const start: Instant = later(noon, at * day)
        const planned = { ...template, start, end: later(start, hour), capacity: 5 }
        return { day: `2026-11-${28 + at}` as Day, planned }
      })
      const [action = newId.action()] = await store.series.make(series, spans, '2026-11-30' as Day, noon)
      for (const name of ['named', 'comer']) await store.actions.answer(who(name), action, 'yes', noon)
      expect(await store.plans.nameHelper(action, who('named'), noon)).toBe(true)
      await store.needs.add(action, [{ words: 'échelle', wanted: 1 }])
      const [need] = await store.needs.of(action)
      if (!need) throw new Error('nothing is needed')
      await store.needs.take(need.id, who('comer'), noon)
      const there: Scene = {
        action,
        group,
        neighbours,
        need: need.id,
        comer: who('comer'),
        named: who('named'),
        mate: who('mate'),
      }
      return { there, who, people: [...people].filter(([name]) => name !== 'mate') }
    }

    /** What becomes of it: nothing stays done. */
    const tries = async (deed: string, by: PersonId, key: string, there: Scene): Promise<boolean> => {
      let done: unknown
      try {
        await world().store.transaction(async (within) => {
          done = await deeds[deed]?.(serves(within, by, key), there)
          throw rolledBack
        })
      } catch (error) {
        if (error instanceof Refusal) return false
        if (error !== rolledBack) throw error
      }
      return done !== false
    }

    for (const kind of ['group', 'loop'] as const)
      it(`of a ${kind} is entrusted: who may do what with it, all of it`, { timeout: 60_000 }, async () => {
        const { there, people } = await scene(kind)
        for (const deed of Object.keys(deeds)) {
          const may: string[] = []
          for (const [name, person] of people) if (await tries(deed, person, name, there)) may.push(name)
          expect([deed, may.join(', ')]).toEqual([deed, of[kind].may(said[deed] ?? '')])
        }
      })

    it('is in the hands of whoever was named as long as they come, and no further', async () => {
      const { store } = world()
      const { there } = await scene('group')
      const { action, named, group } = there
      const { plans } = serves(store, named, 'named')
      await store.roles.grant({ person: named, role: 'manager', group, since: noon })
      // They lose their role between « Modifier » and « Enregistrer ».
      const [series, audience] = [await plans.edit(action, 'all'), await plans.edit(action)]
      await plans.amend(series.id, { name: 'Autre' })
      await plans.amend(audience.id, { audience: 'group' })
      await store.roles.withdraw(named, 'manager', group)
      const refused = { code: 'named-only' }
      for (const { id } of [series, audience])
        await expect(
          store.transaction((within) => serves(within, named, 'named').plans.confirm(id)),
        ).rejects.toMatchObject(refused)
      await expect(plans.organised(action)).rejects.toMatchObject(refused)
      expect((await plans.managed({ skip: 0, take: 9 })).map((each) => each.action.id)).toEqual([action])
      await store.actions.answer(named, action, 'no', noon)
      await expect(plans.callOff(action, 'Il pleut')).rejects.toMatchObject({ code: 'not-allowed' })
      expect(await plans.managed({ skip: 0, take: 9 })).toEqual([])
      expect(await store.plans.helpers(action)).toEqual([])
      // Neither to come again nor to wait for a seat names anybody.
      await store.actions.answer(named, action, 'yes', noon)
      expect(await store.plans.helps(action, named)).toBe(false)
      await store.answers.pick(action, true)
      const waiting = await somebody(store, 'waiting')
      await store.actions.answer(waiting, action, 'yes', noon)
      expect(await store.plans.nameHelper(action, waiting, noon)).toBe(false)
    })

    it('is noted with whom it was given to and taken from, never with whom comes', async () => {
      const { store } = world()
      const { there, who } = await scene('group')
      const { action, comer, named, mate, group } = there
      const { plans, attendance } = serves(store, who('animator'), 'animator')
      await plans.nameHelper(action, comer)
      await plans.removeHelper(action, named)
      await plans.removeHelper(action, named)
      await plans.handOver(action, mate)
      await attendance.withdraw(action, comer)
      const noted = new Map<string, PersonId | undefined>()
      const entries = await store.journal.read(group, 0, 9)
      for (const { doing, about } of entries) if (doing.is === 'did') noted.set(doing.deed, about)
      expect(entries).toHaveLength(4)
      expect(Object.fromEntries(noted)).toEqual({
        'hand-over': mate,
        'name-helper': comer,
        'remove-helper': named,
        'take-off': undefined,
      })
    })
  },
  fastest,
)

import { expect, it } from 'vitest'
import { day, hour, instant, later, minute, type Clock, type Instant } from '../../src/base/clock.ts'
import type { ActionId, PersonId } from '../../src/base/ids.ts'
import { wall, type Zone } from '../../src/base/zones.ts'
import type { Answer } from '../../src/domain/actions/model.ts'
import { owed, usual } from '../../src/domain/reminders/model.ts'
import { createReminders } from '../../src/domain/reminders/service.ts'
import { createReminding } from '../../src/jobs/remind.ts'
import { territory } from '../world/world.ts'
import { anAction } from '../store/makings.ts'
import { noon, onEachSize, silent, somebody, timesOver } from '../store/sizes.ts'

const never = new AbortController().signal

onEachSize('what is owed because time passes', (world) => {
  let now = noon
  const clock: Clock = { now: () => now }
  const start = instant('2026-12-05T13:00:00Z')

  const round = (): Promise<void> =>
    createReminding({
      store: world().store,
      wake: async () => {},
      territory,
      atOnce: { reminders: 8, digests: 2 },
      clock,
      log: silent,
    })({}, never)

  const goesTo = async (at: Instant): Promise<void> => {
    now = at
    await round()
  }

  const planned = async (of: Parameters<typeof anAction>[0] = {}): Promise<ActionId> => {
    const begins = of.start ?? start
    const action = anAction({ start: begins, end: later(begins, 2 * hour), ...of })
    return (await world().store.actions.keepImported(action, now)).id
  }

  const answers = async (person: PersonId, id: ActionId, answer: Answer = 'yes'): Promise<void> => {
    const { store } = world()
    await store.actions.answer(person, id, answer, now)
    const found = await store.actions.found(id)
    if (found) await store.reminders.owe(person, id, owed(found.action, answer, usual, now))
  }

  /** What was written to people, in the order in which it leaves. */
  const told = async (): Promise<readonly string[]> => {
    const { store } = world()
    const letters = []
    for (;;) {
      const [letter] = await store.outbox.takeNext({
        platform: 'telegram',
        now: later(now, 30 * day),
        until: later(now, 31 * day),
        most: 1,
        from: 'answer',
        to: 'refresh',
      })
      if (!letter) break
      await store.outbox.close(new Map([[letter.id, { is: 'delivered', ref: '1' }]]), now)
      letters.push(letter)
    }
    return letters.map(({ to, body, due }) => {
      const what = body.is === 'notice' ? body.notice.is : body.is
      return `${to.key} ${what}${due !== undefined && due > now ? ` at ${wall(due, 'Europe/Paris' as never).hour}` : ''}`
    })
  }

  const eve = instant('2026-12-04T17:00:00Z')
  const twoBefore = later(start, -2 * hour)
  const thanks = later(start, 4 * hour)

  it('comes once, when it is due, whatever happens', async () => {
    now = noon
    const id = await planned()
    const ada = await somebody(world().store, 'ada')
    await answers(ada, id)
    await round()
    await goesTo(later(eve, -minute))
    expect(await told()).toEqual([])
    // Two processes at once, and again, and after an hour of sleep, and with a clock that is set back.
    now = later(eve, hour)
    await Promise.all([round(), round(), round()])
    await goesTo(later(eve, -5 * minute))
    await answers(ada, id, 'maybe')
    await answers(ada, id)
    await goesTo(later(eve, 2 * hour))
    expect(await told()).toEqual(['ada reminder'])
    await goesTo(twoBefore)
    expect(await told()).toEqual(['ada reminder'])
    await goesTo(thanks)
    await round()
    expect(await told()).toEqual(['ada after'])
  })

  it('does not come again to whoever wants to hear otherwise once it came', async () => {
    now = noon
    const id = await planned()
    const { store } = world()
    const ada = await somebody(store, 'ada')
    await answers(ada, id)
    await goesTo(later(eve, hour))
    expect(await told()).toEqual(['ada reminder'])
    const theirs = createReminders({
      store: store.reminders,
      actions: store.actions,
      people: { known: () => ada, keep: async () => ada },
      now,
    })
    // There it is night already: the evening before would be the next morning.
    await theirs.live('Indian/Reunion' as Zone)
    await goesTo(later(start, -3 * hour))
    expect(await told()).toEqual([])
    // Nor to whoever answers anew.
    const found = await store.actions.found(id)
    if (found) await theirs.answered(found.action, 'yes')
    await goesTo(later(start, -3 * hour + minute))
    expect(await told()).toEqual([])
    await goesTo(twoBefore)
    expect(await told()).toEqual(['ada reminder'])
  })

  it('is not told to whoever declined, nor when it is too late', async () => {
    now = noon
    const id = await planned()
    const [ada, bob] = [await somebody(world().store, 'ada'), await somebody(world().store, 'bob')]
    for (const who of [ada, bob]) await answers(who, id)
    await answers(ada, id, 'no')
    await goesTo(later(start, minute))
    expect(await told()).toEqual([])
    await goesTo(thanks)
    expect(await told()).toEqual(['bob after'])
  })

  it('is sent by pages, each once', async () => {
    now = noon
    const id = await planned()
    const crowd = await timesOver(20, (at) => somebody(world().store, `p${at}`))
    for (const who of crowd) await answers(who, id)
    now = eve
    await Promise.all([round(), round()])
    const all = await told()
    expect(all).toHaveLength(20)
    expect(new Set(all).size).toBe(20)
  })

  it('follows an action that is moved, and says what it was, once for all that changed within a minute', async () => {
    now = noon
    const id = await planned()
    const [ada, bob] = [await somebody(world().store, 'ada'), await somebody(world().store, 'bob')]
    await answers(ada, id)
    await answers(bob, id, 'no')
    await planned({ start: later(start, hour) })
    now = later(now, 30_000)
    const moved = later(start, 2 * day)
    await planned({ start: moved, venue: { name: 'Gare', city: 'Montreuil' } })
    await round()
    expect(await told()).toEqual([])
    await goesTo(later(noon, 61_000))
    expect(await told()).toEqual(['ada changed'])
    await goesTo(later(eve, hour))
    expect(await told()).toEqual([])
    await goesTo(later(eve, 2 * day))
    expect(await told()).toEqual(['ada reminder'])
  })

  it('is not about a cosmetic change', async () => {
    now = noon
    const id = await planned()
    await answers(await somebody(world().store, 'ada'), id)
    await planned({ description: 'Devant la fontaine !', name: 'Tractage, au marché' })
    await goesTo(later(noon, 2 * minute))
    expect(await told()).toEqual([])
  })

  it('lets people sleep, unless what changes is near', async () => {
    const night = instant('2026-12-05T01:00:00Z')
    now = noon
    const far = await planned({ sourceId: 'far', start: later(start, 5 * day) })
    const near = await planned({ sourceId: 'near', start: instant('2026-12-05T09:00:00Z') })
    const ada = await somebody(world().store, 'ada')
    await answers(ada, far)
    await answers(ada, near)
    now = night
    await world().store.reminders.sent(await world().store.reminders.due(night, 10), night)
    await world().store.actions.setState(far, 'cancelled', now)
    await world().store.actions.setState(near, 'cancelled', now)
    await goesTo(later(night, 2 * minute))
    expect((await told()).toSorted()).toEqual(['ada changed', 'ada changed at 8'])
  })

  it('tells of an action that takes place after all, and reminds of it again', async () => {
    now = noon
    const id = await planned()
    await answers(await somebody(world().store, 'ada'), id)
    await world().store.actions.setState(id, 'cancelled', now)
    await goesTo(later(noon, 2 * minute))
    expect(await told()).toEqual(['ada changed'])
    await world().store.actions.setState(id, 'planned', now)
    await goesTo(later(noon, 5 * minute))
    expect(await told()).toEqual(['ada changed'])
    await goesTo(eve)
    expect(await told()).toEqual(['ada reminder'])
  })

  it('says all at once to whoever wants it so, and nothing of groups that they muted', async () => {
    now = noon
    const { store } = world()
    const ids = [
      await planned({ sourceId: 'one' }),
      await planned({ sourceId: 'two', start: later(start, hour) }),
    ]
    const [ada, bob] = [await somebody(store, 'ada'), await somebody(store, 'bob')]
    const { id: group } = await store.groups.keepImported(
      { source: 'made-up', sourceId: 'g1', name: 'G', kind: 'local', certified: true, active: true },
      now,
    )
    await store.reminders.keepWishes(ada, { ...usual, digest: true })
    await store.reminders.mute(bob, group, true)
    for (const who of [ada, bob]) for (const id of ids) await answers(who, id)
    await goesTo(eve)
    expect(await told()).toEqual(['ada digest'])
  })

  it('comes in one piece to each of those who want it so, whoever else is told meanwhile', async () => {
    now = noon
    const { store } = world()
    const ids = await timesOver(10, (at) => planned({ sourceId: `many ${at}`, start: later(start, at) }))
    const people = await timesOver(3, (at) => somebody(store, `p${at}`))
    for (const who of people) {
      await store.reminders.keepWishes(who, { ...usual, digest: true })
      for (const id of ids) await answers(who, id)
    }
    now = eve
    await Promise.all([round(), round(), round()])
    expect((await told()).toSorted()).toEqual([0, 1, 2].map((at) => `p${at} digest`))
  })
})

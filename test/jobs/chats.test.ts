import { expect, it } from 'vitest'
import { day, hour, instant, later, minute, type Clock, type Instant } from '../../src/base/clock.ts'
import { newId, type GroupId, type LinkId } from '../../src/base/ids.ts'
import { dayOf, instantAt, plusDays, type Zone } from '../../src/base/zones.ts'
import type { ImportedAction } from '../../src/domain/actions/model.ts'
import { usual, type Settings } from '../../src/domain/links/model.ts'
import { createReminding } from '../../src/jobs/remind.ts'
import { aGroup, anAction, department } from '../store/makings.ts'
import { onEachSize, silent, somebody } from '../store/sizes.ts'
import { territory } from '../world/world.ts'

const never = new AbortController().signal

const reunion = 'Indian/Reunion' as Zone

onEachSize('chats', (world) => {
  const friday = instant('2026-11-27T17:00:00Z')
  const saturday = instant('2026-11-28T13:00:00Z')
  let now = friday
  const clock: Clock = { now: () => now }

  const goesTo = async (at: Instant): Promise<void> => {
    now = at
    const needs = {
      store: world().store,
      wake: async () => {},
      territory,
      clock,
      log: silent,
      chatsAtOnce: 5,
    }
    await createReminding(needs)({}, never)
  }

  const linked = async (key: string, of: Partial<Settings> = {}, home = '93'): Promise<LinkId> => {
    const { store } = world()
    const made = aGroup({ sourceId: `of ${home}`, department: department(home) })
    const { id: group }: { id: GroupId } = await store.groups.keepImported(made, later(friday, -day))
    const settings = { ...usual, from: 0, to: 0, agenda: false, ...of }
    const link = { id: newId.link(), group, address: { platform: 'telegram', key }, title: key, since: now }
    return (await store.links.put({ ...link, settings }, await somebody(store, 'Amel'))).link.id
  }

  /** As its source tells it; again where it is another one than before. */
  const planned = async (of: Partial<ImportedAction> = {}, home = '93') => {
    const start = of.start ?? saturday
    const organisers = [{ sourceId: `of ${home}`, name: 'Montreuil insoumise' }]
    const made = anAction({ organisers, ...of, start, end: later(start, hour) })
    return world().store.actions.keepImported(made, later(friday, -day))
  }

  /** What chats got since the last time it was asked. */
  const got = async (): Promise<readonly string[]> => {
    const { store } = world()
    const of = { platform: 'telegram', now, until: later(now, minute), most: 999 } as const
    const letters = await store.outbox.takeNext({ ...of, from: 'answer', to: 'refresh' })
    for (const { id } of letters) await store.outbox.close(new Map([[id, { is: 'dropped' }]]), now)
    return letters.flatMap(({ to, body }) =>
      body.is === 'notice' && ['chat-reminder', 'published'].includes(body.notice.is) ? [to.key] : [],
    )
  }

  const silence = async (from: Instant, to: Instant) => {
    const truce = { from, to }
    await world().store.announcements.setTruce(truce, await somebody(world().store, 'Olga'))
    return () => world().store.announcements.endTruce(truce)
  }

  it('are reminded once, whoever works, and again when the action is moved', async () => {
    await linked('chat')
    await planned()
    await goesTo(later(friday, -minute))
    expect(await got()).toEqual([])
    await goesTo(friday)
    await goesTo(later(friday, minute))
    expect(await got()).toEqual(['chat'])
    await planned({ start: later(saturday, 7 * day) })
    await goesTo(later(friday, hour))
    expect(await got()).toEqual([])
    await goesTo(later(friday, 7 * day))
    expect(await got()).toEqual(['chat'])
  })

  it('are not reminded of what is called off', async () => {
    await linked('chat')
    await planned({ state: 'cancelled' })
    await goesTo(friday)
    expect(await got()).toEqual([])
  })

  it('are reminded in their hours', async () => {
    await linked('early', { from: 8, to: 18 })
    await linked('late', { from: 13, to: 17 })
    await planned()
    // The late one opens an hour before the beginning.
    await goesTo(later(friday, -2 * hour))
    expect(await got()).toEqual(['late'])
    await goesTo(later(friday, hour))
    expect(await got()).toEqual([])
    await goesTo(instant('2026-11-28T07:00:00Z'))
    expect(await got()).toEqual(['early'])
  })

  it('are reminded on the clock of the place, however many others wait', async () => {
    for (let at = 0; at < 6; at += 1) await linked(`in Paris ${at}`)
    await linked('Saint-Denis', {}, '974')
    const eve = instantAt(dayOf(friday, reunion), '18:00', reunion)
    // At one o’clock in the night: it is not yet evening there.
    await planned({ start: later(eve, 10 * hour) })
    const start = instantAt(plusDays(dayOf(friday, reunion), 1), '10:00', reunion)
    await planned({ sourceId: 'a2', start, zone: reunion }, '974')
    await goesTo(eve)
    expect(await got()).toEqual(['Saint-Denis'])
  })

  it('are reminded after an electoral silence, as long as that is of use', async () => {
    await linked('chat')
    await planned({ start: instant('2026-11-28T08:00:00Z') })
    await planned({ sourceId: 'a2' })
    const over = await silence(friday, instant('2026-11-28T07:00:00Z'))
    await goesTo(friday)
    expect(await got()).toEqual([])
    await goesTo(instant('2026-11-28T07:00:00Z'))
    expect(await got()).toEqual(['chat'])
    await over()
  })

  it('see what waits for their hours, not during an electoral silence, and at once when that is taken back', async () => {
    const { store } = world()
    const link = await linked('chat', { reminders: false, from: 8, to: 20 })
    const { id: action } = await planned()
    const post = { link, shown: { action }, key: `published ${action} ${link}`, due: friday }
    await store.posts.hold(post)
    await store.posts.hold(post)
    const over = await silence(friday, later(friday, 7 * day))
    await goesTo(friday)
    expect(await got()).toEqual([])
    await over()
    // It is night there.
    await goesTo(later(friday, 3 * hour))
    expect(await got()).toEqual([])
    await goesTo(instant('2026-11-28T07:00:00Z'))
    await goesTo(instant('2026-11-28T07:01:00Z'))
    expect(await got()).toEqual(['chat'])
  })
})

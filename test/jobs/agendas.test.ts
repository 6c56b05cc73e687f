import { expect, it } from 'vitest'
import { hour, instant, later, minute, type Clock, type Instant } from '../../src/base/clock.ts'
import { newId, type GroupId, type LinkId } from '../../src/base/ids.ts'
import { usual, type Settings } from '../../src/domain/links/model.ts'
import { createReminding } from '../../src/jobs/remind.ts'
import { aGroup, department } from '../store/makings.ts'
import { onEachSize, silent, somebody } from '../store/sizes.ts'
import { territory } from '../world/world.ts'

const never = new AbortController().signal

onEachSize('the week’s agenda', (world) => {
  /** A Monday, 8:00 in Paris. */
  const monday = instant('2026-11-30T07:00:00Z')
  let now = monday
  const clock: Clock = { now: () => now }

  const goesTo = async (at: Instant): Promise<void> => {
    now = at
    const needs = { store: world().store, wake: async () => {}, territory, clock, log: silent }
    await createReminding(needs)({}, never)
  }

  const linked = async (key: string, of: Partial<Settings> = {}, home = '93'): Promise<LinkId> => {
    const { store } = world()
    const made = aGroup({ sourceId: `of ${home}`, department: department(home) })
    const { id: group }: { id: GroupId } = await store.groups.keepImported(made, now)
    const address = { platform: 'telegram', key }
    const settings = { ...usual, ...of }
    const link = { id: newId.link(), group, address, title: key, since: now, settings }
    return (await store.links.put(link, await somebody(store, 'Amel'))).link.id
  }

  /** The chats that got one since the last time it was asked. */
  const chats = async (): Promise<readonly string[]> => {
    const { store } = world()
    const held = later(now, minute)
    const taking = {
      platform: 'telegram',
      now,
      until: held,
      most: 99,
      from: 'answer',
      to: 'refresh',
    } as const
    const letters = await store.outbox.takeNext(taking)
    for (const { id } of letters) await store.outbox.close(new Map([[id, { is: 'dropped' }]]), now)
    return letters.flatMap(({ to, body }) =>
      body.is === 'notice' && body.notice.is === 'week' ? [to.key] : [],
    )
  }

  it('comes on the day and hour that the chat chose, once', async () => {
    await linked('chat')
    await goesTo(later(monday, 59 * minute))
    expect(await chats()).toEqual([])
    await goesTo(later(monday, hour))
    await goesTo(later(monday, hour + minute))
    expect(await chats()).toEqual(['chat'])
    await goesTo(later(monday, 7 * 24 * hour + hour))
    expect(await chats()).toEqual(['chat'])
  })

  it('comes on the clock of the place', async () => {
    await linked('Saint-Denis', {}, '974')
    await linked('Cayenne', {}, '973')
    await linked('Montreuil')
    // 9:00 in La Réunion is 6:00 in Paris.
    await goesTo(instant('2026-11-30T05:00:00Z'))
    expect(await chats()).toEqual(['Saint-Denis'])
    await goesTo(instant('2026-11-30T08:00:00Z'))
    expect(await chats()).toEqual(['Montreuil'])
    await goesTo(instant('2026-11-30T12:00:00Z'))
    expect(await chats()).toEqual(['Cayenne'])
  })

  it('comes a little late when nobody worked, and not at all when it is of no more use', async () => {
    await linked('chat')
    await goesTo(instant('2026-11-30T10:30:00Z'))
    expect(await chats()).toEqual(['chat'])
    await linked('other')
    await goesTo(instant('2026-11-30T11:00:00Z'))
    expect(await chats()).toEqual([])
  })

  it('does not come where it is not wanted, nor where nothing arrives', async () => {
    await linked('not wanted', { agenda: false })
    await linked('broken')
    await world().store.links.trouble({ platform: 'telegram', key: 'broken' }, 'kicked')
    await goesTo(later(monday, hour))
    expect(await chats()).toEqual([])
  })

  it('reaches every chat, however many there are', async () => {
    for (let at = 0; at < 120; at += 1) await linked(`in Cayenne ${at}`, {}, '973')
    await linked('Montreuil')
    await goesTo(later(monday, hour))
    expect(await chats()).toEqual(['Montreuil'])
  })

  it('does not come during the electoral silence', async () => {
    const { store } = world()
    await linked('quiet', { day: 1, hour: 9 })
    const truce = { from: later(monday, -hour), to: later(monday, 4 * hour) }
    await store.announcements.setTruce(truce, await somebody(store, 'Olga'))
    await goesTo(later(monday, hour))
    expect(await chats()).toEqual([])
    await store.announcements.endTruce(truce)
    await goesTo(later(monday, hour + minute))
    expect(await chats()).toEqual(['quiet'])
  })
})

import { expect, it } from 'vitest'
import { hour, later, minute, type Instant } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { paris } from '../../src/base/zones.ts'
import { plain } from '../../src/base/rich.ts'
import { usual } from '../../src/domain/reminders/model.ts'
import { createTelling } from '../../src/engine/telling.ts'
import { fr } from '../../src/phrases/fr.ts'
import { noticeMessage } from '../../src/views/notices.ts'
import { aGroup, anAction } from '../store/makings.ts'
import { noon, onEachSize, telegram } from '../store/sizes.ts'

onEachSize('telling somebody', (world) => {
  it('writes to their private chat, once for one key, with all else that the work changes', async () => {
    const { store } = world()
    const person = await store.people.keep(newId.person(), { platform: 'telegram', key: '42' }, 'door 42')
    const { id: action } = await store.actions.keepImported(anAction({ state: 'cancelled' }), noon)
    const telling = {
      to: { person },
      notice: { is: 'called-off', action },
      urgency: 'urgent',
      key: 'k',
    } as const
    const told = await store.transaction(async (within) => {
      const { tell, platforms } = createTelling({ within, now: noon })
      return [await tell(telling), await tell(telling), ...platforms]
    })
    expect(told).toEqual(['told', 'told', 'telegram'])
    const taking = { platform: 'telegram', now: noon, until: later(noon, minute), most: 9 } as const
    const letters = await store.outbox.takeNext({ ...taking, from: 'answer', to: 'refresh' })
    expect(letters).toMatchObject([
      {
        to: telegram('door 42'),
        lane: 'urgent',
        reader: person,
        body: { is: 'notice', notice: telling.notice },
      },
    ])
  })

  it('lets them sleep, unless it would then come too late', async () => {
    const { store } = world()
    const person = await store.people.keep(newId.person(), { platform: 'telegram', key: '43' }, 'door 43')
    const { id: action } = await store.actions.keepImported(anAction(), noon)
    const [night, morning] = [later(noon, 11 * hour), later(noon, 19 * hour)]
    const { tell } = createTelling({ within: store, now: night })
    const telling = { to: { person }, notice: { is: 'departure', action }, urgency: 'urgent' } as const
    await tell({ ...telling, key: 'waits', rest: { zone: paris, by: later(morning, hour) } })
    await tell({ ...telling, key: 'presses', rest: { zone: paris, by: later(morning, -2 * hour) } })
    const taken = async (now: Instant) => {
      const taking = { platform: 'telegram', now, until: later(now, minute), most: 9 } as const
      const letters = await store.outbox.takeNext({ ...taking, from: 'answer', to: 'refresh' })
      await store.outbox.close(new Map(letters.map(({ id }) => [id, { is: 'dropped' }])), now)
      return letters.length
    }
    expect(await taken(night)).toBe(1)
    expect(await taken(later(morning, -minute))).toBe(0)
    expect(await taken(morning)).toBe(1)
    // Whoever wants to hear at any hour does.
    await store.reminders.keepWishes(person, { ...usual, quiet: { from: 0, to: 0 } })
    await tell({ ...telling, key: 'awake', rest: { zone: paris, by: later(morning, hour) } })
    expect(await taken(later(morning, minute))).toBe(1)
  })

  it('knows when no private message reaches them', async () => {
    const { store } = world()
    const account = { platform: 'telegram', key: '42' }
    const person = await store.people.keep(newId.person(), account, 'door 42')
    await store.people.reachable(account, false)
    const { tell, platforms } = createTelling({ within: store, now: noon })
    const notice = { is: 'called-off', action: newId.action() } as const
    expect(await tell({ to: { person }, notice, urgency: 'urgent' })).toBe('nobody')
    expect([...platforms]).toEqual([])
  })

  it('words a notice when it leaves, and says nothing that is no longer true', async () => {
    const { store } = world()
    await store.groups.keepImported(aGroup(), noon)
    const { id } = await store.actions.keepImported(anAction({ state: 'cancelled' }), noon)
    const telling = {
      t: fr,
      now: noon,
      action: store.actions.found,
      proposal: store.proposals.found,
      group: store.groups.byId,
      link: store.links.byId,
      account: async () => undefined,
      zoneOf: () => paris,
      riding: async () => undefined,
      animated: async () => true,
      called: async () => undefined,
      week: async () => undefined,
      ownWeek: async () => undefined,
      moved: async () => undefined,
    }
    const said = await noticeMessage({ is: 'called-off', action: id }, telling)
    expect(said && plain(said.text)).toContain('Tractage au marché')
    await store.actions.setState(id, 'planned', noon)
    expect(await noticeMessage({ is: 'called-off', action: id }, telling)).toBeUndefined()
    const given = { is: 'seats-given', action: id, since: noon } as const
    expect(await noticeMessage(given, telling)).toBeUndefined()
    const moved = async () => ({
      seated: [{ name: 'Bob', until: later(noon, hour) }, {}],
      left: [{ name: 'Ada' }],
    })
    const summary = await noticeMessage(given, { ...telling, moved })
    const words = summary && plain(summary.text)
    expect(words).toMatch(/\+ Bob a une place, à confirmer avant .*/)
    expect(words).toContain('+ Sans nom a une place\n− Ada ne vient pas')
  })
})

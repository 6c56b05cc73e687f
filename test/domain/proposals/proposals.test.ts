import { expect, it } from 'vitest'
import { day, hour, later, type Instant } from '../../../src/base/clock.ts'
import { newId, type PersonId } from '../../../src/base/ids.ts'
import { paris } from '../../../src/base/zones.ts'
import type { Telling } from '../../../src/domain/notices/ports.ts'
import { createPeople } from '../../../src/domain/people/service.ts'
import { createProposals } from '../../../src/domain/proposals/service.ts'
import type { Doing } from '../../../src/domain/rights/journal.ts'
import { createRights } from '../../../src/domain/rights/service.ts'
import { aGroup } from '../../store/makings.ts'
import { noon, onEachSize, somebody, telegram } from '../../store/sizes.ts'

const planned = (): never => {
  throw new Error('nothing is planned here')
}

onEachSize('dates that are proposed', (world) => {
  const office = (id: PersonId, shownAs: string, now: Instant = noon) => {
    const { store } = world()
    const told: Telling[] = []
    const noted: Doing[] = []
    const person = { id, known: true, shownAs }
    const people = createPeople({
      store: store.people,
      self: { person, account: telegram(shownAs), door: shownAs },
      touched: () => {},
      tell: async () => 'told',
      now,
    })
    const proposals = createProposals({
      store: store.proposals,
      drafts: store.drafts,
      plans: { outlook: planned, begin: planned },
      groups: store.groups,
      links: store.links,
      posts: store.posts,
      truces: store.announcements,
      reminders: store.reminders,
      people,
      rights: createRights({ store: store.roles, groups: store.groups, people, operator: false }),
      journal: { note: async (_, doing) => void noted.push(doing) },
      tell: async (telling) => {
        told.push(telling)
        return 'told'
      },
      now,
      recounted: () => {},
    })
    return { proposals, told, noted }
  }

  it('have names for those who organise, who are noted once a look, and are called off once', async () => {
    const { store } = world()
    const { id: group } = await store.groups.keepImported(aGroup(), noon)
    const [olga, paul] = [await somebody(store, 'Olga'), await somebody(store, 'Paul')]
    await store.roles.grant({ person: olga, role: 'animator', group, since: noon })
    const id = newId.proposal()
    const dates = [3, 4].map((at) => {
      const start = later(noon, at * day)
      return { start, end: later(start, hour) }
    })
    const about = { name: 'Tractage', kind: 'tracts', description: '', audience: 'everyone' } as const
    await store.proposals.add({ id, group, keeper: olga, about, dates, zone: paris, until: later(noon, day) })
    const theirs = office(paul, 'Paul')
    await theirs.proposals.answer(id, 1)
    expect(await theirs.proposals.follow(id)).toBe(true)
    await expect(theirs.proposals.drop(id)).rejects.toMatchObject({ code: 'not-allowed' })

    // In the middle of the night.
    const night = later(noon, 11 * hour)
    const { proposals, told, noted } = office(olga, 'Olga', night)
    const page = { skip: 0, take: 10 }
    expect((await proposals.answers(id, page)).people).toEqual([{ name: 'Paul', suits: [1] }])
    await proposals.answers(id, page, 'again')
    expect(noted).toEqual([{ is: 'did', deed: 'see-names', what: 'Tractage' }])
    for (let twice = 0; twice < 2; twice += 1)
      expect((await proposals.drop(id)).proposal).toMatchObject({ over: true, dropped: true })
    expect(noted.slice(1)).toEqual([{ is: 'did', deed: 'drop-dates', what: 'Tractage' }])
    expect(told).toMatchObject([{ to: { person: paul }, notice: { is: 'dates-dropped', proposal: id } }])
    expect(told[0]?.due).toBeGreaterThan(later(night, 7 * hour))
    expect((await proposals.answers(id, page, 'again')).found.tally).toEqual({
      dates: [0, 1],
      none: 0,
      people: 1,
    })
    for (const refused of [() => proposals.draft(id, 1), () => proposals.settle(id, 1)])
      await expect(refused()).rejects.toMatchObject({ code: 'proposal-dropped' })
    expect(await theirs.proposals.follow(id)).toBe('dropped')
    expect(await proposals.open(5)).toEqual([])
  })
})

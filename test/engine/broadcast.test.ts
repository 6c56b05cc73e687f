import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { day, later, systemClock } from '../../src/base/clock.ts'
import { newId, type BroadcastId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import type { NewBroadcast } from '../../src/domain/broadcasts/model.ts'
import { aGroup } from '../store/makings.ts'
import { openPostOffice } from './post-office.ts'

type Office = Awaited<ReturnType<typeof openPostOffice>>

/** A group of that many people, each with a door called after them. */
const aCrowd = async ({ store }: Office, size: number) => {
  const { id: group } = await store.groups.keepImported(aGroup(), systemClock.now())
  const people = await Promise.all(
    Array.from({ length: size }, async (_, at) => {
      const account = { platform: 'made-up', key: `a${at}` }
      const person = await store.people.keep(newId.person(), account, `door ${at}`)
      await store.groups.join(person, group, systemClock.now())
      return { person, account }
    }),
  )
  return { group, people }
}

const begin = async (office: Office, of: Pick<NewBroadcast, 'audience'> & Partial<NewBroadcast>) => {
  const id = newId.broadcast()
  const what = { is: 'text', text: rich`Samedi, tous à Bastille` } as const
  await office.store.broadcasts.put(id, { what, urgency: 'announcement', ...of }, systemClock.now())
  return id
}

const progress = async ({ store }: Office, id: BroadcastId) => {
  const found = await store.broadcasts.progress(id, systemClock.now())
  if (!found) throw new Error('no such broadcast')
  const { broadcast, total, delivered, gone, uncertain, dropped, left } = found
  return { state: broadcast.state, total, delivered, gone, uncertain, dropped, left }
}

/** Writes it out and carries it, until nothing is left to do. */
const whole = async (office: Office, id: BroadcastId) => {
  const conducted = office.conduct(id)
  const over = conducted.then(() => true)
  do await office.run()
  while (!(await Promise.race([over, setTimeout(20, false)])))
  await office.run()
}

const nothing = { gone: 0, uncertain: 0, dropped: 0, left: 0 }
const words = ({ arrivals }: Office) => arrivals.map((each) => each.words)

describe('a broadcast', () => {
  it('reaches each member once, and those who cannot be reached not at all', async () => {
    await using office = await openPostOffice({ perSecond: 2_000 })
    const { group, people } = await aCrowd(office, 30)
    const [silent] = people
    if (silent) await office.store.people.reachable(silent.account, false)
    const id = await begin(office, { audience: { is: 'members', group } })
    await whole(office, id)
    expect(new Set(office.arrivals.map(({ key }) => key)).size).toBe(29)
    expect(office.arrivals).toHaveLength(29)
    expect(await progress(office, id)).toEqual({ ...nothing, state: 'done', total: 29, delivered: 29 })
  })

  it('still counts them all when its letters are forgotten', async () => {
    await using office = await openPostOffice({
      perSecond: 2_000,
      answer: (_, nth) => (nth === 1 ? { is: 'gone', why: 'refused' } : { is: 'delivered', ref: '1' }),
    })
    const { group } = await aCrowd(office, 5)
    const id = await begin(office, { audience: { is: 'members', group } })
    await whole(office, id)
    const before = await progress(office, id)
    const alone = await office.store.announcements.copies(id)
    const afterwards = later(systemClock.now(), 8 * day)
    expect(await office.store.outbox.forget(afterwards, afterwards)).toBe(5)
    expect(await progress(office, id)).toEqual(before)
    expect(await office.store.announcements.copies(id)).toEqual(alone)
    expect(alone).toEqual({ total: 5, delivered: 4, gone: 1, uncertain: 0, left: 0 })
  })

  it('is written out by small steps, none of which is done twice, whoever takes them', async () => {
    await using office = await openPostOffice({ perSecond: 2_000 })
    const { group } = await aCrowd(office, 60)
    const id = await begin(office, { audience: { is: 'members', group } })
    const stride = { now: systemClock.now(), window: 25, most: 10 }
    const step = () => office.store.broadcasts.advance(id, stride)
    expect(await step()).toEqual({ is: 'wrote', platforms: ['made-up'] })
    expect(await office.fates()).toEqual({ open: 10 })
    await step()
    await step()
    expect(await office.fates()).toEqual({ open: 25 })
    expect(await step()).toEqual({ is: 'waits' })
    // As if the last step had been forgotten: its letters are there already.
    await office.ask('update porte_voix.broadcasts set cursor = null')
    await office.run()
    await whole(office, id)
    expect(office.arrivals).toHaveLength(60)
    expect(await progress(office, id)).toMatchObject({ state: 'done', total: 60, delivered: 60 })
  })

  it('pauses, goes on, and is cancelled', async () => {
    await using office = await openPostOffice({ perSecond: 2_000 })
    const { group } = await aCrowd(office, 20)
    const id = await begin(office, { audience: { is: 'members', group } })
    const { broadcasts } = office.store
    await broadcasts.advance(id, { now: systemClock.now(), window: 500, most: 10 })
    expect(await broadcasts.pause(id, systemClock.now())).toBe(true)
    await whole(office, id)
    expect(office.arrivals).toEqual([])
    expect(await progress(office, id)).toMatchObject({ state: 'paused', total: 20, left: 20 })
    expect(await broadcasts.resume(id, systemClock.now())).toBe(true)
    await office.run()
    expect(office.arrivals).toHaveLength(10)
    expect(await broadcasts.cancel(id, systemClock.now())).toBe(true)
    await whole(office, id)
    expect(office.arrivals).toHaveLength(10)
    expect(await progress(office, id)).toEqual({ ...nothing, state: 'cancelled', total: 10, delivered: 10 })
    expect(await broadcasts.resume(id, systemClock.now())).toBe(false)
  })

  it.each(['pause', 'cancel'] as const)(
    'is looked after until what was under way has ended, on %s',
    async (does) => {
      await using office = await openPostOffice({ perSecond: 2_000 })
      const { group } = await aCrowd(office, 3)
      const id = await begin(office, { audience: { is: 'members', group } })
      const { broadcasts, outbox } = office.store
      const now = systemClock.now()
      const step = () => broadcasts.advance(id, { now: systemClock.now(), window: 500, most: 10 })
      await step()
      const taken = {
        platform: 'made-up',
        now,
        until: later(now, day),
        most: 1,
        from: 'answer',
        to: 'refresh',
      } as const
      const [letter] = await outbox.takeNext(taken)
      if (!letter) throw new Error('none was taken')
      expect(await broadcasts[does](id, now)).toBe(true)
      expect(await progress(office, id)).toMatchObject({ delivered: 0, left: does === 'pause' ? 3 : 1 })
      expect(await step()).toEqual({ is: 'waits' })
      await outbox.close(new Map([[letter.id, { is: 'delivered', ref: '1' }]]), now)
      expect(await step()).toEqual({ is: 'rests' })
      expect(await progress(office, id)).toMatchObject({ delivered: 1, left: does === 'pause' ? 2 : 0 })
    },
  )

  it('that is paused for weeks goes on with all of its letters', async () => {
    await using office = await openPostOffice({ perSecond: 2_000 })
    const { group } = await aCrowd(office, 3)
    const id = await begin(office, { audience: { is: 'members', group } })
    const { broadcasts, outbox, announcements } = office.store
    const now = systemClock.now()
    await broadcasts.advance(id, { now, window: 500, most: 10 })
    await broadcasts.pause(id, now)
    expect(await announcements.copies(id)).toMatchObject({ total: 3, left: 3 })
    expect(await outbox.forget(later(now, 20 * day), now)).toBe(0)
    await broadcasts.resume(id, systemClock.now())
    await whole(office, id)
    expect(await progress(office, id)).toEqual({ ...nothing, state: 'done', total: 3, delivered: 3 })
  })

  it('changes what has arrived, and takes it away', async () => {
    await using office = await openPostOffice({ perSecond: 2_000 })
    const { group } = await aCrowd(office, 5)
    const id = await begin(office, { audience: { is: 'members', group } })
    await whole(office, id)
    const { broadcasts } = office.store
    await broadcasts.edit(id, { is: 'text', text: rich`Plutôt à Nation` }, systemClock.now())
    expect(await progress(office, id)).toMatchObject({ state: 'running', delivered: 0, left: 5 })
    await whole(office, id)
    expect(words(office).slice(5)).toEqual(Array.from({ length: 5 }, () => 'Plutôt à Nation'))
    expect(await broadcasts.withdraw(id, systemClock.now())).toBe(true)
    expect(await broadcasts.withdraw(id, systemClock.now())).toBe(false)
    await whole(office, id)
    expect(office.arrivals).toHaveLength(10)
    expect(office.withdrawn).toHaveLength(5)
    expect(await progress(office, id)).toEqual({ ...nothing, state: 'done', total: 5, delivered: 5 })
  })

  it('tells what became of each, and tries those again that failed or may have', async () => {
    const sad = new Set(['door 1', 'door 2'])
    await using office = await openPostOffice({
      perSecond: 2_000,
      answer: ({ key }) => {
        if (!sad.has(key)) return { is: 'delivered', ref: key, home: key }
        return key === 'door 1' ? { is: 'gone', why: 'forbidden' } : { is: 'uncertain' }
      },
    })
    const { group, people } = await aCrowd(office, 4)
    const id = await begin(office, { audience: { is: 'members', group } })
    await whole(office, id)
    const { broadcasts } = office.store
    const counted = { ...nothing, state: 'done', total: 4, delivered: 2, gone: 1, uncertain: 1 }
    expect(await progress(office, id)).toEqual(counted)
    const account = await broadcasts.account(id, { take: 10 })
    expect(account.map(({ target }) => target)).toEqual(people.map(({ person }) => person).toSorted())
    expect(await broadcasts.account(id, { fate: 'gone', take: 10 })).toEqual([
      { target: people[1]?.person, platform: 'made-up', fate: 'gone', why: 'forbidden' },
    ])
    sad.clear()
    expect(await broadcasts.retry(id, 'uncertain', systemClock.now())).toBe(1)
    expect(await broadcasts.retry(id, 'gone', systemClock.now())).toBe(1)
    await whole(office, id)
    expect(await progress(office, id)).toEqual({ ...nothing, state: 'done', total: 4, delivered: 4 })
    expect(office.arrivals).toHaveLength(6)
  })
})

import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { later, minute, systemClock } from '../../src/base/clock.ts'
import { draft, openPostOffice } from './post-office.ts'

describe('a turn', () => {
  it.each([
    { which: 'was used late, as by a process that stalls after it came', before: 300, after: 0 },
    { which: 'may have arrived late, as far as its answer tells', before: 0, after: 200 },
  ])('that $which keeps its second free of others', async ({ before, after }) => {
    await using office = await openPostOffice({ perSecond: 1 })
    await office.put(draft('a', 'answer'), draft('b', 'answer'))
    const now = systemClock.now()
    const taking = { platform: 'made-up', now, until: later(now, minute), most: 2 }
    const letters = await office.store.outbox.takeNext({ ...taking, from: 'answer', to: 'answer' })
    const parcels = await Promise.all(letters.map((letter) => office.courier.pack(letter)))
    const arrived: number[] = []
    for (const parcel of parcels) {
      if (!parcel) throw new Error('nothing to carry')
      const [turn] = await office.courier.turns([parcel])
      if (turn?.is !== 'go') throw new Error('no turn')
      expect(await turn.comes()).toBe(true)
      const isFirst = arrived.length === 0
      if (isFirst) await setTimeout(before)
      turn.left()
      if (isFirst) await setTimeout(after)
      arrived.push(performance.now())
      turn.answered()
    }
    expect((arrived[1] ?? 0) - (arrived[0] ?? 0)).toBeGreaterThan(1_010)
  })

  it('that was missed by far is given up for another', async () => {
    await using office = await openPostOffice({ perSecond: 1 })
    await office.put(draft('a', 'answer'))
    const now = systemClock.now()
    const taking = { platform: 'made-up', now, until: later(now, minute), most: 1 }
    const [taken] = await office.store.outbox.takeNext({ ...taking, from: 'answer', to: 'answer' })
    const parcel = taken && (await office.courier.pack(taken))
    if (!parcel) throw new Error('nothing to carry')
    const [turn] = await office.courier.turns([parcel])
    if (turn?.is !== 'go') throw new Error('no turn')
    await setTimeout(600)
    expect(await turn.comes()).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { day, later, systemClock } from '../../src/base/clock.ts'
import { rich } from '../../src/base/rich.ts'
import type { Address, Message, Outcome } from '../../src/chat/index.ts'
import { answering } from './discord/bot.ts'
import { startBot } from './telegram/bot.ts'

const news: Message = { text: rich`Samedi à Bastille` }
const instead: Message = { text: rich`Message retiré` }

const refOf = (outcome: Outcome): string => {
  if (outcome.is !== 'delivered') throw new Error(`not delivered: ${outcome.is}`)
  return outcome.ref
}

describe('a message is taken back on Telegram', () => {
  it('within two days; afterwards other words stand in its place', async () => {
    let passed = 0
    const clock = { now: () => later(systemClock.now(), passed) }
    await using bot = await startBot(() => [], { stage: { clock } })
    const ana = bot.stage.person('Ana')
    const chat = bot.stage.group('Montreuil', [ana])
    const to: Address = { platform: 'telegram', key: chat.id }
    const [soon, late] = [await bot.platform.deliver(to, news), await bot.platform.deliver(to, news)]
    expect(ana.in(chat).seen()).toHaveLength(2)
    expect(await bot.platform.withdraw(to, refOf(soon), instead)).toMatchObject({ is: 'delivered' })
    expect(ana.in(chat).seen()).toHaveLength(1)
    // It is gone already: nothing is left to do.
    expect(await bot.platform.withdraw(to, refOf(soon), instead)).toMatchObject({ is: 'delivered' })
    passed = 3 * day
    expect(await bot.platform.withdraw(to, refOf(late), instead)).toMatchObject({ is: 'delivered' })
    expect(
      ana
        .in(chat)
        .seen()
        .map(({ text }) => text),
    ).toEqual(['Message retiré'])
    expect(bot.stage.violations()).toEqual([])
  })
})

describe('a message is taken back on Discord', () => {
  it('in a channel and at somebody’s door, twice if need be', async () => {
    await using bot = await answering()
    const ana = bot.stage.person('Ana')
    const chat = bot.stage.group('Montreuil', [ana])
    const places: readonly Address[] = [
      { platform: 'discord', key: `c:${chat.id}` },
      { platform: 'discord', key: `u:${ana.id}` },
    ]
    for (const to of places) {
      const ref = refOf(await bot.platform.deliver(to, news))
      for (const _ of [1, 2])
        expect(await bot.platform.withdraw(to, ref, instead)).toMatchObject({ is: 'delivered' })
    }
    expect(ana.in(chat).seen()).toEqual([])
    expect(ana.seen()).toEqual([])
    expect(bot.stage.violations()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { later, minute, systemClock, type Clock } from '../../../src/base/clock.ts'
import { rich } from '../../../src/base/rich.ts'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { answering, card, channel, lines, naming, quietLog, refOf, startBot } from './bot.ts'

describe('an answer on Discord', () => {
  it.each(['cut', 'lost', 'error'] as const)('comes although the first one was met by: %s', async (what) => {
    await using bot = await answering()
    const anna = bot.stage.person('Anna')
    bot.stage.misbehave({ what, method: 'POST /interactions' })
    await anna.asks('actions')
    expect(lines(anna.seen())).toEqual(['bot: Tractage [Je participe]'])
    bot.stage.misbehave({ what, method: 'POST /interactions' })
    await anna.presses('Je participe')
    await anna.sees('noté')
    expect(lines(anna.seen())).toEqual(['bot (edited): noté'])
    expect(anna.toasts()).toEqual([])
    expect(bot.stage.violations()).toEqual([])
  })

  it('lost on the way is said again; what followed it is there once', async () => {
    await using bot = await startBot(() => [card, { text: rich`la suite` }])
    const anna = bot.stage.person('Anna')
    bot.stage.misbehave({ what: 'lost', method: 'PATCH /webhooks' })
    await anna.asks('actions')
    expect(bot.outcomes).toMatchObject([{ is: 'later' }, { is: 'delivered' }])
    const { back } = bot.heard.at(-1) ?? expect.fail()
    expect(await bot.platform.deliver(back, card)).toMatchObject({ is: 'delivered' })
    expect(
      anna
        .seen()
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['Tractage', 'la suite'])
  })

  it('that only follows is not repeated when its answer is lost', async () => {
    await using bot = await startBot(() => [card, { text: rich`la suite` }])
    const anna = bot.stage.person('Anna')
    bot.stage.misbehave({ what: 'lost', method: 'POST /webhooks' })
    await anna.asks('actions')
    expect(bot.outcomes).toMatchObject([{ is: 'delivered' }, { is: 'uncertain' }])
  })

  it('that must wait keeps its place, so that it can come later', async () => {
    await using bot = await answering()
    const anna = bot.stage.person('Anna')
    bot.stage.misbehave({ what: 'page', method: 'PATCH /webhooks' })
    const asked = anna.asks('actions')
    await expect.poll(() => bot.outcomes).toEqual([{ is: 'later', inMs: 1_000 }])
    expect(anna.view().busy).toBe(true)
    const { back } = bot.heard.at(-1) ?? expect.fail()
    expect(await bot.platform.deliver(back, card)).toMatchObject({ is: 'delivered' })
    await asked
    expect(lines(anna.seen())).toEqual(['bot: Tractage [Je participe]'])
  })

  it('that another process carries finds the message that waits', async () => {
    await using bot = await answering()
    const anna = bot.stage.person('Anna')
    bot.stage.misbehave({ what: 'error', method: 'PATCH /webhooks' })
    const asked = anna.asks('actions')
    await expect.poll(() => bot.outcomes).toHaveLength(1)
    const other = createDiscord({
      token: bot.stage.token,
      api: bot.stage.api,
      perSecond: 50,
      log: quietLog(),
    })
    const { back } = bot.heard.at(-1) ?? expect.fail()
    expect(await other.deliver(back, card)).toMatchObject({ is: 'delivered' })
    expect(await other.deliver(back, { text: rich`la suite` })).toMatchObject({ is: 'delivered' })
    await asked
    expect(lines(anna.seen())).toEqual(['bot: Tractage [Je participe]', 'bot: la suite'])
  })

  it('after a quarter of an hour has no way, but its message still has one', async () => {
    let ahead = 0
    const clock: Clock = { now: () => later(systemClock.now(), ahead) }
    await using bot = await startBot(() => [card], { stage: { clock } })
    const anna = bot.stage.person('Anna')
    const chat = bot.stage.group('Montreuil', [anna])
    await anna.in(chat).asks('actions')
    const { back } = bot.heard.at(-1) ?? expect.fail()
    const ref = refOf(bot.outcomes.at(-1) ?? expect.fail())
    expect(await bot.platform.deliver(back, { text: rich`un` }, ref)).toMatchObject({ ref })
    ahead = 16 * minute
    expect(await bot.platform.deliver(back, { text: rich`deux` })).toEqual({ is: 'gone', why: 'expired' })
    expect(await bot.platform.deliver(back, { text: rich`trois` }, ref)).toMatchObject({ ref })
    expect(await bot.platform.deliver(channel(chat), { text: rich`quatre` }, ref)).toMatchObject({ ref })
    expect(lines(anna.in(chat).seen())).toEqual(['bot (edited): quatre'])
  })

  it('after a quarter of an hour comes as a message of its own where the two are alone', async () => {
    let ahead = 0
    const clock: Clock = { now: () => later(systemClock.now(), ahead) }
    await using bot = await startBot(() => [card], { stage: { clock } })
    const anna = bot.stage.person('Anna')
    await anna.asks('actions')
    const { back } = bot.heard.at(-1) ?? expect.fail()
    ahead = 16 * minute
    expect(await bot.platform.deliver(back, { text: rich`deux` })).toMatchObject({ is: 'delivered' })
    expect(lines(anna.seen())).toEqual(['bot: Tractage [Je participe]', 'bot: deux'])
  })

  it('to one reader alone is out of reach after that time', async () => {
    let ahead = 0
    const clock: Clock = { now: () => later(systemClock.now(), ahead) }
    await using bot = await startBot(() => [card], { stage: { clock } })
    const anna = bot.stage.person('Anna')
    const chat = bot.stage.group('Montreuil', [anna])
    await anna.in(chat).asks('reglages')
    const { back } = bot.heard.at(-1) ?? expect.fail()
    ahead = 16 * minute
    expect(
      await bot.platform.deliver(back, { text: rich`un` }, refOf(bot.outcomes.at(-1) ?? expect.fail())),
    ).toEqual({ is: 'gone', why: 'not-found' })
  })

  it('that Discord refuses is a bug, told without a token', async () => {
    await using bot = await startBot(({ said }) =>
      said.is === 'pressed'
        ? [
            {
              text: [],
              form: { route: '1f.x', title: '', questions: [{ name: 'n', label: '', required: true }] },
            },
          ]
        : [{ text: rich`x`, rows: [[naming.button('Nom', {})]] }],
    )
    const anna = bot.stage.person('Anna')
    await anna.asks('actions')
    await anna.presses('Nom')
    expect(anna.toasts()).toEqual([])
    expect(bot.logged.some((line) => line.includes('Invalid Form Body'))).toBe(true)
    const { key } = bot.heard.at(-1)?.back ?? expect.fail()
    const token = key.split(':').at(-1) ?? expect.fail()
    expect(bot.logged.some((line) => line.includes(token))).toBe(false)
  })
})

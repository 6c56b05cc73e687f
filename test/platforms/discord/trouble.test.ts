import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../src/base/clock.ts'
import { later, minute, systemClock } from '../../../src/base/clock.ts'
import { rich } from '../../../src/base/rich.ts'
import type { Address, Message, Outcome } from '../../../src/chat/index.ts'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import type { Actor, Chat } from '../../../playground/actor.ts'
import { startDiscord } from '../../../playground/discord/index.ts'
import { attend, commands, lines, naming, startBot, type Bot } from './bot.ts'

const card: Message = { text: rich`Tractage`, rows: [[attend.button('Je participe', { answer: 'yes' })]] }
const answering = () =>
  startBot(({ said }) => (said.is === 'pressed' ? [{ text: rich`noté`, instead: true }] : [card]))
const channel = (chat: Chat): Address => ({ platform: 'discord', key: `c:${chat.id}` })
const door = (person: Actor): Address => ({ platform: 'discord', key: `u:${person.id}` })
const letter = '0b6c1f0e-2b8e-4a35-9a55-3f6f0f1c2d3e'

const refOf = (outcome: Outcome): string =>
  outcome.is === 'delivered' ? outcome.ref : expect.fail(outcome.is)

describe('a letter to a channel of Discord', () => {
  const scene = async (): Promise<{ bot: Bot; chat: Chat; anna: Actor; texts: () => readonly string[] }> => {
    const bot = await answering()
    const anna = bot.stage.person('Anna')
    const chat = bot.stage.group('Montreuil', [anna])
    return { bot, chat, anna, texts: () => lines(anna.in(chat).seen()) }
  }

  it('is written, edited and its edition lost and repeated', async () => {
    const { bot, chat, texts } = await scene()
    await using _ = bot
    const first = await bot.platform.deliver(channel(chat), card)
    expect(first).toMatchObject({ is: 'delivered', home: `c:${chat.id}` })
    bot.stage.misbehave({ what: 'lost', method: 'PATCH' })
    const edited: Message = { text: rich`Complet` }
    expect(await bot.platform.deliver(channel(chat), edited, refOf(first))).toMatchObject({ is: 'later' })
    expect(await bot.platform.deliver(channel(chat), edited, refOf(first))).toMatchObject({
      ref: refOf(first),
    })
    expect(texts()).toEqual(['bot (edited): Complet'])
  })

  it.each([
    ['is asked to wait', { what: 'limit', seconds: 30 }, { is: 'later', inMs: 30_000 }],
    ['has a bad day', { what: 'error' }, { is: 'later', inMs: 5_000 }],
    ['answers with a web page', { what: 'page' }, { is: 'later', inMs: 5_000 }],
    ['forbids it', { what: 'forbidden' }, { is: 'gone', why: 'forbidden' }],
  ] as const)('is told what to do when Discord %s', async (_, mishap, expected) => {
    const { bot, chat } = await scene()
    await using __ = bot
    bot.stage.misbehave({ ...mishap, method: 'POST /channels' })
    const outcome = await bot.platform.deliver(channel(chat), card)
    expect(outcome).toMatchObject({ is: expected.is })
    if (outcome.is === 'later' && 'inMs' in expected)
      expect(Math.abs(outcome.inMs - expected.inMs)).toBeLessThan(200)
  })

  it('waits a moment by itself when that is all that is asked', async () => {
    const { bot, chat, texts } = await scene()
    await using _ = bot
    bot.stage.misbehave({ what: 'limit', seconds: 0.5, method: 'POST /channels' })
    expect(await bot.platform.deliver(channel(chat), card)).toMatchObject({ is: 'delivered' })
    expect(texts()).toHaveLength(1)
    expect(bot.stage.violations()).toEqual([])
  })

  it.each(['cut', 'lost'] as const)('is written once although its answer was %s', async (what) => {
    const { bot, chat, texts } = await scene()
    await using _ = bot
    bot.stage.misbehave({ what, method: 'POST /channels' })
    expect(await bot.platform.deliver(channel(chat), card, undefined, letter)).toMatchObject({ is: 'later' })
    expect(await bot.platform.deliver(channel(chat), card, undefined, letter)).toMatchObject({
      is: 'delivered',
    })
    expect(texts()).toHaveLength(1)
  })

  it('that has no name of its own is not repeated when its answer is lost', async () => {
    const { bot, chat } = await scene()
    await using _ = bot
    bot.stage.misbehave({ what: 'lost', method: 'POST /channels' })
    expect(await bot.platform.deliver(channel(chat), card)).toEqual({ is: 'uncertain' })
  })

  it('finds closed doors and lost places', async () => {
    const { bot, chat, anna } = await scene()
    await using _ = bot
    const { stage, platform } = bot
    const first = await platform.deliver(channel(chat), card)
    expect(await platform.deliver(door(anna), card)).toMatchObject({ is: 'delivered' })
    await anna.blocks()
    expect(await platform.deliver(door(anna), card)).toEqual({ is: 'gone', why: 'blocked' })
    const carl = stage.person('Carl')
    stage.uninstalls(carl)
    expect(await platform.deliver(door(carl), card)).toEqual({ is: 'gone', why: 'blocked' })
    stage.restricts(chat, 'send')
    expect(await platform.deliver(channel(chat), card)).toEqual({ is: 'gone', why: 'forbidden' })
    stage.closes(chat)
    expect(await platform.deliver(channel(chat), card, refOf(first))).toEqual({
      is: 'gone',
      why: 'not-found',
    })
    const nobody = { platform: 'discord', key: 'u:123456789012345678' }
    expect(await platform.deliver(nobody, card)).toEqual({ is: 'gone', why: 'deactivated' })
    await expect(platform.deliver({ platform: 'discord', key: 'nonsense' }, card)).rejects.toThrow(RangeError)
  })

  it('pings nobody, whatever it says', async () => {
    const { bot, chat, anna } = await scene()
    await using _ = bot
    await bot.platform.deliver(channel(chat), { text: rich`@everyone @here ${`<@${anna.id}>`}` })
    expect(bot.stage.pinged(chat)).toEqual([])
    expect(anna.in(chat).last().text).toBe(`@everyone @here <@${anna.id}>`)
  })
})

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
    await expect.poll(() => bot.outcomes).toEqual([{ is: 'later', inMs: 5_000 }])
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
    const quiet = () => undefined
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
    const other = createDiscord({ token: bot.stage.token, api: bot.stage.api, perSecond: 50, log })
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

describe('listening to Discord', () => {
  it.each(['drop', 'reconnect'] as const)('goes on after the gateway does this: %s', async (how) => {
    await using bot = await answering()
    const anna = bot.stage.person('Anna')
    bot.stage.gateway[how]()
    await anna.says('bonjour')
    await expect
      .poll(() => bot.heard.map(({ said }) => said), { timeout: 15_000 })
      .toEqual([{ is: 'text', text: 'bonjour' }])
  })

  it('goes on with a new session, even when the old one ends as it is resumed', async () => {
    await using bot = await answering()
    const anna = bot.stage.person('Anna')
    bot.stage.gateway.endsWhenResumed()
    bot.stage.gateway.drop()
    await expect.poll(() => bot.stage.gateway.sessions(), { timeout: 15_000 }).toBe(2)
    await expect.poll(() => bot.stage.gateway.listeners(), { timeout: 15_000 }).toBe(1)
    await anna.says('bonjour')
    await expect
      .poll(() => bot.heard.at(-1)?.said, { timeout: 15_000 })
      .toEqual({ is: 'text', text: 'bonjour' })
  })

  it('ends when Discord will not have the token, and says so', async () => {
    await using stage = await startDiscord()
    const quiet = () => undefined
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
    const platform = createDiscord({ token: 'wrong', api: stage.api, perSecond: 50, log })
    const ears = { hear: () => Promise.resolve(), suggest: () => Promise.resolve([]) }
    await expect(platform.listen(ears, new AbortController().signal)).rejects.toThrow('the token is wrong')
    await expect(platform.publish(commands)).rejects.toThrow('401')
  })

  it('tries again while Discord is out of reach, and stops when it is told to', async () => {
    const warned: string[] = []
    const quiet = () => undefined
    const log = {
      debug: quiet,
      info: quiet,
      warn: (_: object, words: string) => warned.push(words),
      error: quiet,
    }
    const platform = createDiscord({ token: 'x.y.z', api: 'http://127.0.0.1:9/api', perSecond: 50, log })
    const stopping = new AbortController()
    const ears = { hear: () => Promise.resolve(), suggest: () => Promise.resolve([]) }
    const listening = platform.listen(ears, stopping.signal)
    await expect.poll(() => warned, { timeout: 10_000 }).toEqual(['Discord cannot be reached'])
    stopping.abort()
    await listening
    expect(await platform.deliver({ platform: 'discord', key: 'c:1' }, card)).toMatchObject({ is: 'later' })
  })

  it('publishes once, and again only what changed', async () => {
    await using bot = await answering()
    const before = bot.calls().length
    await bot.platform.publish(commands)
    expect(bot.calls().slice(before)).toEqual(['GET /applications/@me', 'GET /applications/:id/commands'])
    await bot.platform.publish(commands.slice(1))
    expect(bot.calls().at(-1)).toBe('PUT /applications/:id/commands')
    expect(
      bot.stage
        .person('Anna')
        .menu()
        .map(({ name }) => name),
    ).toEqual(['reglages'])
  })
})

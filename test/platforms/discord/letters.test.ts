import { describe, expect, it } from 'vitest'
import { rich } from '../../../src/base/rich.ts'
import type { Address, Message } from '../../../src/chat/index.ts'
import type { Actor, Chat } from '../../../playground/actor.ts'
import { answering, card, channel, lines, refOf, startBot, type Bot } from './bot.ts'

const door = (person: Actor): Address => ({ platform: 'discord', key: `u:${person.id}` })
const letter = '0b6c1f0e-2b8e-4a35-9a55-3f6f0f1c2d3e'

const scene = ({ stage }: Bot): { chat: Chat; anna: Actor; texts: () => readonly string[] } => {
  const anna = stage.person('Anna')
  const chat = stage.group('Montreuil', [anna])
  return { chat, anna, texts: () => lines(anna.in(chat).seen()) }
}

describe('a letter to a channel of Discord', () => {
  it('is written, edited and its edition lost and repeated', async () => {
    await using bot = await answering()
    const { chat, texts } = scene(bot)
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
    ['is asked to wait', { what: 'limit', seconds: 30 }, { is: 'later', inMs: 30_000, limited: true }],
    ['has a bad day', { what: 'error' }, { is: 'later', inMs: 1_000 }],
    ['answers with a web page', { what: 'page' }, { is: 'later', inMs: 1_000 }],
    ['forbids it', { what: 'forbidden' }, { is: 'gone', why: 'forbidden' }],
  ] as const)('is told what to do when Discord %s', async (_, mishap, expected) => {
    await using bot = await answering()
    const { chat } = scene(bot)
    bot.stage.misbehave({ ...mishap, method: 'POST /channels' })
    const outcome = await bot.platform.deliver(channel(chat), card)
    expect(outcome).toMatchObject({ is: expected.is })
    if (outcome.is === 'later' && 'inMs' in expected)
      expect(Math.abs(outcome.inMs - expected.inMs)).toBeLessThan(200)
  })

  it('waits a moment by itself when that is all that is asked', async () => {
    await using bot = await answering()
    const { chat, texts } = scene(bot)
    bot.stage.misbehave({ what: 'limit', seconds: 0.5, method: 'POST /channels' })
    expect(await bot.platform.deliver(channel(chat), card)).toMatchObject({ is: 'delivered' })
    expect(texts()).toHaveLength(1)
    expect(bot.stage.violations()).toEqual([])
  })

  it.each(['cut', 'lost'] as const)('is written once although its answer was %s', async (what) => {
    await using bot = await answering()
    const { chat, texts } = scene(bot)
    bot.stage.misbehave({ what, method: 'POST /channels' })
    expect(await bot.platform.deliver(channel(chat), card, undefined, letter)).toMatchObject({ is: 'later' })
    expect(await bot.platform.deliver(channel(chat), card, undefined, letter)).toMatchObject({
      is: 'delivered',
    })
    expect(texts()).toHaveLength(1)
  })

  it('that has no name of its own is not repeated when its answer is lost', async () => {
    await using bot = await answering()
    const { chat } = scene(bot)
    bot.stage.misbehave({ what: 'lost', method: 'POST /channels' })
    expect(await bot.platform.deliver(channel(chat), card)).toEqual({ is: 'uncertain' })
  })

  it('finds closed doors and lost places', async () => {
    await using bot = await answering()
    const { chat, anna } = scene(bot)
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

  it('keeps to the limits that Discord tells, and says when it must wait long', async () => {
    await using bot = await startBot(() => [], { stage: { limits: true } })
    const { chat } = scene(bot)
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => bot.platform.deliver(channel(chat), card)),
    )
    expect(outcomes.filter(({ is }) => is === 'delivered')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome.is === 'later' && outcome.inMs <= 5_100)).toHaveLength(3)
    expect(bot.stage.violations()).toEqual([])
  })

  it('pings nobody, whatever it says', async () => {
    await using bot = await answering()
    const { chat, anna } = scene(bot)
    await bot.platform.deliver(channel(chat), { text: rich`@everyone @here ${`<@${anna.id}>`}` })
    expect(bot.stage.pinged(chat)).toEqual([])
    expect(anna.in(chat).last().text).toBe(`@everyone @here <@${anna.id}>`)
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Address, Message, Outcome } from '../../../src/chat/index.ts'
import { createTelegram } from '../../../src/platforms/telegram/index.ts'
import { startTelegram } from '../../../playground/telegram/index.ts'
import { quietLog, startBot } from './bot.ts'

const say = (text: string, more: Partial<Message> = {}): Message => ({ text: [{ text }], ...more })
const to = (key: string): Address => ({ platform: 'telegram', key })

/** The adapter alone: it only writes. */
const writing = async () => {
  const stage = await startTelegram()
  const platform = createTelegram({ token: stage.token, apiRoot: stage.url, perSecond: 30, log: quietLog() })
  const ana = stage.person('Ana')
  await ana.asks('start')
  await platform.deliver(to(ana.id), say('premier'))
  return {
    stage,
    platform,
    ana,
    write: (key: string, text = 'a'): Promise<Outcome> => platform.deliver(to(key), say(text)),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  }
}

test('an address that is closed is told apart by why', async () => {
  await using bot = await writing()
  const { stage, ana, write } = bot
  const bob = stage.person('Bob')
  expect(await write(bob.id)).toEqual({ is: 'gone', why: 'not-found' })
  const group = stage.group('Montreuil', [ana, bob])
  expect(await write(bob.id)).toEqual({ is: 'gone', why: 'forbidden' })
  await ana.blocks()
  expect(await write(ana.id)).toEqual({ is: 'gone', why: 'blocked' })
  stage.deactivates(ana)
  expect(await write(ana.id)).toEqual({ is: 'gone', why: 'deactivated' })
  stage.mutes(group)
  expect(await write(group.id)).toEqual({ is: 'gone', why: 'forbidden' })
  await bob.in(group).expels()
  expect(await write(group.id)).toEqual({ is: 'gone', why: 'kicked' })
  stage.closes(group)
  expect(await write(group.id)).toEqual({ is: 'gone', why: 'not-found' })
})

test('what Telegram puts off is written later, what got lost on the way is uncertain', async () => {
  await using bot = await writing()
  const { stage, ana, write } = bot
  stage.misbehave({ what: 'limit', seconds: 7 })
  expect(await write(ana.id)).toEqual({ is: 'later', inMs: 7_000, limited: true })
  stage.misbehave({ what: 'error' })
  expect(await write(ana.id)).toMatchObject({ is: 'later' })
  stage.misbehave({ what: 'page' })
  expect(await write(ana.id)).toMatchObject({ is: 'later' })
  stage.misbehave({ what: 'cut' })
  expect(await write(ana.id)).toEqual({ is: 'uncertain' })
  stage.misbehave({ what: 'lost' })
  expect(await write(ana.id, 'arrivé')).toEqual({ is: 'uncertain' })
  expect(ana.last().text).toBe('arrivé')
})

test('a token that Telegram takes back loses no letter: all of them wait for another one', async () => {
  await using bot = await writing()
  const logged: string[] = []
  const platform = createTelegram({
    token: '1:wrong',
    apiRoot: bot.stage.url,
    perSecond: 30,
    log: quietLog(logged),
  })
  const outcome = await platform.deliver(to(bot.ana.id), say('second'))
  expect(outcome).toEqual({ is: 'later', inMs: 60_000, limited: true, whole: true })
  expect(logged.join()).toContain('refuses the token')
  expect(await platform.answers?.()).toBe(true)
})

test('a Telegram that is not there is a matter of time', async () => {
  const stage = await startTelegram()
  const platform = createTelegram({ token: stage.token, apiRoot: stage.url, perSecond: 30, log: quietLog() })
  const ana = stage.person('Ana')
  await ana.asks('start')
  await platform.deliver(to(ana.id), say('premier'))
  await stage[Symbol.asyncDispose]()
  await sleep(50)
  expect(await platform.deliver(to(ana.id), say('second'))).toMatchObject({ is: 'later' })
  expect(await platform.answers?.()).toBe(false)
})

test('an edit whose answer got lost is done again, and that it changes nothing is well', async () => {
  await using bot = await writing()
  const { stage, platform, ana } = bot
  const ref = ana.last().id
  stage.misbehave({ what: 'lost', method: 'editMessageText' })
  expect(await platform.deliver(to(ana.id), say('changé'), ref)).toMatchObject({ is: 'later' })
  expect(await platform.deliver(to(ana.id), say('changé'), ref)).toEqual({
    is: 'delivered',
    ref,
    home: ana.id,
  })
  expect(ana.last().text).toBe('changé')
  expect(await platform.deliver(to(ana.id), say('autre'), '3')).toEqual({ is: 'gone', why: 'not-found' })
})

test('a group that became a supergroup is followed, and its new address told', async () => {
  await using bot = await startBot(() => [])
  const ana = bot.stage.person('Ana')
  const group = bot.stage.group('Montreuil', [ana])
  const fresh = await bot.stage.migrates(group)
  // The old chat tells of it, and so does the new one.
  const moved = { place: { key: group.id }, said: { is: 'moved', to: fresh.id } }
  await expect.poll(() => bot.heard).toMatchObject([moved, moved])
  expect(await bot.platform.deliver(to(group.id), say('a'))).toMatchObject({
    is: 'delivered',
    home: fresh.id,
    moved: fresh.id,
  })
  expect(ana.in(fresh).last().text).toBe('a')
})

test('a topic is written to; when it is closed or deleted, answers alone go to the general one', async () => {
  await using bot = await startBot(() => [say('ici')])
  const ana = bot.stage.person('Ana')
  const forum = bot.stage.supergroup('Boucle', [ana], { forum: true })
  const topic = bot.stage.topic(forum, 'Actions')
  await ana.in(topic).asks('aide')
  expect(ana.in(topic).last().text).toBe('ici')
  expect(bot.heard[0]?.place).toEqual({ kind: 'group', key: topic.id })
  await ana.in(forum).asks('aide')
  expect(bot.heard[1]?.place).toEqual({ kind: 'group', key: forum.id })
  bot.stage.closesTopic(topic)
  expect(await bot.platform.deliver(to(topic.id), say('annonce'))).toEqual({ is: 'gone', why: 'not-found' })
  expect(ana.in(forum).last().text).toBe('ici')
  expect(await bot.platform.deliver(to(`${topic.id}~u${ana.id}`), say('repli'))).toMatchObject({
    home: forum.id,
    moved: forum.id,
  })
  expect(ana.in(forum).last().text).toBe('repli')
  expect(bot.stage.violations()).toEqual([])
})

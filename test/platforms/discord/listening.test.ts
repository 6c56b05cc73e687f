import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { rich } from '../../../src/base/rich.ts'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { startDiscord } from '../../../playground/discord/index.ts'
import { answering, card, commands, lines, quietLog, says, startBot } from './bot.ts'

const suggest = async ({ typed }: { typed: string }) => {
  if (typed === 'bug') throw new Error('bug')
  if (typed === 'slow') await wait(4_000)
  return Array.from({ length: 30 }, (_, at) => ({
    label: `${typed} ${at} ${'x'.repeat(120)}`,
    value: `${typed}${at}`,
  }))
}

describe('what is typed', () => {
  it('is completed in time, or not at all', async () => {
    await using bot = await startBot(says(card), { suggest })
    const anna = bot.stage.person('Anna')
    const proposed = await anna.completes('actions', 'lieu', '<b>*_@everyone')
    expect(proposed).toHaveLength(25)
    expect(proposed[0]?.value).toBe('<b>*_@everyone0')
    expect(await anna.completes('actions', 'lieu', 'bug')).toEqual([])
    expect(await anna.completes('actions', 'lieu', 'slow')).toEqual([])
    expect(bot.logged.filter((line) => line.startsWith('error'))).toHaveLength(1)
    expect(bot.stage.violations()).toEqual([])
  })

  it('in private is read: words, commands in words, and pictures', async () => {
    await using bot = await startBot(says({ text: rich`lu` }))
    const anna = bot.stage.person('Anna')
    await anna.says('  bonjour  ')
    await anna.says('/inconnue avec des mots')
    await anna.sendsPicture()
    expect(bot.heard.map(({ said }) => said)).toEqual([
      { is: 'text', text: 'bonjour' },
      { is: 'command', name: 'inconnue', line: 'avec des mots' },
      { is: 'other' },
    ])
    expect(lines(anna.seen()).filter((line) => line === 'bot: lu')).toHaveLength(3)
    expect(bot.calls()).toEqual(Array.from({ length: 3 }, () => 'POST /channels/:id/messages'))
  })

  it('is heard once, however often Discord tells it, and in the order of each person', async () => {
    const order: string[] = []
    await using bot = await startBot(async ({ said }) => {
      if (said.is !== 'text') return []
      if (said.text === 'un') await wait(300)
      order.push(said.text)
      return [{ text: rich`lu` }]
    })
    const anna = bot.stage.person('Anna')
    await Promise.all([anna.says('un'), anna.says('deux')])
    await bot.stage.retells()
    await expect.poll(() => order).toEqual(['un', 'deux'])
  })
})

describe('somebody who met a bug', () => {
  it('is heard all the same afterwards', async () => {
    let bugs = 1
    await using bot = await startBot(() => {
      bugs -= 1
      return bugs < 0 ? [card] : Promise.reject(new Error('bug'))
    })
    const anna = bot.stage.person('Anna')
    await Promise.all([anna.asks('actions'), anna.asks('actions')])
    expect(lines(anna.seen())).toEqual(['bot: Tractage [Je participe]'])
    expect(bot.logged.filter((line) => line.startsWith('error'))).toHaveLength(1)
  })
})

describe('servers', () => {
  it('are greeted when they let the bot in, and mourned when they put it out or close a channel', async () => {
    await using bot = await startBot(says())
    const anna = bot.stage.person('Anna')
    const chat = bot.stage.group('Montreuil', [anna])
    const thread = bot.stage.topic(chat, 'Samedi')
    bot.stage.closes(thread)
    await anna.in(chat).expels()
    await expect
      .poll(() => bot.heard.map(({ said, place }) => `${said.is} ${place.key}`))
      .toEqual([`added c:${chat.id}`, `removed c:${thread.id}`, `removed c:${chat.id}`])
    const [added] = bot.heard
    expect(await bot.platform.deliver(added?.back ?? expect.fail(), { text: rich`Bonjour` })).toEqual({
      is: 'gone',
      why: 'forbidden',
    })
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
    const platform = createDiscord({ token: 'wrong', api: stage.api, perSecond: 50, log: quietLog() })
    const ears = { hear: () => Promise.resolve(), suggest: () => Promise.resolve([]) }
    await expect(platform.listen(ears, new AbortController().signal)).rejects.toThrow('the token is wrong')
    await expect(platform.publish(commands)).rejects.toThrow('401')
  })

  it('tries again while Discord is out of reach, and stops when it is told to', async () => {
    const logged: string[] = []
    const platform = createDiscord({
      token: 'x.y.z',
      api: 'http://127.0.0.1:9/api',
      perSecond: 50,
      log: quietLog(logged),
    })
    const stopping = new AbortController()
    const ears = { hear: () => Promise.resolve(), suggest: () => Promise.resolve([]) }
    const listening = platform.listen(ears, stopping.signal)
    await expect.poll(() => logged.join(), { timeout: 10_000 }).toContain('Discord cannot be reached')
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

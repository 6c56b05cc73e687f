import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { rich } from '../../../src/base/rich.ts'
import type { Message } from '../../../src/chat/index.ts'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { card, lines, quietLog, says, startBot, type Answer } from './bot.ts'

const callback = 'POST /interactions/:id/:token/callback'
const original = '/webhooks/:id/:token/messages/@original'
const follow = 'POST /webhooks/:id/:token'

describe('a command on Discord', () => {
  it('is answered at once, then in words, in the sight of all', async () => {
    await using bot = await startBot(says(card, { text: rich`et après` }))
    const [anna, bea] = [bot.stage.person('Anna'), bot.stage.person('Béa')]
    const chat = bot.stage.group('Montreuil', [anna, bea])
    await anna.in(chat).asks('actions', { lieu: 'lyon 3e', type: 'autre' })
    expect(lines(bea.in(chat).seen())).toEqual(['bot: Tractage [Je participe]', 'bot: et après'])
    expect(bot.calls()).toEqual([callback, `PATCH ${original}`, follow])
    expect(bot.heard.at(-1)).toMatchObject({
      platform: 'discord',
      from: {
        key: anna.id,
        name: 'Anna',
        language: 'fr',
        door: { platform: 'discord', key: `u:${anna.id}` },
      },
      place: { kind: 'group', key: `c:${chat.id}` },
      said: { is: 'command', name: 'actions', options: { lieu: 'lyon 3e', type: 'autre' } },
    })
    expect(bot.outcomes).toMatchObject([{ is: 'delivered', home: `c:${chat.id}` }, { is: 'delivered' }])
    expect(bot.stage.violations()).toEqual([])
  })

  it('that concerns only its asker is answered to them alone, and so is what follows', async () => {
    await using bot = await startBot(says({ text: rich`Vos réglages` }, { text: rich`la suite` }))
    const [anna, bea] = [bot.stage.person('Anna'), bot.stage.person('Béa')]
    const chat = bot.stage.group('Montreuil', [anna, bea])
    await anna.in(chat).asks('reglages')
    expect(lines(anna.in(chat).seen())).toEqual(['bot (me): Vos réglages', 'bot (me): la suite'])
    expect(bea.in(chat).seen()).toEqual([])
    expect(bot.outcomes.every((outcome) => outcome.is === 'delivered' && outcome.home === undefined)).toBe(
      true,
    )
  })

  it('gets an aside although everybody saw the bot think', async () => {
    await using bot = await startBot(says({ text: rich`Refusé`, aside: true }))
    const [anna, bea] = [bot.stage.person('Anna'), bot.stage.person('Béa')]
    const chat = bot.stage.group('Montreuil', [anna, bea])
    await anna.in(chat).asks('actions')
    expect(lines(anna.in(chat).seen())).toEqual(['bot (me): Refusé'])
    expect(bea.in(chat).view()).toMatchObject({ seen: [], busy: false })
  })

  it('in private hides nothing, and can be asked again later', async () => {
    await using bot = await startBot(says({ text: rich`Vos réglages`, aside: true }))
    const anna = bot.stage.person('Anna')
    await anna.asks('reglages')
    expect(lines(anna.seen())).toEqual(['bot: Vos réglages'])
    expect(bot.heard.at(-1)?.place.kind).toBe('private')
  })

  it.each([
    ['nothing is said', says()],
    ['the bot has a bug', () => Promise.reject(new Error('bug'))],
  ] as const)('leaves nothing thinking when %s', async (_, answer) => {
    await using bot = await startBot(answer)
    const anna = bot.stage.person('Anna')
    const chat = bot.stage.group('Montreuil', [anna])
    await anna.in(chat).asks('actions')
    expect(anna.in(chat).view()).toMatchObject({ seen: [], busy: false })
    expect(bot.calls()).toEqual([callback, `DELETE ${original}`])
  })

  it('of somebody who brought the bot to a server that never asked is answered to them alone', async () => {
    await using bot = await startBot(says(card))
    const [anna, bea] = [bot.stage.person('Anna'), bot.stage.person('Béa')]
    const chat = bot.stage.group('Ailleurs', [anna, bea], { bot: false })
    await anna.in(chat).asks('actions')
    expect(lines(anna.in(chat).seen())).toEqual(['bot (me): Tractage [Je participe]'])
    expect(bea.in(chat).seen()).toEqual([])
  })

  it('that takes five seconds is answered all the same', async () => {
    await using bot = await startBot(async () => {
      await wait(5_000)
      return [card]
    })
    const anna = bot.stage.person('Anna')
    await anna.asks('actions')
    expect(lines(anna.seen())).toEqual(['bot: Tractage [Je participe]'])
    expect(bot.stage.violations()).toEqual([])
  })

  it('whose answers are unknown to this process is hidden', async () => {
    await using bot = await startBot(says(card))
    const anna = bot.stage.person('Anna')
    const chat = bot.stage.group('Montreuil', [anna])
    const other = createDiscord({
      token: bot.stage.token,
      api: bot.stage.api,
      perSecond: 50,
      log: quietLog(),
    })
    await bot.stop()
    const stopping = new AbortController()
    const listening = other.listen(
      {
        hear: async ({ back, said }) => {
          if (said.is === 'command') await other.deliver(back, card)
        },
        suggest: () => Promise.resolve([]),
      },
      stopping.signal,
    )
    await expect.poll(() => bot.stage.gateway.listeners()).toBe(1)
    await anna.in(chat).asks('actions')
    expect(lines(anna.in(chat).seen())).toEqual(['bot (me): Tractage [Je participe]'])
    stopping.abort()
    await listening
  })
})

const pressing =
  (message: Message): Answer =>
  ({ said }) => [said.is === 'pressed' ? message : card]

describe('a button on Discord', () => {
  it.each([
    [
      'takes the place of its message',
      { text: rich`C’est noté`, instead: true as const },
      ['bot (edited): C’est noté'],
      ['bot (edited): C’est noté'],
    ],
    [
      'whispers',
      { text: rich`C’est noté`, aside: true as const },
      ['bot: Tractage [Je participe]', 'bot (me): C’est noté'],
      ['bot: Tractage [Je participe]'],
    ],
    [
      'speaks to all',
      { text: rich`C’est noté` },
      ['bot: Tractage [Je participe]', 'bot: C’est noté'],
      ['bot: Tractage [Je participe]', 'bot: C’est noté'],
    ],
  ])('%s', async (_, message, mine, theirs) => {
    await using bot = await startBot(pressing(message))
    const [anna, bea] = [bot.stage.person('Anna'), bot.stage.person('Béa')]
    const chat = bot.stage.group('Montreuil', [anna, bea])
    await anna.in(chat).asks('actions')
    const { id: ref } = anna.in(chat).last()
    await anna.in(chat).presses('Je participe')
    expect(lines(anna.in(chat).seen())).toEqual(mine)
    expect(lines(bea.in(chat).seen())).toEqual(theirs)
    expect(bot.heard.at(-1)?.said).toEqual({
      is: 'pressed',
      route: '1p.attend.yes',
      on: { home: `c:${chat.id}`, ref },
    })
    expect(bot.stage.violations()).toEqual([])
  })

  it('that says nothing leaves its message as it is', async () => {
    await using bot = await startBot(({ said }) => (said.is === 'pressed' ? [] : [card]))
    const anna = bot.stage.person('Anna')
    await anna.asks('actions')
    await anna.presses('Je participe')
    expect(lines(anna.seen())).toEqual(['bot: Tractage [Je participe]'])
    expect(anna.toasts()).toEqual([])
  })
})

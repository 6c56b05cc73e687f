import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { bold, rich } from '../../../src/base/rich.ts'
import type { Book } from '../../../src/phrases/book.ts'
import type { Message } from '../../../src/chat/index.ts'
import { attend, lines, naming, startBot, type Answer } from './bot.ts'

const none = {} as Book
const card: Message = { text: rich`Tractage`, rows: [[attend.button('Je participe', { answer: 'yes' })]] }
const says =
  (...messages: readonly Message[]): Answer =>
  () =>
    messages
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
      place: { kind: 'group', key: chat.id },
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
    const { createDiscord } = await import('../../../src/platforms/discord/index.ts')
    const quiet = () => undefined
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
    const other = createDiscord({ token: bot.stage.token, api: bot.stage.api, perSecond: 50, log })
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

describe('a button on Discord', () => {
  const pressing =
    (message: Message): Answer =>
    ({ said }) => [said.is === 'pressed' ? message : card]

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

describe('a form on Discord', () => {
  const opener: Message = { text: rich`Bonjour`, rows: [[naming.button('Changer de nom', {})]] }
  const filling =
    (most: number): Answer =>
    ({ said }) => {
      if (said.is === 'pressed') return [{ text: rich``, form: naming.questionnaire(none, {}) }]
      if (said.is !== 'filled') return [opener]
      const { answers } = said
      const { name = '' } = answers
      return [
        name.length > most
          ? { text: [], form: naming.questionnaire(none, {}, answers, rich`Trop long`), aside: true }
          : { text: rich`Bonjour ${bold(name)}`, aside: true },
      ]
    }

  it('is a window, and its answers come back', async () => {
    await using bot = await startBot(filling(10))
    const [anna, bea] = [bot.stage.person('Anna'), bot.stage.person('Béa')]
    const chat = bot.stage.group('Montreuil', [anna, bea])
    await anna.in(chat).asks('actions')
    await anna.in(chat).presses('Changer de nom')
    expect(anna.in(chat).form()).toMatchObject({
      title: 'Votre nom',
      questions: [{ label: 'Nom affiché', required: true, most: 10 }],
    })
    await anna.in(chat).fills({ Nom: 'Zoé' })
    expect(lines(anna.in(chat).seen())).toEqual(['bot: Bonjour [Changer de nom]', 'bot (me): Bonjour Zoé'])
    expect(bea.in(chat).seen()).toHaveLength(1)
    expect(bot.heard.at(-1)?.said).toEqual({ is: 'filled', route: '1f.naming', answers: { name: 'Zoé' } })
    expect(bot.stage.violations()).toEqual([])
  })

  it('comes back with what was typed when that will not do', async () => {
    await using bot = await startBot(filling(3))
    const anna = bot.stage.person('Anna')
    const chat = bot.stage.group('Montreuil', [anna])
    await anna.in(chat).asks('actions')
    await anna.in(chat).presses('Changer de nom')
    await anna.in(chat).fills({ Nom: 'Zoélie' })
    expect(lines(anna.in(chat).seen()).at(-1)).toBe('bot (me): Trop long [Votre nom]')
    await anna.in(chat).presses('Votre nom')
    expect(anna.in(chat).form()?.questions).toMatchObject([{ value: 'Zoélie' }])
    await anna.in(chat).fills({ Nom: 'Zoélia' })
    expect(lines(anna.in(chat).seen())).toEqual([
      'bot: Bonjour [Changer de nom]',
      'bot (me) (edited): Trop long [Votre nom]',
    ])
    // The window opens by itself from the only button there.
    await anna.in(chat).fills({ Nom: 'Zoé' })
    expect(lines(anna.in(chat).seen())).toEqual([
      'bot: Bonjour [Changer de nom]',
      'bot (me) (edited): Bonjour Zoé',
    ])
    expect(bot.stage.violations()).toEqual([])
  })

  it('asked by a command is a button, since the command was answered at once', async () => {
    await using bot = await startBot(({ said }) =>
      said.is === 'filled' ? [{ text: rich`Merci` }] : [{ text: [], form: naming.questionnaire(none, {}) }],
    )
    const anna = bot.stage.person('Anna')
    await anna.asks('reglages')
    expect(lines(anna.seen())).toEqual(['bot: Votre nom [Votre nom]'])
    await anna.fills({ Nom: 'Zoé' })
    expect(lines(anna.seen())).toEqual(['bot (edited): Merci'])
  })

  it('that is no more is answered in words', async () => {
    await using bot = await startBot(({ said }) =>
      said.is === 'pressed' ? [{ text: rich`Trop tard`, aside: true }] : [opener],
    )
    const anna = bot.stage.person('Anna')
    const chat = bot.stage.group('Montreuil', [anna])
    await anna.in(chat).asks('actions')
    await anna.in(chat).presses('Changer de nom')
    expect(lines(anna.in(chat).seen()).at(-1)).toBe('bot (me): Trop tard')
    expect(bot.outcomes.at(-1)).toMatchObject({ is: 'delivered' })
  })

  it('that is long in coming is a button', async () => {
    await using bot = await startBot(async ({ said }) => {
      if (said.is !== 'pressed') return [opener]
      await wait(2_500)
      return [{ text: [], form: naming.questionnaire(none, {}) }]
    })
    const anna = bot.stage.person('Anna')
    await anna.asks('actions')
    await anna.presses('Changer de nom')
    await anna.sees('Votre nom')
    expect(anna.toasts()).toEqual([])
    expect(bot.stage.violations()).toEqual([])
  })
})

describe('what is typed', () => {
  it('is completed in time, or not at all', async () => {
    const suggest = async ({ typed }: { typed: string }) => {
      if (typed === 'bug') throw new Error('bug')
      if (typed === 'slow') await wait(4_000)
      return Array.from({ length: 30 }, (_, at) => ({
        label: `${typed} ${at} ${'x'.repeat(120)}`,
        value: `${typed}${at}`,
      }))
    }
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
      .toEqual([`added ${chat.id}`, `removed ${thread.id}`, `removed ${chat.id}`])
    const [added] = bot.heard
    expect(await bot.platform.deliver(added?.back ?? expect.fail(), { text: rich`Bonjour` })).toEqual({
      is: 'gone',
      why: 'forbidden',
    })
  })
})

import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { bold, plain, rich } from '../../../src/base/rich.ts'
import type { Message } from '../../../src/chat/index.ts'
import type { Book } from '../../../src/phrases/book.ts'
import { discord } from '../../../src/phrases/discord.ts'
import { lines, naming, startBot, type Answer } from './bot.ts'

/** The form of these tests has no words of a book. */
const none = {} as Book

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
    expect(lines(anna.seen())).toEqual([`bot: Votre nom\n${plain(discord.opens)} [Votre nom]`])
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

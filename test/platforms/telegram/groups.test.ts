import { expect, test } from 'vitest'
import type { Message, Update } from '../../../src/chat/index.ts'
import { plain } from '../../../src/base/rich.ts'
import { telegram } from '../../../src/phrases/telegram.ts'
import { startBot, type Answer } from './bot.ts'

const say = (text: string, more: Partial<Message> = {}): Message => ({ text: [{ text }], ...more })
const card = say('Tracts au marché', { rows: [[{ label: 'Je participe', route: '1p.a' }]] })

const answering =
  (pressed: Message): Answer =>
  ({ said }: Update) => {
    if (said.is === 'pressed') return [pressed]
    if (said.is !== 'command') return []
    return said.name === 'actions' ? [card] : [say('Vos réponses : aucune', { aside: true })]
  }

test('what concerns one person only is said in private, and the group does not hear it', async () => {
  await using bot = await startBot(answering(card))
  const ana = bot.stage.person('Ana')
  await ana.asks('start')
  const group = bot.stage.group('Montreuil', [ana])
  await ana.in(group).asks('agenda')
  expect(ana.last().text).toBe('Vos réponses : aucune')
  expect(
    ana
      .in(group)
      .seen()
      .map(({ text }) => text),
  ).toEqual(['/agenda'])
})

test('whoever never wrote to the bot is shown the way, in a line of the group', async () => {
  await using bot = await startBot(answering(card))
  const ana = bot.stage.person('Ana')
  const group = bot.stage.group('Montreuil', [ana])
  await ana.in(group).asks('agenda')
  expect(ana.in(group).last()).toMatchObject({ text: plain(telegram.closed), silent: true })
  await ana.in(group).presses(telegram.openPrivate)
  expect(bot.heard.at(-1)).toMatchObject({
    place: { kind: 'private' },
    said: { is: 'command', name: 'start', line: 'bonjour' },
  })
  expect(bot.stage.violations()).toEqual([])
})

test('the way into private brings the answer, and a group sees one such line for each person', async () => {
  await using bot = await startBot(({ said }) =>
    said.is === 'command' ? [say(`Réponse : ${said.line ?? ''}`, { aside: true, again: 'agenda' })] : [],
  )
  const [ana, bob] = [bot.stage.person('Ana'), bot.stage.person('Bob')]
  const group = bot.stage.group('Montreuil', [ana, bob])
  for (const somebody of [ana, ana, bob, ana]) await somebody.in(group).asks('agenda')
  const lines = ana
    .in(group)
    .seen()
    .filter(({ from }) => from === 'bot')
  expect(lines.map(({ text }) => text)).toEqual([plain(telegram.waits), plain(telegram.waits)])
  await ana.in(group).presses(telegram.openPrivate)
  expect(ana.last().text).toBe('Réponse : agenda')
  expect(bot.stage.violations()).toEqual([])
})

test('a press in a group is answered with a word, whoever presses', async () => {
  await using bot = await startBot(answering(say('C’est noté', { aside: true })))
  const [ana, bob] = [bot.stage.person('Ana'), bot.stage.person('Bob')]
  const group = bot.stage.group('Montreuil', [ana, bob])
  await ana.in(group).asks('actions')
  await bob.in(group).presses('Je participe')
  expect(bob.in(group).toasts()).toEqual(['C’est noté'])
  expect(ana.in(group).toasts()).toEqual([])
  expect(bot.heard.at(-1)).toMatchObject({ from: { key: bob.id }, place: { kind: 'group', key: group.id } })
})

test('a long answer to a press goes to the private chat; where that is closed, what fits is shown at once', async () => {
  await using bot = await startBot(answering(say('é'.repeat(500), { aside: true })))
  const [ana, bob] = [bot.stage.person('Ana'), bot.stage.person('Bob')]
  await ana.asks('start')
  const group = bot.stage.group('Montreuil', [ana, bob])
  await ana.in(group).asks('actions')
  await ana.in(group).presses('Je participe')
  expect(ana.in(group).toasts()).toEqual([telegram.wroteInPrivate])
  expect(ana.last().text).toBe('é'.repeat(500))
  await bob.in(group).presses('Je participe')
  expect(bob.in(group).toasts()).toEqual([`${'é'.repeat(199)}…`])
  expect(bot.stage.violations()).toEqual([])
})

test('a press that goes on in private opens the conversation', async () => {
  const invitation = say('Je vous écris en privé', {
    aside: true,
    rows: [[{ label: 'Répondre en privé', start: 'reprendre' }]],
  })
  await using bot = await startBot(answering(invitation))
  const ana = bot.stage.person('Ana')
  const group = bot.stage.group('Montreuil', [ana])
  await ana.in(group).asks('actions')
  await ana.in(group).presses('Je participe')
  expect(ana.opened()).toEqual(['https://t.me/porte_voix_bot?start=reprendre'])
  expect(bot.heard.at(-1)?.said).toEqual({ is: 'command', name: 'start', line: 'reprendre' })
})

test('talk, other bots’ commands and unknown ones are left alone in a group, even by an administrator', async () => {
  await using bot = await startBot(answering(card))
  await bot.platform.publish([
    {
      is: 'command',
      name: 'aide',
      alias: ['help'],
      fields: {},
      for: 'everyone',
      aside: false,
      run: () => card,
    },
  ])
  const ana = bot.stage.person('Ana')
  const group = bot.stage.group('Montreuil', [ana])
  await bot.stage.promotes(group)
  const there = ana.in(group)
  for (const words of [
    'bonjour',
    '/aide@another_bot',
    '/bannir',
    '/Aide@Porte_Voix_Bot',
    '/help',
    '/nimporte@porte_voix_bot',
  ])
    await there.says(words)
  await there.says('@porte_voix_bot, Montreuil ?')
  await there.sendsPicture()
  expect(bot.heard.map(({ said }) => said)).toEqual([
    { is: 'allowed', parts: `${group.id}/` },
    { is: 'command', name: 'aide', line: '' },
    { is: 'command', name: 'help', line: '' },
    { is: 'command', name: 'nimporte', line: '' },
    { is: 'text', text: ', Montreuil ?' },
  ])
})

test('an administrator who hides behind the group is told why that does not work', async () => {
  await using bot = await startBot(answering(card))
  const ana = bot.stage.person('Ana')
  const group = bot.stage.group('Montreuil', [ana], { animators: [ana] })
  await bot.stage.anonymously(ana, group, '/agenda')
  expect(bot.heard).toEqual([])
  expect(ana.in(group).last().text).toBe(plain(telegram.anonymous))
})

test('the bot hears that it comes and goes, and who shuts or opens the door', async () => {
  await using bot = await startBot(() => [])
  const ana = bot.stage.person('Ana')
  await ana.asks('start')
  await ana.blocks()
  await ana.returns()
  const group = bot.stage.group('Montreuil', [ana], { bot: false })
  await ana.in(group).invites()
  await bot.stage.promotes(group)
  await ana.in(group).expels()
  expect(bot.heard.map(({ said, place }) => `${place.kind} ${said.is}`)).toEqual([
    'private command',
    'private blocked',
    'private unblocked',
    'group added',
    'group allowed',
    'group removed',
  ])
})

test('in a channel the bot writes and edits, and hears presses', async () => {
  await using bot = await startBot(answering(say('Noté', { aside: true })))
  const ana = bot.stage.person('Ana')
  const channel = bot.stage.channel('Nouvelles', [ana])
  const sent = await bot.platform.deliver({ platform: 'telegram', key: channel.id }, card)
  expect(sent).toMatchObject({ is: 'delivered', home: channel.id })
  await ana.in(channel).says('/actions')
  await ana.in(channel).presses('Je participe')
  expect(bot.heard.map(({ said, place }) => `${place.kind} ${said.is}`)).toEqual(['channel pressed'])
  expect(ana.in(channel).toasts()).toEqual(['Noté'])
})

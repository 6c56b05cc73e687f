import { expect, test } from 'vitest'
import { startTelegram } from '../../../playground/telegram/index.ts'
import { api, refused, started } from './api.ts'

test('nobody is written to who did not begin, who blocks the bot, or who is gone', async () => {
  await using stage = await startTelegram()
  const call = api(stage)
  const write = (chat_id: string, more = {}) => refused(call('sendMessage', { chat_id, text: 'a', ...more }))
  const [ana, bob] = [await started(stage), stage.person('Bob')]
  expect(await write(bob.id)).toBe('Bad Request: chat not found')
  const group = stage.group('Montreuil', [ana, bob])
  expect(await write(bob.id)).toBe("Forbidden: bot can't initiate conversation with a user")
  await ana.blocks()
  expect(await write(ana.id)).toBe('Forbidden: bot was blocked by the user')
  await ana.returns()
  expect(await write(ana.id)).toMatchObject({ ok: true })
  stage.deactivates(ana)
  expect(await write(ana.id)).toBe('Forbidden: user is deactivated')
  await bob.in(group).expels()
  expect(await write(group.id)).toBe('Forbidden: bot was kicked from the group chat')
  await bob.in(group).invites()
  expect(await write(group.id)).toMatchObject({ ok: true })
  stage.mutes(group)
  expect(await write(group.id)).toMatch(/not enough rights to send text messages/)
  stage.closes(group)
  expect(await write(group.id)).toBe('Forbidden: the group chat was deleted')
  expect(await write('-42')).toBe('Bad Request: chat not found')
  expect(await refused(call('sendMessage', { text: 'a' }))).toBe('Bad Request: chat_id is empty')
})

test('a group that becomes a supergroup tells its new number, in a message and with each refusal', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const group = stage.group('Montreuil', [ana])
  const moved = await stage.migrates(group)
  expect(await call('sendMessage', { chat_id: group.id, text: 'a' })).toMatchObject({
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: Number(moved.id) },
  })
  const { result } = await call('getUpdates')
  expect(result).toMatchObject([
    {},
    { message: { migrate_to_chat_id: Number(moved.id) } },
    { message: { migrate_from_chat_id: Number(group.id) } },
  ])
})

test('topics are written to by their number, and the general one by none', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const forum = stage.supergroup('Boucle', [ana], { forum: true })
  const topic = stage.topic(forum, 'Actions')
  const [chat_id, thread] = topic.id.split('/')
  const write = (message_thread_id?: number | string) =>
    refused(call('sendMessage', { chat_id, text: 'a', message_thread_id }))
  expect(await write(thread)).toMatchObject({ result: { is_topic_message: true } })
  expect(await write()).toMatchObject({ ok: true })
  expect(await write(1)).toBe('Bad Request: message thread not found')
  stage.closesTopic(topic)
  expect(await write(thread)).toBe('Bad Request: TOPIC_CLOSED')
  stage.closes(topic)
  expect(await write(thread)).toBe('Bad Request: message thread not found')
  expect(ana.in(forum).last().text).toBe('a')
})

test('in a group a bot hears what is for it, unless it is an administrator', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const group = stage.group('Montreuil', [ana])
  const there = ana.in(group)
  await there.says('entre nous')
  await there.says('/aide@another_bot')
  await there.says('/aide')
  await there.says('@porte_voix_bot bonjour')
  await stage.promotes(group)
  await there.says('entre nous encore')
  const { result } = await call('getUpdates')
  const heard = (result as { message?: { text?: string } }[]).flatMap(({ message }) => message?.text ?? [])
  expect(heard).toEqual(['/start', '/aide', '@porte_voix_bot bonjour', 'entre nous encore'])
})

test('only an administrator writes in a channel', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const channel = stage.channel('Nouvelles', [ana])
  expect(await call('sendMessage', { chat_id: channel.id, text: 'a' })).toMatchObject({
    result: { sender_chat: { title: 'Nouvelles' } },
  })
  await stage.promotes(channel, false)
  expect(await refused(call('sendMessage', { chat_id: channel.id, text: 'a' }))).toBe(
    'Bad Request: need administrator rights in the channel chat',
  )
})

test('the commands of a bot are completed by scope and by language', async () => {
  await using stage = await startTelegram()
  const call = api(stage)
  const ana = stage.person('Ana')
  const amy = stage.person('Amy', { language: 'en-GB' })
  const set = (command: string, more = {}) =>
    refused(call('setMyCommands', { commands: [{ command, description: 'd' }], ...more }))
  await set('partout')
  await set('prive', { scope: { type: 'all_private_chats' } })
  await set('private', { scope: { type: 'all_private_chats' }, language_code: 'en' })
  await set('chefs', { scope: { type: 'all_chat_administrators' } })
  const group = stage.group('Montreuil', [ana, amy], { animators: [amy] })
  const names = (actor: typeof ana) => actor.menu().map(({ name }) => name)
  expect(names(ana)).toEqual(['prive'])
  expect(names(amy)).toEqual(['private'])
  expect(names(ana.in(group))).toEqual(['partout'])
  expect(names(amy.in(group))).toEqual(['chefs'])
  expect(await set('Accentué')).toBe('Bad Request: BOT_COMMAND_INVALID')
  expect(await set('a', { language_code: 'fra' })).toBe('Bad Request: invalid language code specified')
  expect(await set('a', { scope: { type: 'everywhere' } })).toMatch(/unsupported type/)
})

import { expect, test } from 'vitest'
import { rich } from '../../../src/base/rich.ts'
import type { Outcome } from '../../../src/chat/index.ts'
import { createDeliver } from '../../../src/platforms/telegram/deliver.ts'
import { readKey, type Target } from '../../../src/platforms/telegram/keys.ts'
import type { Presses } from '../../../src/platforms/telegram/presses.ts'

/** Telegram has let go of the press already. */
const gone: Presses = {
  opened: () => {},
  waits: (query): query is string => query === undefined && false,
  say: async () => false,
  lead: async () => false,
  settle: async () => {},
}

const aside = { text: rich`C’est noté`, aside: true } as const

const deliveredTo = async (key: string, outcome: Outcome) => {
  const chats: number[] = []
  const post = async ({ chat }: Target): Promise<Outcome> => {
    chats.push(chat)
    return outcome
  }
  const deliver = createDeliver({
    send: { post, edit: post },
    pin: async (was) => was,
    presses: gone,
    ways: { shown: async (_, __, was) => was },
    botName: 'bot',
  })
  return { chats, outcome: await deliver(readKey(key), aside) }
}

test('an answer that comes too late for its press goes into private', async () => {
  const { chats } = await deliveredTo('-1001~u42~m9~q3', { is: 'delivered', ref: '7' })
  expect(chats).toEqual([42])
})

test('nor does the group hear of it when the private chat is closed', async () => {
  const { chats, outcome } = await deliveredTo('-1001~u42~m9~q3', { is: 'gone', why: 'blocked' })
  expect(chats).toEqual([42])
  expect(outcome.is).toBe('delivered')
})

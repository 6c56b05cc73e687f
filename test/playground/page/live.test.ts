import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import Fastify from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPage } from '../../../playground/page/index.ts'
import type { Stage } from '../../../playground/stage.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { openFair, type Fair } from './fair.ts'

let fair: Fair

beforeEach(async () => {
  fair = await openFair()
})

afterEach(() => fair[Symbol.asyncDispose]())

/** What comes, as it comes: each call waits for the next words that hold these. */
const listens = async (address: string) => {
  const response = await fetch(`${address}/playground/events`)
  if (!response.body) throw new Error('nothing comes')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const hears = async (words: string): Promise<void> => {
    while (!heard.includes(words)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`it ended before ${words}, after ${heard}`)
      heard += value
    }
  }
  const ends = async (): Promise<void> => {
    while (!(await reader.read()).done);
  }
  return { type: response.headers.get('content-type'), hears, ends }
}

test('the page hears at once that it is connected, then what changes on each phone', async () => {
  const page = await listens(fair.address)
  expect(page.type).toBe('text/event-stream; charset=utf-8')
  await page.hears(': here\n\n')
  const amel = fair.telegram.actor(fair.id('telegram', 'Amel'))
  await amel?.says('/actions')
  await page.hears('event: change\ndata: {"platform":"telegram","what":"message"')
  const chloe = fair.discord.actor(fair.id('discord', 'Chloé'))
  await chloe?.asks('actions')
  await page.hears('"platform":"discord","what":"message"')
})

test('the page hears how far the import is, and that somebody new came', async () => {
  const page = await listens(fair.address)
  fair.shown.progress = { words: 'Import des groupes', done: 1200, total: 6000 }
  await page.hears('"progress":{"words":"Import des groupes","done":1200,"total":6000}')
  fair.telegram.person('Dounia')
  await page.hears('"name":"Dounia"')
})

test('a page that is closed is forgotten', async () => {
  const hearing = new Set<unknown>()
  const counted: Stage = {
    ...fair.telegram,
    onChange: (listener) => {
      hearing.add(listener)
      return () => void hearing.delete(listener)
    },
  }
  await using web = Fastify({ forceCloseConnections: true })
  await web.register(createPage({ stages: [counted], clock: systemClock }))
  const asked = get(`${await web.listen({ host: '127.0.0.1', port: 0 })}/playground/events`)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  await once(answer, 'data')
  expect(hearing.size).toBe(1)
  asked.destroy()
  await expect.poll(() => hearing.size).toBe(0)
})

test('a server that stops ends what its pages listen to', async () => {
  const page = await listens(fair.address)
  await page.hears(': here')
  const closing = fair.web.close()
  await page.ends()
  await closing
})

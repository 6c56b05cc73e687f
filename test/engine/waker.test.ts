import { expect, it } from 'vitest'
import { later, minute } from '../../src/base/clock.ts'
import { createWaker } from '../../src/engine/waker.ts'
import { noon, silent } from '../store/sizes.ts'

it('the pump of a platform that others write on is woken now, but nothing waits for it: perhaps nobody writes there', async () => {
  const added: unknown[] = []
  let now = noon
  const wake = createWaker({
    queue: {
      add: async (...told) => void added.push(told),
      work: async () => {},
      ready: async () => {},
      [Symbol.asyncDispose]: async () => {},
    },
    own: new Set(['telegram']),
    clock: { now: () => now },
    log: silent,
  })
  const told = (platform: string, inMs: number, id: string) => ['pump', { platform }, { inMs, id }]
  for (let minutes = 0; minutes < 3; minutes += 1) {
    await wake('discord', minute)
    await wake('discord', 0)
    now = later(now, minute)
  }
  expect(added).toEqual(Array.from({ length: 3 }, () => told('discord', 0, 'discord')))
  added.length = 0
  await wake('telegram', minute)
  expect(added).toEqual([told('telegram', minute, expect.stringMatching(/^telegram \d+$/))])
})

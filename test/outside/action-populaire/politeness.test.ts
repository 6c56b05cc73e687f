import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { instant, minute } from '../../../src/base/clock.ts'
import { createActionPopulaire } from '../../../src/outside/action-populaire/index.ts'
import { startActionPopulaire, type ActionPopulaire } from '../../../playground/action-populaire/index.ts'
import { makeMovement } from '../../../playground/movement/index.ts'
import type { DepartmentCode } from '../../../src/domain/territory/model.ts'
import { createTime } from '../../domain/imports/world.ts'

const start = instant('2026-11-25T09:00:00Z')
const movement = makeMovement({ start, groups: 6, events: 6 })
const [event] = movement.events
const [group] = movement.groups
const { signal } = new AbortController()

let server: ActionPopulaire
let time: ReturnType<typeof createTime>
beforeEach(async () => {
  time = createTime(start)
  server = await startActionPopulaire({ movement, clock: time })
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
})

const open = (more: object = {}) =>
  createActionPopulaire({
    url: `${server.url}/`,
    clock: time,
    sleep: time.sleep,
    version: '1.2.3',
    contact: 'mailto:équipe@example.test',
    patienceMs: 20_000,
    ...more,
  })

const page = (source = open()) => source.action(event?.id ?? '', signal)
const gaps = (): readonly number[] =>
  server.requests.slice(1).map((request, at) => request.at - (server.requests[at]?.at ?? 0))

describe('whoever runs Action Populaire sees that we', () => {
  test('say who we are and how to reach us, ask by GET alone, anonymously, with slashes at the end', async () => {
    const source = open()
    await source.groups(signal)
    await source.groupsIn('93' as DepartmentCode, signal)
    await source.loopsAbroad(signal)
    await source.group(group?.id ?? '', signal)
    await source.actions(signal)
    await source.actionsOf(group?.id ?? '', signal)
    await page(source)
    expect(server.requests).toHaveLength(7)
    for (const { method, path, headers } of server.requests) {
      expect(method).toBe('GET')
      expect(path.split('?')[0]).toMatch(/^\/[a-z].*\/$/)
      expect(headers['user-agent']).toBe('PorteVoix/1.2.3 (+mailto:quipe@example.test)')
      expect(headers).not.toHaveProperty('authorization')
      expect(headers).not.toHaveProperty('cookie')
    }
  })

  test('ask one question a second, even when many are asked at once', async () => {
    const source = open()
    await Promise.all(Array.from({ length: 6 }, () => page(source)))
    expect(gaps()).toEqual([1_000, 1_000, 1_000, 1_000, 1_000])
  })

  test('never ask for a list twice within five minutes', async () => {
    const source = open()
    expect((await source.actions(signal)).is).toBe('read')
    time.pass(4 * minute)
    expect(await source.actions(signal)).toEqual({ is: 'busy', inMs: minute })
    expect((await source.groups(signal)).is).toBe('read')
    time.pass(minute)
    expect((await source.actions(signal)).is).toBe('read')
    expect(server.requests).toHaveLength(3)
  })

  test('wait as long as they say, in seconds or as a date', async () => {
    const date = new Date(start + 37_000).toUTCString()
    for (const [retryAfter, ms] of [
      ['7', 7_000],
      [date, 30_000],
    ] as const) {
      server.misbehave({ is: 'too many', retryAfter }, { times: 1 })
      const before = server.requests.length
      expect((await page()).is).toBe('read')
      expect(gaps().slice(before)).toEqual([ms])
    }
  })

  test('leave them alone, all of us, when they want a long silence', async () => {
    const source = open()
    server.misbehave({ is: 'too many', retryAfter: '600' }, { times: 1 })
    expect(await page(source)).toEqual({ is: 'busy', inMs: 600_000 })
    time.pass(5 * minute)
    expect(await source.group(group?.id ?? '', signal)).toEqual({ is: 'busy', inMs: 300_000 })
    expect(server.requests).toHaveLength(1)
    time.pass(5 * minute)
    expect((await page(source)).is).toBe('read')
  })

  test('come back later and later when they say “too many” without saying until when', async () => {
    const source = open()
    server.misbehave({ is: 'too many' })
    const silences: number[] = []
    for (let round = 0; round < 8; round += 1) {
      const reading = await page(source)
      if (reading.is === 'busy') {
        silences.push(reading.inMs / minute)
        time.pass(reading.inMs)
      }
    }
    expect(silences.slice(-3)).toEqual([60, 60, 60])
    expect(
      gaps()
        .slice(0, 4)
        .map((ms) => ms / minute),
    ).toEqual([1, 2, 4, 8])
  })

  test.each([{ is: 'bad gateway' }, { is: 'truncated' }, { is: 'cut' }, { is: 'silent' }] as const)(
    'try a page again after longer and longer when it is $is, three times in all, and a list not at once',
    async (mischief) => {
      server.misbehave(mischief)
      // Only silence takes as long as we are patient.
      const source = open(mischief.is === 'silent' ? { patienceMs: 300 } : {})
      expect((await page(source)).is).toBe('failed')
      expect(gaps()).toEqual([2_000, 8_000])
      expect((await source.actions(signal)).is).toBe('failed')
      expect(server.requests).toHaveLength(4)
    },
  )

  test('do not insist where they refuse', async () => {
    server.misbehave({ is: 'status', status: 403 })
    expect(await page()).toEqual({ is: 'failed', why: 'status 403' })
    expect(server.requests).toHaveLength(1)
  })
})

describe('what comes back', () => {
  test.each([404, 410, 401])('with %i is hidden, with anything else it is not', async (status) => {
    server.misbehave({ is: 'status', status }, { times: 1 })
    expect(await page()).toEqual({ is: 'hidden' })
    server.misbehave({ is: 'status', status: 500 })
    expect(await page()).toEqual({ is: 'failed', why: 'status 500' })
  })

  test('without an end is dropped', async () => {
    server.misbehave({ is: 'endless' })
    expect(await page(open({ patienceMs: 20_000 }))).toEqual({ is: 'failed', why: 'more than 4194304 bytes' })
  })

  test('that is no list at all says nothing', async () => {
    const source = open({ fetch: () => Promise.resolve(Response.json({ detail: 'maintenance' })) })
    expect(await source.actions(signal)).toEqual({ is: 'failed', why: 'makes no sense' })
  })

  test('is waited for no longer once we are called off', async () => {
    server.misbehave({ is: 'silent' })
    const off = new AbortController()
    const waiting = open({ patienceMs: 20_000 }).action(event?.id ?? '', off.signal)
    setTimeout(() => off.abort(new Error('enough')), 50)
    await expect(waiting).rejects.toThrow('enough')
  })

  test('a bug of ours is not taken for their fault', async () => {
    const source = open({ fetch: () => Promise.reject(new RangeError('our own')) })
    await expect(page(source)).rejects.toThrow('our own')
  })
})

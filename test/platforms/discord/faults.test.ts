import { describe, expect, it } from 'vitest'
import { faultOf, outcomeOf, withoutAddress } from '../../../src/platforms/discord/faults.ts'

const failing = (facts: object, name = 'Error'): Error => Object.assign(new Error('no'), facts, { name })

describe('what Discord answers means', () => {
  it.each([
    ['private messages are closed', { code: 50_007, status: 403 }, { is: 'gone', why: 'blocked' }],
    ['no server in common', { code: 50_278, status: 403 }, { is: 'gone', why: 'blocked' }],
    ['no such channel', { code: 10_003, status: 404 }, { is: 'gone', why: 'not-found' }],
    ['no such message', { code: 10_008, status: 404 }, { is: 'gone', why: 'not-found' }],
    ['no such person', { code: 10_013, status: 404 }, { is: 'gone', why: 'deactivated' }],
    ['no access', { code: 50_001, status: 403 }, { is: 'gone', why: 'forbidden' }],
    ['a right is missing', { code: 50_013, status: 403 }, { is: 'gone', why: 'forbidden' }],
    ['too late for a first answer', { code: 10_062, status: 404 }, { is: 'gone', why: 'expired' }],
    ['too late for any answer', { code: 50_027, status: 401 }, { is: 'gone', why: 'expired' }],
    ['an unknown refusal', { code: 0, status: 403 }, { is: 'gone', why: 'forbidden' }],
    ['a page of something before Discord', { status: 403 }, { is: 'later', whole: true }],
    ['no page of something before Discord', { status: 404 }, { is: 'later', whole: true }],
    ['slow down', { retryAfter: 1_234.5 }, { is: 'later', inMs: 1_235, limited: true }],
    ['too many doors at once', { code: 40_003, status: 403 }, { is: 'later', inMs: 60_000, limited: true }],
    ['a bad day', { status: 503 }, { is: 'later', inMs: 1_000 }],
    ['answered before', { code: 40_060, status: 400 }, { is: 'answered' }],
    ['a wrong token', { code: 0, status: 401 }, { is: 'unauthorized' }],
  ])('%s', (_, facts, expected) => {
    expect(faultOf(failing(facts))).toMatchObject(expected)
  })

  it('a request that never left, one that was lost, and a bug differ', () => {
    const unsent = failing({ cause: failing({ code: 'ECONNREFUSED' }) }, 'TypeError')
    const lost = failing({ code: 'UND_ERR_SOCKET' }, 'SocketError')
    expect(outcomeOf(unsent, false)).toMatchObject({ is: 'later' })
    expect(outcomeOf(lost, false)).toEqual({ is: 'uncertain' })
    expect(outcomeOf(lost, true)).toMatchObject({ is: 'later' })
    expect(outcomeOf(failing({}, 'AbortError'), false)).toEqual({ is: 'uncertain' })
    expect(outcomeOf(failing({ code: 0, status: 401 }), true)).toMatchObject({ is: 'later', whole: true })
    expect(() => outcomeOf(failing({ code: 50_035, status: 400 }), true)).toThrow('no')
    expect(() => outcomeOf(new TypeError('bug'), true)).toThrow('bug')
  })

  it('errors are told without the address that they were sent to', () => {
    const error = withoutAddress(
      failing({ url: 'https://discord.com/api/webhooks/1/secret', requestBody: {} }),
    )
    expect(JSON.stringify(Object.entries(error))).not.toContain('secret')
  })
})

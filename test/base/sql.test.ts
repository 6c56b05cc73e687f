import { describe, expect, it } from 'vitest'
import { isAway } from '../../src/base/sql.ts'

const failed = (code: string) => Object.assign(new Error('it failed'), { code })

describe('a database that is away', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'CONNECT_TIMEOUT',
    'CONNECTION_CLOSED',
    '08000',
    '08006',
    '25006',
    '57P01',
    '57P02',
    '57P03',
    '53300',
    '40P01',
  ])('is asked again after %s', (code) => {
    expect(isAway(failed(code))).toBe(true)
    expect(isAway(new Error('a query failed', { cause: failed(code) }))).toBe(true)
  })

  it.each(['23505', '42P01', '57014', 'ENOENT', '08'])('is not what %s means', (code) => {
    expect(isAway(failed(code))).toBe(false)
  })
})

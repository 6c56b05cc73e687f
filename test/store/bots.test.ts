import { expect, it } from 'vitest'
import { claim, claimsOf, leave } from '../../src/store/bots.ts'
import { onEachSize } from './sizes.ts'

const one = (token: string) => {
  const [first] = claimsOf({ telegram: { token } })
  if (!first) throw new Error('no claim')
  return first
}

onEachSize('Bots', (world) => {
  it('have a database for themselves on each platform, while they are seen', async () => {
    const { sql } = world().database
    const [ours, ourNewToken, another] = [one('1:a'), one('1:b'), one('2:a')]
    expect(await claim(sql, ours)).toBe(true)
    expect(await claim(sql, ourNewToken)).toBe(true)
    expect(await claim(sql, another)).toBe(false)
    const [discord] = claimsOf({ discord: { token: 'MQ.x.y' } })
    expect(discord && (await claim(sql, discord))).toBe(true)
    await sql.ask(`update porte_voix.bots set seen = seen - 61000 where platform = 'telegram'`)
    expect(await claim(sql, another)).toBe(true)
    expect(await claim(sql, ours)).toBe(false)
    await leave(sql, ours)
    expect(await claim(sql, ours)).toBe(false)
    await leave(sql, another)
    expect(await claim(sql, ours)).toBe(true)
  })

  it('are told from others by what is no secret', () => {
    expect(JSON.stringify(one('123456:AAsecret'))).not.toMatch(/123456|AAsecret/)
  })
})

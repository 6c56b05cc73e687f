import { expect, it } from 'vitest'
import { systemClock } from '../src/base/clock.ts'
import { readConfig } from '../src/config.ts'
import { pretend } from '../src/pretend.ts'

const publicUrlOf = async (env: Readonly<Record<string, string>>): Promise<string | undefined> => {
  await using pretended = await pretend(readConfig({ PORT: '8099', ...env }), systemClock)
  return pretended.config.publicUrl
}

it('Calendars can be tried by whoever only has a look, and never send real people to this machine', async () => {
  expect(await publicUrlOf({})).toBe('http://127.0.0.1:8099')
  expect(await publicUrlOf({ PLAYGROUND: 'on', PUBLIC_URL: 'https://bot.exemple.fr' })).toBe(
    'https://bot.exemple.fr',
  )
  expect(await publicUrlOf({ PLAYGROUND: 'on', DISCORD_TOKEN: 'a.b.c' })).toBeUndefined()
})

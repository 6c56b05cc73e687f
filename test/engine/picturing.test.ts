import { expect, it } from 'vitest'
import { samplePng } from '../../playground/sample.ts'
import { systemClock } from '../../src/base/clock.ts'
import type { Platform, Update } from '../../src/chat/index.ts'
import { createPicturing } from '../../src/engine/picturing.ts'
import { openPostOffice } from './post-office.ts'

const sentBy = (key: string): Update => ({
  platform: 'made-up',
  id: key,
  at: systemClock.now(),
  from: { key, name: key, door: { platform: 'made-up', key } },
  place: { kind: 'private', key },
  back: { platform: 'made-up', key },
  said: { is: 'other', file: 'a poster' },
})

it('A picture is brought in from whoever runs the program, too, who may have no role yet', async () => {
  await using office = await openPostOffice({ perSecond: 1_000 })
  const operators = [{ platform: 'made-up', key: 'olympe' }]
  const bring = createPicturing({ store: office.store, operators, clock: systemClock })
  const platform: Pick<Platform, 'fetch'> = { fetch: async () => new Uint8Array(samplePng) }
  const brought = async (key: string) => (await bring(platform as Platform, sentBy(key))).said
  expect(await brought('olympe')).toHaveProperty('picture')
  expect(await brought('paul')).toEqual({ is: 'other' })
})

it('Words are not lost with a picture that cannot be read, and it is known that there was one', async () => {
  await using office = await openPostOffice({ perSecond: 1_000 })
  const operators = [{ platform: 'made-up', key: 'olympe' }]
  const bring = createPicturing({ store: office.store, operators, clock: systemClock })
  const webp: Pick<Platform, 'fetch'> = { fetch: async () => new Uint8Array(Buffer.from('RIFF....WEBP')) }
  const tooLarge: Pick<Platform, 'fetch'> = { fetch: async () => undefined }
  const poster = { is: 'other', file: 'a poster', caption: 'À samedi' } as const
  for (const platform of [webp, tooLarge]) {
    const brought = async (key: string, said: Update['said']) =>
      (await bring(platform as Platform, { ...sentBy(key), said })).said
    const told = { is: 'text', text: 'À samedi', passedOn: true, picture: '?' }
    expect(await brought('olympe', poster)).toEqual(told)
    expect(await brought('olympe', { is: 'text', text: 'À samedi', passedOn: true, file: 'it' })).toEqual(
      told,
    )
    expect(await brought('paul', poster)).toEqual({ is: 'other' })
  }
})

import { readFile, readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Phone } from '../../../playground/page/mirror.ts'
import type { World } from '../../../playground/page/world.ts'
import { openFair, type Fair } from './fair.ts'

let fair: Fair

beforeAll(async () => {
  fair = await openFair()
})

afterAll(() => fair[Symbol.asyncDispose]())

const pathOf = (platform: string, name: string): string =>
  `/playground/phones/${platform}/${fair.id(platform, name)}`

const looks = async (platform: string, name: string, chat?: string): Promise<Phone> => {
  const query = chat === undefined ? '' : `?chat=${encodeURIComponent(chat)}`
  return (await fair.web.inject(`${pathOf(platform, name)}${query}`)).json<Phone>()
}

const does = (platform: string, name: string, deed: object, headers: Record<string, string> = {}) =>
  fair.web.inject({ method: 'POST', url: pathOf(platform, name), payload: deed, headers })

const comes = (name: string) =>
  fair.web.inject({ method: 'POST', url: '/playground/people', payload: { name } })

const provokes = (payload: object) =>
  fair.web.inject({ method: 'POST', url: '/playground/stages/telegram/mishaps', payload })

const around = async (): Promise<World> => (await fair.web.inject('/playground/world')).json<World>()

describe('what surrounds the phones', () => {
  test('names the platforms, their people and where the movement comes from', async () => {
    const { stages, movement, progress } = await around()
    expect(stages.map(({ platform, bot }) => [platform, bot])).toEqual([
      ['telegram', 'Porte-voix'],
      ['discord', 'Porte-voix'],
    ])
    for (const { people } of stages)
      expect(people.map(({ name }) => name)).toEqual(['Amel', 'Bastien', 'Chloé'])
    expect(movement).toBe('Mouvement inventé : trois départements')
    expect(progress).toBeUndefined()
  })

  test('has the same chats on both phones, the bot missing from one', async () => {
    for (const platform of ['telegram', 'discord']) {
      const { chats } = await looks(platform, 'Amel')
      expect(chats.map(({ title }) => title)).toEqual([
        'Porte-voix',
        'GA Belleville',
        'Boucle de Seine-Saint-Denis',
        'Actions communes',
        'Annonces du 93',
        'Café populaire des Lilas',
      ])
      expect(chats.filter(({ bot }) => !bot).map(({ title }) => title)).toEqual(['Café populaire des Lilas'])
      expect(chats.find(({ kind }) => kind === 'topic')?.parent).toBe(chats[2]?.id)
    }
  })

  test('lets somebody new come, once', async () => {
    expect((await comes('<b>A</b> @everyone')).statusCode).toBe(201)
    expect((await comes('<b>A</b> @everyone')).statusCode).toBe(409)
    expect((await comes(' ')).statusCode).toBe(400)
    const { stages } = await around()
    for (const { people } of stages) expect(people.at(-1)?.name).toBe('<b>A</b> @everyone')
  })
})

describe('a phone', () => {
  test('shows the answer to a command, and its edit once the button was pressed', async () => {
    expect((await does('telegram', 'Amel', { does: 'says', text: '/actions' })).statusCode).toBe(204)
    const before = (await looks('telegram', 'Amel')).view.seen.at(-1)
    expect(before).toMatchObject({ from: 'bot', edited: false, buttons: [{ label: 'Je participe' }] })
    expect(before).not.toHaveProperty('raw')
    await does('telegram', 'Amel', { does: 'presses', label: 'Je participe', message: before?.id })
    const { view, chats } = await looks('telegram', 'Amel')
    expect(view.seen.at(-1)).toMatchObject({ id: before?.id, edited: true })
    expect(view.toasts).toEqual(['C’est noté'])
    expect(chats[0]).toMatchObject({ received: 1, last: { from: 'bot' } })
  })

  test('shows a keyboard that asks for a position, and shares one', async () => {
    await does('telegram', 'Chloé', { does: 'says', text: '/start' })
    expect((await looks('telegram', 'Chloé')).view.keyboard).toMatchObject([{ asks: 'position' }])
    await does('telegram', 'Chloé', { does: 'shares', lat: 48.85, lon: 2.43 })
    expect((await looks('telegram', 'Chloé')).view.seen.at(-1)?.text).toBe('Autour de 48.85')
  })

  test('completes an option, and says whose command was answered', async () => {
    const completions = await fair.web.inject(
      `${pathOf('discord', 'Amel')}/completions?command=groupes&option=lieu&typed=lilas`,
    )
    expect(completions.json()).toEqual([{ value: 'Les Lilas (93260)', label: 'Les Lilas (93260)' }])
    await does('discord', 'Amel', { does: 'asks', command: 'groupes', options: { lieu: '93100' } })
    expect((await looks('discord', 'Amel')).view.seen.at(-1)).toMatchObject({
      text: 'Groupes près de 93100, toujours',
      asked: { by: 'Amel', command: 'groupes' },
    })
  })

  test('opens a window of questions, and takes answers', async () => {
    await does('discord', 'Bastien', { does: 'asks', command: 'actions' })
    await does('discord', 'Bastien', { does: 'presses', label: 'Donner son avis' })
    expect((await looks('discord', 'Bastien')).view.form?.title).toBe('Votre avis')
    const tooLong = await does('discord', 'Bastien', { does: 'fills', answers: { Sujet: 'x'.repeat(30) } })
    expect(tooLong.statusCode).toBe(409)
    await does('discord', 'Bastien', { does: 'fills', answers: { Sujet: 'Le marché', 'Ce que': '' } })
    const { view } = await looks('discord', 'Bastien')
    expect(view.form).toBeUndefined()
    expect(view.seen.at(-1)?.text).toBe('Merci pour « Le marché ».')
  })

  test('closes a window of questions for good', async () => {
    await does('discord', 'Bastien', { does: 'asks', command: 'actions' })
    await does('discord', 'Bastien', { does: 'presses', label: 'Donner son avis' })
    expect((await looks('discord', 'Bastien')).view.form).toBeDefined()
    await does('discord', 'Bastien', { does: 'dismisses' })
    expect((await looks('discord', 'Bastien')).view.form).toBeUndefined()
  })

  test('invites the bot into a group, and throws it out', async () => {
    const cafe = (await looks('telegram', 'Bastien')).chats.at(-1)
    const inCafe = async (verb: string) => {
      const url = `${pathOf('telegram', 'Bastien')}?chat=${encodeURIComponent(cafe?.id ?? '')}`
      await fair.web.inject({ method: 'POST', url, payload: { does: verb } })
      return (await looks('telegram', 'Bastien', cafe?.id)).chats.at(-1)?.bot
    }
    expect(await inCafe('invites')).toBe(true)
    expect(await inCafe('expels')).toBe(false)
  })

  test('blocks the bot, and returns', async () => {
    await does('discord', 'Chloé', { does: 'blocks' })
    expect((await looks('discord', 'Chloé')).view.closed).toBe(true)
    await does('discord', 'Chloé', { does: 'returns' })
    expect((await looks('discord', 'Chloé')).view.closed).toBe(false)
  })

  test('says what cannot be done, and whom it does not know', async () => {
    expect((await does('telegram', 'Amel', { does: 'presses', label: 'Absent' })).statusCode).toBe(409)
    expect((await does('telegram', 'Amel', { does: 'dances' })).statusCode).toBe(400)
    expect((await does('telegram', 'Amel', { does: 'shares', lat: 91, lon: 0 })).statusCode).toBe(400)
    const completions = `${pathOf('discord', 'Amel')}/completions?command=danse&option=lieu`
    expect((await fair.web.inject(completions)).statusCode).toBe(409)
    expect((await fair.web.inject('/playground/phones/telegram/1')).statusCode).toBe(404)
    expect((await fair.web.inject('/playground/phones/signal/1')).statusCode).toBe(404)
    expect((await fair.web.inject(`${pathOf('telegram', 'Amel')}?chat=1`)).statusCode).toBe(404)
    expect((await fair.web.inject(`${pathOf('telegram', 'Amel')}?chat=1&chat=2`)).statusCode).toBe(404)
  })
})

describe('a platform', () => {
  test('misbehaves on demand, until it is mended', async () => {
    expect((await provokes({ what: 'error', times: 'always' })).statusCode).toBe(204)
    const refused = await fetch(`${fair.telegram.url}/bot${fair.telegram.token}/getMe`)
    expect(refused.status).toBeGreaterThanOrEqual(500)
    await fair.web.inject({ method: 'DELETE', url: '/playground/stages/telegram/mishaps' })
    const mended = await fetch(`${fair.telegram.url}/bot${fair.telegram.token}/getMe`)
    expect(mended.status).toBe(200)
  })

  test('knows no other mishap, and no other platform', async () => {
    expect((await provokes({ what: 'fire' })).statusCode).toBe(400)
    const elsewhere = await fair.web.inject({ method: 'DELETE', url: '/playground/stages/signal/mishaps' })
    expect(elsewhere.statusCode).toBe(404)
  })
})

describe('another site, open in the same browser', () => {
  test('changes nothing', async () => {
    const deed = { does: 'says', text: 'coucou' }
    const before = (await looks('telegram', 'Bastien')).view.seen.length
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ] as Record<string, string>[])
      expect((await does('telegram', 'Bastien', deed, headers)).statusCode).toBe(403)
    expect((await looks('telegram', 'Bastien')).view.seen).toHaveLength(before)
  })

  test('is told apart from this one', async () => {
    const headers = {
      origin: 'http://localhost:8080',
      host: 'localhost:8080',
      'sec-fetch-site': 'same-origin',
    }
    const said = await does('telegram', 'Bastien', { does: 'says', text: 'coucou' }, headers)
    expect(said.statusCode).toBe(204)
  })
})

describe('the page', () => {
  const folder = new URL('../../../playground/page/browser/', import.meta.url)

  test('and every file that it names are served, with their types', async () => {
    const page = await fair.web.inject('/')
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toContain("default-src 'self'")
    expect(page.body).toContain('<html lang="fr">')
    const named = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = '']) => path)
    const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'))
    for (const name of scripts) {
      const source = await readFile(new URL(name, folder), 'utf8')
      named.push(
        ...[...source.matchAll(/from '\.\/(.+)'/g)].map(([, file = '']) => `/playground/page/${file}`),
      )
    }
    for (const path of new Set(named)) {
      const file = await fair.web.inject(path)
      expect([path, file.statusCode]).toEqual([path, 200])
      if (path.endsWith('.js')) expect(file.headers['content-type']).toContain('text/javascript')
    }
  })

  test('asks nothing from other servers', async () => {
    for (const name of await readdir(folder)) {
      const source = await readFile(new URL(name, folder), 'utf8')
      const addresses = source.match(/(?:https?:)?\/\/[\w-]+\.[\w.-]+/g) ?? []
      expect([name, addresses.filter((address) => address !== 'http://www.w3.org')]).toEqual([name, []])
    }
  })
})

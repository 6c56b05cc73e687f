import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { makeMovement } from '../../../playground/movement/index.ts'
import { startActionPopulaire, type ActionPopulaire } from '../../../playground/action-populaire/index.ts'

const start = instant('2026-11-25T09:00:00Z')
const movement = makeMovement({ start, odd: true })
const named = (name: string) => {
  const event = movement.events.find((one) => one.name === name)
  if (!event) throw new Error(`No event is called ${name}`)
  return event
}
const withdrawn = named('Tractage à la sortie du lycée de Pantin')
const moved = named('Réunion publique : nos transports')
const reserved = named('Préparation de la campagne (organisateur·ices)')
const hidden = named('Tractage annulé au marché de la Noue')

interface Item {
  readonly id: string
  readonly name: string
  readonly start_time: string
}

let server: ActionPopulaire
beforeEach(async () => {
  server = await startActionPopulaire({ movement, clock: { now: () => start } })
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
})

const ask = (path: string, init?: RequestInit) =>
  fetch(`${server.url}${path}`, { redirect: 'manual', ...init })
const read = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T
const status = async (path: string, init?: RequestInit): Promise<number> => (await ask(path, init)).status

describe('the make-believe Action Populaire', () => {
  test('lists upcoming public events that have a position, the last one first, in Paris time', async () => {
    const list = await read<readonly Item[]>('/carte/liste_evenements/')
    const names = list.map((item) => item.name)
    expect(names).toContain('Tractage au marché de Papeete')
    expect(names).not.toContain('Café populaire en ligne : nos retraites')
    expect(names).not.toContain(reserved.name)
    expect(names).not.toContain(hidden.name)
    expect(names).not.toContain('Apéro citoyen sur invitation')
    expect(list.every((item) => /\+0[12]:00$/.test(item.start_time))).toBe(true)
    const starts = list.map((item) => Date.parse(item.start_time))
    expect(starts).toEqual(starts.toSorted((one, other) => other - one))
  })

  test('narrows the list, refuses what it does not know, breaks on a box', async () => {
    expect((await read<readonly Item[]>('/carte/liste_evenements/?type=A')).length).toBeGreaterThan(20)
    expect(
      (await read<readonly Item[]>(`/carte/liste_evenements/?subtype=f%C3%AAte-locale`)).length,
    ).toBeGreaterThan(0)
    expect(await status('/carte/liste_evenements/?type=X')).toBe(422)
    expect(await status('/carte/liste_evenements/?subtype=rien')).toBe(422)
    expect(await status('/carte/liste_evenements/?bbox=1')).toBe(500)
  })

  test('shows an event to anybody, hides what is cancelled, keeps what is for organisers', async () => {
    expect(await status(`/api/evenements/${moved.id}/details/`)).toBe(200)
    expect(await status(`/api/evenements/${hidden.id}/details/`)).toBe(404)
    const refused = await ask(`/api/evenements/${reserved.id}/details/`)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="api"'])
    expect(await status(`/evenements/${hidden.id}/icalendar.ics`)).toBe(410)
  })

  test('leaks hidden events through the calendar of a group, in unfolded lines without DTSTAMP', async () => {
    const feed = await (await ask(`/groupes/${hidden.groups[0]}/icalendar.ics`)).text()
    expect(feed).toContain(`SUMMARY:${hidden.name}`)
    expect(feed).toContain(`UID:${reserved.id}`)
    expect(feed).not.toContain('DTSTAMP')
    expect(feed.endsWith('END:VCALENDAR')).toBe(true)
  })

  test('finds the groups of a department, Corsicans in both', async () => {
    const south = await read<readonly Item[]>('/api/groupes/recherche/geo/?departement=2A')
    const north = await read<readonly Item[]>('/api/groupes/recherche/geo/?departement=2B')
    expect(south.map((group) => group.name)).toEqual(['Ajaccio en commun', 'Bastia en commun'])
    expect(north).toEqual(south)
    const loops = await read<readonly Item[]>('/api/groupes/recherche/geo/?type=D&departement=974')
    expect(loops.map((group) => group.name)).toEqual(['Boucle départementale de La Réunion'])
    expect(await read('/api/groupes/recherche/geo/')).toEqual([])
    expect(await status('/api/groupes/recherche/geo/?departement=99-04')).toBe(422)
  })

  test('finds the loops abroad by search', async () => {
    const query = 'q=Français de l’étranger&type=groups&filters[groupType]=D&filters[groupInactive]=1'
    const found = await read<{ readonly groups: readonly Item[] }>(`/api/recherche/?${encodeURI(query)}`)
    expect(found.groups.map((group) => group.name)).toEqual([
      '4ème circonscription des Français de l’étranger',
    ])
  })

  test('pages what is past, tells organised from attended', async () => {
    const common = named('Porte-à-porte commun aux Quatre-Chemins')
    const attending = await read<readonly Item[]>(`/api/groupes/${common.attending[0]}/evenements-rejoints/`)
    expect(attending.map((event) => event.id)).toContain(common.id)
    expect(await read(`/api/groupes/${common.groups[0]}/evenements/passes/`)).toMatchObject({
      count: 0,
      next: null,
    })
  })

  test('wants trailing slashes, GET and no bearer', async () => {
    const redirected = await ask('/carte/liste_evenements?type=A')
    expect([redirected.status, redirected.headers.get('location')]).toEqual([
      301,
      '/carte/liste_evenements/?type=A',
    ])
    const details = `/api/evenements/${moved.id}/details/`
    expect(await status(details, { method: 'HEAD' })).toBe(405)
    expect(await status('/carte/liste_evenements/', { method: 'HEAD' })).toBe(200)
    expect(await status(details, { method: 'POST' })).toBe(405)
    expect(await status(details, { headers: { authorization: 'Bearer x' } })).toBe(403)
    expect(server.requests.map((request) => request.method)).toEqual(['GET', 'HEAD', 'HEAD', 'POST', 'GET'])
  })

  test('hides one event and moves another one when the list is asked a second time', async () => {
    const first = await read<readonly Item[]>('/carte/liste_evenements/')
    const second = await read<readonly Item[]>('/carte/liste_evenements/')
    const itemOf = (list: readonly Item[], id: string) => list.find((item) => item.id === id)
    expect(itemOf(first, withdrawn.id)).toBeDefined()
    expect(itemOf(second, withdrawn.id)).toBeUndefined()
    expect(await status(`/api/evenements/${withdrawn.id}/details/`)).toBe(404)
    const shift = (list: readonly Item[]) => Date.parse(itemOf(list, moved.id)?.start_time ?? '')
    expect(shift(second) - shift(first)).toBe(30 * 60_000)
  })

  test('misbehaves on demand, then behaves', async () => {
    const path = '/carte/liste_groupes/'
    server.misbehave({ is: 'too many', retryAfter: '7' }, { times: 1 })
    const refused = await ask(path)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7'])
    server.misbehave({ is: 'bad gateway' }, { path: /groupes/, times: 1 })
    expect((await ask(path)).headers.get('content-type')).toContain('text/html')
    server.misbehave({ is: 'truncated' })
    await expect(read(path)).rejects.toThrow(SyntaxError)
    server.behave()
    server.misbehave({ is: 'cut' })
    await expect(read(path)).rejects.toThrow(/terminated/)
    server.behave()
    expect((await read<readonly Item[]>(path)).length).toBeGreaterThan(60)
  })
})

import { describe, expect, test } from 'vitest'
import type { Progress } from '../../../src/domain/imports/model.ts'
import { hour } from '../../../src/base/clock.ts'
import { hostileName } from '../../../playground/movement/oddities.ts'
import { openHouse } from './house.ts'

const count = <T>(list: readonly T[], fits: (one: T) => boolean): number => list.filter(fits).length

describe('the first import', () => {
  test('brings every public group and every action that is listed or that a group announces', async () => {
    await using house = await openHouse({ departments: [] })
    await house.poll()
    const { groups, events } = house.movement
    expect(house.groupsKept()).toHaveLength(count(groups, (group) => group.published))
    const found = house.actionsKept().map((action) => action.name)
    expect(found).toHaveLength(count(events, (event) => event.visibility === 'P' && event.listed))
    expect(found).toContain('Café populaire en ligne : nos retraites')
    expect(found).not.toContain('Apéro citoyen sur invitation')
    expect(found).not.toContain('Préparation de la campagne (organisateur·ices)')
  })

  test('says how far it is, then that it is done', async () => {
    await using house = await openHouse({ paceMs: 1_000 })
    const told: Progress[] = []
    for (let minute = 0; minute < 60; minute += 1) {
      const progress = await house.poll(undefined, (one) => told.push(one))
      expect(await house.progress()).toEqual(progress)
      if (progress.what === 'nothing') break
    }
    expect([...new Set(told.map((one) => one.what))]).toEqual(['departments', 'actions', 'nothing'])
    expect(told.every((one) => one.done <= one.total)).toBe(true)
    expect(told.at(-1)).toMatchObject({ what: 'nothing', skipped: 0 })
    expect(house.log.lines.some((line) => line.includes('imported everything'))).toBe(true)
  })

  test('reads the soonest actions first', async () => {
    await using house = await openHouse({ paceMs: 1_000 })
    while (house.actionsKept().length < 20) await house.poll()
    const starts = house.actionsKept().map((action) => action.start)
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  })

  test('resumes where it stopped, asking for no page twice', async () => {
    await using house = await openHouse({ paceMs: 1_000 })
    for (let wake = 0; wake < 1; wake += 1) await house.poll()
    const before = await house.progress()
    expect(before.what).toBe('actions')
    house.restart()
    expect(await house.progress()).toEqual(before)
    while ((await house.poll()).what !== 'nothing');
    const pages = house.asked(/departement=|\/details\//).map((request) => request.path)
    const soon = house.time.now() - (house.server.requests[0]?.at ?? 0) < hour
    expect(soon).toBe(true)
    const twice = pages.filter((page, at) => pages.indexOf(page) !== at && page.includes('departement'))
    expect(twice).toEqual([])
  })

  test('stops at once when called off, and loses nothing of what it knew', async () => {
    await using house = await openHouse()
    const off = new AbortController()
    await house.poll(off.signal, ({ what, done }) => {
      if (what === 'actions' && done > 10) off.abort()
    })
    const asked = house.asked(/details/).length
    expect(asked).toBeLessThan(50)
    house.restart()
    await house.poll()
    const pages = house.asked(/details/).map((request) => request.path)
    expect(pages.filter((page, at) => pages.indexOf(page) !== at).length).toBeLessThanOrEqual(1)
    expect(house.groupsKept().length).toBeGreaterThan(20)
  })

  test('keeps to its departments: no question about what is elsewhere', async () => {
    await using house = await openHouse({ departments: ['93', '974'] })
    await house.poll()
    expect(house.asked(/departement=/).map(({ path }) => path.split('=')[1])).toEqual(['93', '974'])
    expect(new Set(house.groupsKept().map((group) => group.department))).toEqual(new Set(['93', '974']))
    expect(new Set(house.actionsKept().map((action) => action.department))).toEqual(new Set(['93', '974']))
    const inside = house.movement.events.filter(
      ({ place, visibility, listed }) =>
        visibility === 'P' && listed && (place?.department === '93' || place?.department === '974'),
    )
    expect(house.actionsKept()).toHaveLength(inside.length)
    // Paris begins across the road: those few are asked for, Toulouse never is.
    const toulouse = house.movement.events
      .filter(({ place }) => place?.department === '31')
      .map(({ id }) => id)
    expect(house.asked(/details/).filter(({ path }) => toulouse.some((id) => path.includes(id)))).toEqual([])
  })

  test('takes in constituencies abroad', async () => {
    await using house = await openHouse({ departments: ['99-04'] })
    await house.poll()
    expect(house.groupsKept().map((group) => [group.name, group.kind, group.city])).toEqual([
      ['4ème circonscription des Français de l’étranger', 'loop', undefined],
      ['Insoumis·es de Bruxelles', 'local', 'Bruxelles'],
    ])
    expect(house.actionsKept().map((action) => [action.name, action.zone])).toEqual([
      ['Réunion publique à Bruxelles', 'Europe/Brussels'],
    ])
  })

  test('follows when other departments are wanted, without asking for a list too soon', async () => {
    await using house = await openHouse({ departments: ['93'] })
    await house.poll()
    house.restart(['93', '31'])
    await house.minutes(6)
    expect(new Set(house.groupsKept().map((group) => group.department))).toEqual(new Set(['93', '31']))
    expect(house.action('Les deux jours de l’eau, bien commun')?.department).toBe('31')
    const [first = 0, second = 0] = house.asked(/liste_evenements/).map((request) => request.at)
    expect(second - first).toBeGreaterThanOrEqual(5 * 60_000)
  })
})

describe('what is kept of an action', () => {
  test('has the zone of its place, not that of whoever typed it in', async () => {
    await using house = await openHouse()
    await house.poll()
    const zones = [
      ['Tractage au marché forain du Chaudron', 'Indian/Reunion', '974'],
      ['Tractage au marché de Papeete', 'Pacific/Tahiti', '987'],
      ['Réunion publique à Bruxelles', 'Europe/Brussels', '99-04'],
      ['Collage à Bastia', 'Europe/Paris', '2B'],
      ['Apéro à Marigot', 'America/Marigot', '978'],
      ['Rencontre à Monaco', 'Europe/Monaco', '99-05'],
      ['Préparée depuis New York', 'Europe/Paris', '93'],
      ['Café populaire en ligne : nos retraites', 'Europe/Paris', '75'],
    ] as const
    for (const [name, zone, department] of zones)
      expect(house.action(name)).toMatchObject({ zone, department })
    expect(house.action('La nuit où l’heure change')).toMatchObject({
      start: house.named('La nuit où l’heure change').start,
    })
    expect(house.group('Bastia en commun')?.department).toBe('2B')
    expect(house.group('Ajaccio en commun')?.department).toBe('2A')
    expect(house.group('Groupe d’action de Marigot')?.department).toBe('978')
  })

  test('is plain text, whatever markup it had, and its links log nobody in', async () => {
    await using house = await openHouse()
    await house.poll()
    expect(house.action(hostileName)?.description).toBe(
      [
        'Inscrivez-vous ici (https://ap.example.test/evenements/1/) ou https://ap.example.test/',
        'Écrivez à nous.',
        'Cliquez',
      ].join('\n\n'),
    )
    expect(house.action('Visio avec un lien de connexion')?.venue.online).toBe(
      'https://ap.example.test/visio/?salle=4',
    )
    expect(house.everything()).not.toMatch(/code=|[?&]_?p=|utm_/)
  })

  test('names no person: neither contact, nor referents, nor speakers', async () => {
    await using house = await openHouse()
    const { groups, events } = house.movement
    await house.poll()
    const people = new Set([
      ...groups.flatMap((group) => group.animators),
      ...events.flatMap((event) => event.contact ?? []),
    ])
    const kept = house.everything()
    expect(people.size).toBeGreaterThan(5)
    expect([...people].filter((name) => new RegExp(`"${name}"`).test(kept))).toEqual([])
    expect(kept).not.toMatch(/contact|referent|@example/i)
  })

  test('is sorted into our kinds, a café populaire by its words', async () => {
    await using house = await openHouse()
    await house.poll()
    const kinds = Object.fromEntries(house.actionsKept().map((action) => [action.name, action.kind]))
    expect(kinds).toMatchObject({
      'CAFÉS POPULAIRES du dimanche': 'cafe-populaire',
      'Grande lessive': 'autre',
      'Collage de nuit à Montreuil': 'collage',
      'Porte-à-porte commun aux Quatre-Chemins': 'porte-a-porte',
      'Réunion publique : nos transports': 'reunion-publique',
      'Départ commun pour la marche des services publics': 'depart-commun',
    })
  })
})

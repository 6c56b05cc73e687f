import { describe, expect, it } from 'vitest'
import { instant } from '../../src/base/clock.ts'
import type { Zone } from '../../src/base/zones.ts'
import { aGroup, anAction, at, department } from '../world/makings.ts'
import { createWorld } from '../world/world.ts'

const group = aGroup()
const by = { organisers: [{ id: group.id, name: group.name }] }
const reunion = 'Indian/Reunion' as Zone

const saturday = anAction(by)
const tonight = anAction({
  name: 'Porte-à-porte du soir',
  kind: 'porte-a-porte',
  start: instant('2026-11-25T17:00:00Z'),
})
const december = anAction({
  name: 'Collage de décembre',
  kind: 'collage',
  start: instant('2026-12-12T18:00:00Z'),
})
const onTheIsland = anAction({
  name: 'Réunion publique de Saint-Denis',
  kind: 'reunion-publique',
  start: instant('2026-11-25T20:30:00Z'),
  zone: reunion,
  department: department('974'),
  venue: { city: 'Saint-Denis', postalCode: '97400', point: at.saintDenis },
})
const all = [saturday, tonight, december, onTheIsland]

const world = () => createWorld({ groups: [group], actions: all })

describe('Somebody who looks for actions', () => {
  it('sees what is on near a place, the soonest first', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions 93100')
    expect(camille.seen()).toMatch(
      /1\. Porte-à-porte du soir[^]*2\. Tractage au marché[^]*3\. Collage de décembre/,
    )
    expect(camille.seen()).toContain('aujourd’hui mercredi 25 novembre à 18:00')
    expect(camille.buttons().slice(0, 3)).toEqual([
      '1. Porte-à-porte du soir',
      '2. Tractage au marché',
      '3. Collage de décembre',
    ])
  })

  it.each([
    ['/actions Montreuil 93 samedi', 'samedi 28 novembre', 'Tractage au marché'],
    ['/actions samedi 93100', 'samedi 28 novembre', 'Tractage au marché'],
    [
      '/actions 93100 ce week-end tracts',
      'du samedi 28 novembre au dimanche 29 novembre',
      'Tractage au marché',
    ],
    ['/actions 93100 12/12', 'samedi 12 décembre', 'Collage de décembre'],
    ['/actions porte à porte 93100', 'Seulement\u00A0: Porte-à-porte', 'Porte-à-porte du soir'],
    ['/actions 93100 aujourd’hui', 'aujourd’hui mercredi 25 novembre', 'Porte-à-porte du soir'],
  ])('« %s » in one line', async (line, echo, name) => {
    const camille = (await world()).actor('Camille')
    await camille.says(line)
    expect(camille.seen()).toContain(echo)
    expect(camille.seen()).toContain(name)
    expect(camille.seen()).toContain('1. ')
    expect(camille.seen()).not.toContain('2. ')
  })

  it('gives the island to whoever says « la réunion », and its days', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions la réunion')
    expect(camille.seen()).toContain('Actions à La Réunion')
    expect(camille.seen()).toContain('demain jeudi 26 novembre à 00:30, heure de La Réunion')
    // It is still Wednesday in Paris, and already Thursday there.
    await camille.says('/actions la réunion demain réunion publique')
    expect(camille.seen()).toContain('Réunion publique de Saint-Denis')
  })

  it('chooses dates and kinds under the list', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions 93100')
    const [list] = await camille.presses('Ce week-end')
    expect(list).toMatchObject({ instead: true })
    expect(camille.seen()).toContain('Tractage au marché')
    expect(camille.seen()).not.toContain('Porte-à-porte du soir')
    expect(camille.buttons()).toContain('Toutes les dates')
    await camille.presses('Toutes les dates')
    await camille.presses('Choisir le type')
    expect(camille.buttons()).toContain('Café populaire')
    await camille.presses('Collage d’affiches')
    expect(camille.seen()).toContain('Seulement\u00A0: Collage d’affiches')
    expect(camille.seen()).toContain('Collage de décembre')
    await camille.presses('Tous les types')
    expect(camille.seen()).toContain('Tractage au marché')
  })

  it('is never left with an empty page', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions Tulle')
    expect(camille.seen()).toContain('Rien d’annoncé pour le moment.')
    expect(camille.buttons()).toEqual(['Tout le département', 'Voir les groupes', 'Chercher ailleurs'])
    await camille.presses('Tout le département')
    expect(camille.seen()).toContain('Actions en Corrèze')
    await camille.presses('Voir les groupes')
    expect(camille.seen()).toContain('Groupes d’action en Corrèze')
  })

  it('is helped out of what was filtered away', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions 93100 demain')
    expect(camille.seen()).toContain('Rien d’annoncé à ces dates.')
    await camille.presses('Toutes les dates')
    expect(camille.seen()).toContain('Tractage au marché')
    await camille.says('/actions 93100 formation')
    expect(camille.seen()).toContain('Rien d’annoncé de ce genre\u00A0: Formation.')
    await camille.presses('Tous les types')
    expect(camille.seen()).toContain('Tractage au marché')
  })

  it('turns pages, forth and back', async () => {
    const actions = Array.from({ length: 9 }, (_, index) =>
      anAction({ name: `Collage ${index + 1}`, start: instant(`2026-12-0${index + 1}T18:00:00Z`) }),
    )
    const camille = (await createWorld({ actions })).actor('Camille')
    await camille.says('/actions 93100')
    await camille.presses('Suivantes')
    expect(camille.seen()).toContain('5. Collage 5')
    await camille.presses('Suivantes')
    expect(camille.seen()).toContain('9. Collage 9')
    expect(camille.buttons()).not.toContain('Suivantes ›')
    await camille.presses('‹ Précédentes')
    expect(camille.seen()).toContain('5. Collage 5')
    await camille.sends('1p.actions.93048...40')
    expect(camille.seen()).toContain('Vous avez tout vu')
  })

  it('keeps the date and the kind through a choice of places', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions Montreuil samedi tracts')
    expect(camille.seen()).toContain('3 lieux')
    await camille.presses('Montreuil (93)')
    expect(camille.seen()).toContain('samedi 28 novembre')
    expect(camille.seen()).toContain('Seulement\u00A0: Diffusion de tracts')
  })

  it('keeps them through the pages of 46 communes', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions 51300 12/12/2026 réunion publique')
    for (let page = 0; page < 5; page += 1) await camille.presses('Suivants')
    await camille.presses(camille.buttons()[0] ?? '')
    expect(camille.seen()).toContain('samedi 12 décembre')
    expect(camille.seen()).toContain('Seulement\u00A0: Réunion publique')
  })

  it('takes options on Discord, and proposals by their codes', async () => {
    const camille = (await world()).actor('Camille', { on: 'discord', in: 'group' })
    await camille.asks('actions', { lieu: '=93048', quand: 'samedi', type: 'tracts' })
    expect(camille.seen()).toContain('Tractage au marché')
  })

  it('hears what was not understood', async () => {
    const camille = (await world()).actor('Camille', { on: 'discord' })
    await camille.asks('actions', { lieu: '93100', quand: 'blurp' })
    expect(camille.seen()).toContain('Je ne comprends pas «\u00A0blurp\u00A0» pour quand.')
    expect(camille.seen()).toContain('ce week-end')
  })
})

describe('Without a place', () => {
  it('those of my groups are listed', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/groupes 93100')
    await camille.presses('Rejoindre Montreuil insoumise')
    await camille.says('/actions')
    expect(camille.seen()).toContain('Actions de vos groupes')
    expect(camille.seen()).toContain('Tractage au marché')
    expect(camille.seen()).not.toContain('Collage de décembre')
    await camille.says('/actions 12/12')
    expect(camille.seen()).toContain('Rien d’annoncé à ces dates.')
  })

  it('whoever has none is asked where', async () => {
    const camille = (await world()).actor('Camille')
    const [asked] = await camille.says('/actions')
    expect(asked).toMatchObject({ asks: 'position' })
    await camille.says('/actions samedi tracts')
    await camille.presses('Choisir un lieu')
    await camille.says('93100')
    expect(camille.seen()).toContain('samedi 28 novembre')
    expect(camille.seen()).toContain('Tractage au marché')
    expect(camille.seen()).not.toContain('Porte-à-porte du soir')
  })

  it.each(['telegram', 'discord'] as const)('nobody else reads whose groups they are (%s)', async (on) => {
    const { actor } = await world()
    const camille = actor('Camille', { on, in: 'group' })
    await camille.says('/groupes 93100')
    await camille.presses('Rejoindre Montreuil insoumise')
    for (const message of await camille.says('/actions')) expect(message.aside).toBe(true)
    expect(camille.seen()).toContain('Actions de vos groupes')
    for (const message of await camille.presses('Ce week-end')) expect(message.aside).toBe(true)
    for (const message of await camille.presses('1. Tractage')) expect(message.aside).toBe(true)
  })
})

describe('In a chat of many', () => {
  it('a list with a place is for everybody, and shows nobody’s answer', async () => {
    const { actor } = await world()
    const alone = actor('Camille')
    await alone.says('/actions 93100')
    await alone.presses('2. Tractage')
    await alone.presses('Je participe')
    const camille = actor('Camille', { in: 'group' })
    const [list] = await camille.says('/actions 93100')
    expect(list?.aside).toBeUndefined()
    expect(camille.seen()).toContain('1 participe')
    expect(camille.seen()).not.toContain('Votre réponse')
    expect(camille.seen()).not.toContain('Camille')
  })
})

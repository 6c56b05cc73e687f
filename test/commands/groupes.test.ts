import { describe, expect, it } from 'vitest'
import { aGroup, anAction, at, department } from '../world/makings.ts'
import { createWorld } from '../world/world.ts'

const montreuil = aGroup({ certified: true })
const bagnolet = aGroup({
  name: 'Bagnolet en lutte',
  city: 'Bagnolet',
  point: at.bagnolet,
  precision: 'about',
})
const loop = aGroup({ name: 'Boucle de Seine-Saint-Denis', kind: 'loop', city: 'Bobigny' })
const reunion = aGroup({
  name: 'Saint-Denis 974',
  department: department('974'),
  city: 'Saint-Denis',
  point: at.saintDenis,
})
const tractage = anAction({ organisers: [{ id: montreuil.id, name: montreuil.name }] })

const many = Array.from({ length: 10 }, (_, index) =>
  aGroup({
    name: `Groupe ${String(index + 1).padStart(2, '0')}`,
    point: { lat: 48.864 + index / 100, lon: 2.443 },
  }),
)

const world = () => createWorld({ groups: [montreuil, bagnolet, loop, reunion], actions: [tractage] })

describe('Somebody who looks for a group', () => {
  it('sees its name, its kind, how far it is, and its next action', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/groupes Montreuil 93')
    expect(camille.seen()).toContain(
      [
        'Montreuil insoumise',
        'groupe local certifié · Montreuil · à moins de 1\u00A0km',
        'Prochaine action\u00A0: Tractage au marché, samedi 28 novembre à 14:00',
      ].join('\n'),
    )
    // Its position is drawn from its neighbours'.
    expect(camille.seen()).toContain('groupe local · Bagnolet · à moins de 5\u00A0km')
  })

  it('finds the loop of the department, and the way to create a group', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/groupes Montreuil 93')
    expect(camille.seen()).toContain('La coordination du département\u00A0: Boucle de Seine-Saint-Denis.')
    expect(camille.buttons()).toEqual(
      expect.arrayContaining(['Suivre la boucle', 'Créer un groupe', 'Voir les actions']),
    )
    await camille.presses('Suivre la boucle')
    expect(camille.seen()).toContain('vous suivez Boucle de Seine-Saint-Denis')
    expect(camille.buttons()).toContain('Ne plus suivre la boucle')
  })

  it('joins in one tap and leaves in one tap', async () => {
    const { actor } = await world()
    const camille = actor('Camille')
    await camille.says('/groupes Montreuil 93')
    const [said, list] = await camille.presses('Rejoindre Montreuil insoumise')
    expect(said).toMatchObject({ aside: true })
    expect(list).toMatchObject({ instead: true })
    expect(camille.seen()).toContain('C’est fait\u00A0: vous avez rejoint Montreuil insoumise.')
    expect(camille.seen()).toContain('vous en faites partie')
    await camille.presses('Quitter Montreuil insoumise')
    expect(camille.seen()).toContain('vous avez quitté Montreuil insoumise')
    expect(camille.buttons()).toContain('Rejoindre Montreuil insoumise')
  })

  it('is told when a second tap changes nothing', async () => {
    const { actor } = await world()
    const camille = actor('Camille')
    const [list] = await camille.says('/groupes Montreuil 93')
    const button = list?.rows?.[0]?.[0]
    if (!button || !('route' in button)) throw new Error('no button')
    await camille.sends(button.route)
    await camille.sends(button.route)
    expect(camille.seen()).toBe('Vous avez déjà rejoint Montreuil insoumise.')
  })

  it('sees the nearest ones, however far, when nothing is near', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/groupes Tulle')
    expect(camille.seen()).toContain(
      'Pas de groupe actif à moins de 30\u00A0km. Voici les plus proches\u00A0:',
    )
    expect(camille.seen()).toContain('à 403\u00A0km')
    expect(camille.seen()).toContain('à environ 405\u00A0km')
    expect(camille.buttons()).toContain('Créer un groupe')
  })

  it('is invited to begin where there is no group at all', async () => {
    const camille = (await createWorld()).actor('Camille')
    await camille.says('/groupes 23')
    expect(camille.seen()).toContain('Groupes d’action dans la Creuse')
    expect(camille.seen()).toContain('Et si vous lanciez le premier')
    expect(camille.buttons()).toEqual(['Créer un groupe', 'Voir les actions'])
  })

  it('turns pages, forth and back', async () => {
    const camille = (await createWorld({ groups: many })).actor('Camille')
    await camille.says('/groupes 93100')
    expect(camille.seen()).toContain('Groupe 04')
    expect(camille.seen()).not.toContain('Groupe 05')
    await camille.presses('Suivants')
    expect(camille.seen()).toContain('Groupe 05')
    const [last] = await camille.presses('Suivants')
    expect(last).toMatchObject({ instead: true })
    expect(camille.seen()).toContain('Groupe 10')
    expect(camille.buttons()).not.toContain('Suivants ›')
    await camille.presses('‹ Précédents')
    expect(camille.seen()).toContain('Groupe 05')
  })

  it('hears it when a page has emptied since', async () => {
    const camille = (await createWorld({ groups: many })).actor('Camille')
    await camille.sends('1p.groups.93048.40')
    expect(camille.seen()).toContain('Vous avez fait le tour')
  })

  it('chooses among places of one name', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/groupes Montreuil')
    expect(camille.seen()).toContain(
      '« Montreuil » peut désigner 3 lieux.'.replace('« ', '«\u00A0').replace(' »', '\u00A0»'),
    )
    await camille.presses('Montreuil (93)')
    expect(camille.seen()).toContain('Groupes d’action, Montreuil (93) et ses environs')
  })

  it('turns the pages of 46 communes under one postal code', async () => {
    const camille = (await world()).actor('Camille')
    const seen = new Set<string>()
    await camille.says('/groupes 51300')
    expect(camille.seen()).toContain('46 lieux')
    for (let page = 0; page < 6; page += 1) {
      for (const label of camille.buttons().filter((each) => /\(\d\d\)$/.test(each))) seen.add(label)
      if (page < 5) await camille.presses('Suivants')
    }
    expect(seen.size).toBe(46)
    expect(camille.buttons()).not.toContain('Suivants ›')
    await camille.presses('‹ Précédents')
    expect(camille.buttons()).toHaveLength(10)
  })

  it('gets proposals for a name that no place has', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/groupes Xyzzyville')
    expect(camille.seen()).toContain('Je ne trouve pas de lieu qui s’appelle')
    await camille.presses('Chercher ailleurs')
    expect(camille.seen()).toContain('Lieu')
  })

  it.each(['🥖', '!!!', 'x'.repeat(5_000), '{}[]()', '\u0000'])(
    'is answered whatever the place is called (%#)',
    async (name) => {
      const camille = (await world()).actor('Camille')
      await camille.says(`/groupes ${name}`)
      expect(camille.seen()).toContain('Je ne trouve pas de lieu')
    },
  )

  it('reads the card of a proposal by its code', async () => {
    const camille = (await world()).actor('Camille', { on: 'discord', in: 'group' })
    await camille.asks('groupes', { lieu: '=93048' })
    expect(camille.seen()).toContain('Montreuil (93)')
    await camille.asks('groupes', { lieu: '=nowhere' })
    expect(camille.seen()).toContain('Je ne trouve pas de lieu')
  })
})

describe('Without a place', () => {
  it('a position can be shared on Telegram', async () => {
    const camille = (await world()).actor('Camille')
    const [asked] = await camille.says('/groupes')
    expect(asked).toMatchObject({ asks: 'position' })
    expect(asked?.rows).toBeUndefined()
    const [thanks, groups] = await camille.shares(at.montreuil)
    expect(thanks).toMatchObject({ asks: 'nothing' })
    expect(JSON.stringify(groups?.rows)).not.toContain('48.8')
    expect(camille.seen()).toContain('Groupes d’action, autour de vous')
  })

  it('the other pages around a position are those of its commune', async () => {
    const camille = (await createWorld({ groups: many })).actor('Camille')
    await camille.shares(at.montreuil)
    await camille.presses('Tout voir')
    expect(camille.seen()).toContain('Groupes d’action, Montreuil (93) et ses environs')
    expect(camille.seen()).toContain('Groupe 01')
  })

  it('a window asks where on Discord', async () => {
    const camille = (await world()).actor('Camille', { on: 'discord', in: 'group' })
    await camille.says('/groupes')
    const [window] = await camille.presses('Choisir un lieu')
    expect(window?.form?.questions).toMatchObject([{ name: 'lieu', label: 'Lieu', required: true }])
    const [page] = await camille.fills({ lieu: '93100' })
    expect(page).toMatchObject({ aside: true })
    expect(camille.seen()).toContain('Montreuil insoumise')
  })

  it('my groups are listed, each with the way to leave it', async () => {
    const { actor } = await createWorld({ groups: many })
    const camille = actor('Camille')
    for (const page of [0, 1]) {
      await camille.says('/groupes 93100')
      if (page > 0) await camille.presses('Suivants')
      for (const label of camille
        .buttons()
        .filter((each) => each.startsWith('Rejoindre'))
        .slice(0, 3))
        await camille.presses(label)
    }
    await camille.says('/groupes')
    expect(camille.seen()).toContain('Vos groupes')
    await camille.presses('Suivants')
    expect(camille.buttons().filter((label) => label.startsWith('Quitter'))).toHaveLength(2)
    await camille.presses('Quitter')
    await camille.presses('Quitter')
    // The last page is gone with the last group on it.
    expect(camille.buttons().filter((label) => label.startsWith('Quitter'))).toHaveLength(4)
  })
})

describe('In a chat of many', () => {
  it.each(['telegram', 'discord'] as const)('nobody sees what somebody joins (%s)', async (on) => {
    const camille = (await world()).actor('Camille', { on, in: 'group' })
    for (const said of ['/groupes', '/groupes Montreuil 93', '/groupes Montreuil'])
      for (const message of await camille.says(said)) expect(message.aside).toBe(true)
    await camille.says('/groupes Montreuil 93')
    for (const message of await camille.presses('Rejoindre Montreuil')) expect(message.aside).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { plain } from '../../src/base/rich.ts'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { menus } from '../../src/phrases/menu.ts'
import { aGroup, anAction } from '../world/makings.ts'
import { createWorld } from '../world/world.ts'

const group = aGroup()
const action = anAction({ organisers: [{ id: group.id, name: group.name }] })
const world = () => createWorld({ groups: [group], actions: [action] })

describe('/start', () => {
  it('welcomes, and shows where to go', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/start')
    expect(camille.seen()).toContain('Bonjour')
    expect(camille.buttons()).toEqual([
      'Trouver un groupe',
      'Voir les actions',
      'Mon agenda',
      'Réglages',
      'Aide',
    ])
    await camille.presses('Voir les actions')
    expect(camille.seen()).toContain('Où cherchez-vous')
  })

  it('opens a group that a link names, to join and leave it', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says(`/start g${shorten(group.id)}`)
    expect(camille.seen()).toContain('Montreuil insoumise\ngroupe local · Montreuil')
    expect(camille.seen()).toContain('Rejoindre un groupe ici, c’est suivre ses actions avec moi.')
    const [, page] = await camille.presses('Rejoindre Montreuil insoumise')
    expect(page).toMatchObject({ instead: true })
    expect(camille.buttons()).toContain('Quitter Montreuil insoumise')
    await camille.presses('Voir la prochaine action')
    expect(camille.seen()).toContain('Organisée par Montreuil insoumise')
  })

  it('opens an action that a link names', async () => {
    const camille = (await world()).actor('Camille')
    const [card] = await camille.says(`/start a${shorten(action.id)}`)
    expect(card).toMatchObject({ shows: action.id })
    expect(camille.buttons()).toContain('Je participe')
  })

  it.each([
    'aAAAAAAAAAAAAAAAAAAAAAA',
    'gAAAAAAAAAAAAAAAAAAAAAA',
    'a',
    'reprendre',
    'constructor',
    '__proto__',
    'x'.repeat(5_000),
    '🥖',
  ])('an expired or unknown link gets a useful page (%#)', async (link) => {
    const camille = (await world()).actor('Camille')
    await camille.says(`/start ${link}`)
    expect(camille.seen()).toContain('Ce lien ne mène plus nulle part')
    expect(camille.buttons()).toContain('Trouver un groupe')
  })

  it.each([
    ['groupes', 'Où cherchez-vous'],
    ['actions', 'Où cherchez-vous'],
    ['agenda', 'Votre agenda'],
    ['reglages', 'Vos réglages'],
    ['aide', 'Ce que je sais faire'],
    ['bonjour', 'Bonjour'],
  ])('the link « %s » opens its page', async (link, words) => {
    const camille = (await world()).actor('Camille')
    await camille.says(`/start ${link}`)
    expect(camille.seen()).toContain(words)
  })
})

describe('/aide', () => {
  it.each(['/aide', '/help'])('%s names every command', async (typed) => {
    const { actor, catalogue } = await world()
    const camille = actor('Camille')
    await camille.says(typed)
    const hidden = new Set(['start', 'aide'])
    for (const { name } of catalogue.commands.filter(
      (each) => each.for === 'everyone' && !hidden.has(each.name),
    ))
      expect(camille.seen()).toContain(`/${name}\u00A0: `)
  })
})

describe('What is no command', () => {
  it('is read as a place: its groups and its actions', async () => {
    const camille = (await world()).actor('Camille')
    const [heard, groups, actions] = await camille.says('Montreuil 93')
    expect(heard).toMatchObject({ asks: 'nothing' })
    expect(groups?.rows).toBeDefined()
    expect(actions?.rows).toBeDefined()
    expect(camille.seen()).toContain('Montreuil (93) et ses environs\u00A0: voici ce que je connais.')
    await camille.says('la réunion')
    expect(camille.seen()).toContain('Voici ce que je connais à La Réunion.')
  })

  it('offers the choice of a place', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('Montreuil')
    expect(camille.seen()).toContain('3 lieux')
  })

  it.each([
    ['bonjour', 'Bonjour'],
    ['Merci !', 'Avec plaisir'],
    ['AIDE', 'Ce que je sais faire'],
    ['🥖', 'mais pas «\u00A0🥖\u00A0»'],
    ['x'.repeat(5_000), 'mais pas «'],
  ])('gets a useful page (%#)', async (text, words) => {
    const camille = (await world()).actor('Camille')
    await camille.says(text)
    expect(camille.seen()).toContain(words)
    expect(camille.buttons()).toContain('Trouver un groupe')
  })

  it('may be a picture', async () => {
    const camille = (await world()).actor('Camille')
    await camille.does({ is: 'other' })
    expect(camille.seen()).toContain('Je ne sais lire que du texte')
  })

  it('may be a command that does not exist', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/zut alors')
    expect(camille.seen()).toContain('Je ne connais pas la commande /zut.')
    expect(camille.seen()).toContain('/groupes')
  })

  it('in a chat of many, a place gives its actions to all, another word an answer to one', async () => {
    const camille = (await world()).actor('Camille', { in: 'group' })
    const [list] = await camille.says('Montreuil 93')
    expect(list?.aside).toBeUndefined()
    expect(camille.seen()).toContain('Tractage au marché')
    const [page] = await camille.says('🥖')
    expect(page?.aside).toBe(true)
  })
})

describe('Buttons of another time', () => {
  it.each(['9z.attend.x', '1p.attend', '1p.nothing.here', '1f.place.nothing', '1p.action.notanid', ''])(
    '« %s » says so, and becomes a page that works',
    async (route) => {
      const camille = (await world()).actor('Camille')
      const [page] = await camille.sends(route)
      expect(page).toMatchObject({ instead: true })
      expect(camille.seen()).toContain('Ce bouton ne marche plus')
      expect(camille.buttons()).toContain('Trouver un groupe')
    },
  )

  it('leaves the message alone in a chat of many', async () => {
    const camille = (await world()).actor('Camille', { in: 'group' })
    const [said] = await camille.sends('1p.nothing.here')
    expect(said).toMatchObject({ aside: true })
    expect(said?.instead).toBeUndefined()
  })

  it.each(['1p.groups.00000.0', '1p.actions.00000...0'])(
    'a place that is no longer on the map is said to be so (%s)',
    async (route) => {
      const camille = (await world()).actor('Camille')
      await camille.sends(route)
      expect(camille.seen()).toContain('Ce lieu n’existe plus')
      expect(camille.buttons()).toEqual(['Chercher ailleurs'])
    },
  )

  it('a group that is gone is said to be so', async () => {
    const camille = (await createWorld()).actor('Camille')
    await camille.sends(`1p.join.${shorten(group.id)}`)
    expect(camille.seen()).toContain('Ce groupe n’est plus dans la liste')
    await camille.sends(`1p.group.${shorten(group.id)}`)
    expect(camille.seen()).toContain('Ce groupe n’est plus dans la liste')
  })
})

describe('A question under way', () => {
  it('is left by /annuler, or by its button', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions demain')
    await camille.presses('Choisir un lieu')
    await camille.says('/annuler')
    expect(camille.seen()).toContain(plain(fr.dialogue.left))
    await camille.says('/cancel')
    expect(camille.seen()).toContain('Il n’y avait rien à abandonner.')
    await camille.says('/actions demain')
    await camille.presses('Choisir un lieu')
    await camille.presses('Abandonner')
    expect(camille.seen()).toContain(plain(fr.dialogue.left))
    expect(camille.buttons()).toContain('Trouver un groupe')
  })
})

describe('When the bot arrives in a chat of many', () => {
  it('says what it does there, what it does not read, and where to go on', async () => {
    const camille = (await world()).actor('Camille', { in: 'group' })
    const [greeting] = await camille.does({ is: 'added' })
    expect(greeting?.aside).toBeUndefined()
    expect(camille.seen()).toContain('/actions Montreuil samedi')
    expect(camille.seen()).toContain('Je ne lis pas vos conversations')
    expect(greeting?.rows).toEqual([[{ label: 'M’écrire en privé', start: 'bonjour' }]])
  })
})

describe('When the bot may not write where it arrives', () => {
  it('tells whoever let it in which right is missing, and where', async () => {
    const camille = (await world()).actor('Camille', { in: 'group' })
    const standing = { title: 'Le quartier', administers: true, lacks: ['Envoyer des messages'] }
    const [told] = await camille.does({ is: 'added' }, standing)
    expect(told?.aside).toBe(true)
    expect(camille.seen()).toContain('Envoyer des messages')
    expect(camille.seen()).toContain('Le quartier')
  })
})

describe('The commands', () => {
  it('are those of the menu, under plain names, each with words for its options', async () => {
    const { catalogue } = await world()
    expect(catalogue.commands.map(({ name }) => name).toSorted()).toEqual(Object.keys(menus.fr).toSorted())
  })
})

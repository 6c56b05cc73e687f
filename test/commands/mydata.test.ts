import { describe, expect, it } from 'vitest'
import { attend, joinGroup } from '../../src/views/presses.ts'
import { aGroup, anAction, hostile } from '../world/makings.ts'
import { createWorld } from '../world/world.ts'

const groups = Array.from({ length: 60 }, (_, index) =>
  aGroup({ name: `Groupe ${index + 1} `.padEnd(120, 'é') }),
)
const action = anAction()

const known = async () => {
  const made = await createWorld({ groups, actions: [action] })
  const camille = made.actor('Camille')
  await camille.sends(attend.button('x', { action: action.id, answer: 'yes' }).route)
  return { ...made, camille }
}

describe('The name that organisers see', () => {
  it('can be chosen before anything else, in a window on Discord', async () => {
    const { actor, people } = await createWorld()
    const camille = actor('Camille', { on: 'discord' })
    await camille.says('/reglages')
    expect(camille.seen()).toContain('Je ne garde aucun nom pour vous.')
    await camille.presses('Choisir un nom')
    await camille.fills({ nom: 'Cam' })
    expect(camille.seen()).toContain('sous le nom «\u00A0Cam\u00A0»')
    expect(await people.byAccount({ platform: 'discord', key: 'Camille' })).toMatchObject({ name: 'Cam' })
  })

  it('can be any name, and changed in a dialogue on Telegram', async () => {
    const { camille } = await known()
    await camille.says('/settings')
    await camille.presses('Changer de nom')
    expect(camille.seen()).toContain('Nom que verront les organisateur·ices')
    await camille.says(hostile)
    expect(camille.seen()).toContain(hostile)
  })

  it('is asked again when it is too long', async () => {
    const { camille } = await known()
    await camille.says('/reglages')
    await camille.presses('Changer de nom')
    await camille.says('x'.repeat(5_000))
    expect(camille.seen()).toContain('trop long\u00A0: 60 caractères au plus')
  })

  it('can be forgotten', async () => {
    const { camille, people } = await known()
    await camille.says('/reglages')
    const [said] = await camille.presses('Oublier mon nom')
    expect(said).toMatchObject({ instead: true })
    expect(camille.seen()).toContain('j’ai oublié votre nom')
    expect(await people.byAccount({ platform: 'telegram', key: 'Camille' })).not.toHaveProperty('name')
  })
})

describe('What is kept about me', () => {
  it('is nothing while I only look around', async () => {
    const { actor, people } = await createWorld({ groups, actions: [action] })
    const camille = actor('Camille')
    for (const said of [
      '/start',
      '/groupes 93100',
      '/actions 93100',
      'Montreuil 93',
      '/agenda',
      '/mesdonnees',
    ])
      await camille.says(said)
    expect(camille.seen()).toContain('Je ne garde rien sur vous')
    // What OPERATORS is to hold, before anybody has a role.
    expect(camille.seen()).toContain('Telegram (identifiant Camille)')
    expect(await people.byAccount({ platform: 'telegram', key: 'Camille' })).toBeUndefined()
  })

  it('can be read to the last word, however much it is', async () => {
    const { camille } = await known()
    for (const { id } of groups) await camille.sends(joinGroup.button('x', { group: id }).route)
    const messages = await camille.says('/mesdonnees')
    expect(messages.length).toBeGreaterThan(4)
    expect(camille.seen()).toContain('Telegram (identifiant Camille)')
    expect(camille.seen()).toContain('«\u00A0Camille\u00A0»')
    for (const { name } of groups) expect(camille.seen()).toContain(name)
    expect(camille.seen()).toContain('Tractage au marché\u00A0: vous participez')
    expect(camille.seen()).toContain('je ne garde ni vos messages, ni votre position')
  })

  it('is erased when I say so twice, and not when I say so once', async () => {
    const { camille, people, touched } = await known()
    const me = { platform: 'telegram', key: 'Camille' }
    await camille.says('/effacer')
    expect(await people.byAccount(me)).toBeDefined()
    await camille.presses('Ne rien effacer')
    expect(camille.seen()).toBe('D’accord, rien n’est effacé.')
    expect(await people.byAccount(me)).toBeDefined()
    await camille.says('/mesdonnees')
    await camille.presses('Tout effacer')
    const [said] = await camille.presses('Tout effacer')
    expect(said).toMatchObject({ instead: true })
    expect(camille.seen()).toContain('je n’ai plus rien sur vous')
    expect(await people.byAccount(me)).toBeUndefined()
    // Cards that counted me are drawn anew.
    expect(touched).toHaveLength(2)
    await camille.says('/mesdonnees')
    expect(camille.seen()).toContain('Je ne garde rien sur vous')
  })

  it('is for my eyes only', async () => {
    const { actor } = await createWorld()
    const camille = actor('Camille', { on: 'discord', in: 'group' })
    for (const said of ['/mesdonnees', '/effacer', '/reglages'])
      for (const message of await camille.says(said)) expect(message.aside).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { aGroup, anAction } from '../world/makings.ts'
import { createWorld } from '../world/world.ts'

const group = aGroup()
const world = () =>
  createWorld({
    groups: [group],
    actions: [anAction({ organisers: [{ id: group.id, name: group.name }] })],
  })

describe('What people write in plain words', () => {
  it.each([
    ['Agenda', 'Votre agenda'],
    ['mes données', 'Ce que je garde'],
    ['réglages', 'Vos réglages'],
    ['groupes', 'Où cherchez-vous'],
    ['groupe 93100', 'Montreuil insoumise'],
    ['actions Montreuil 93', 'Tractage au marché'],
    ['nouvelle calédonie', 'Nouvelle-Calédonie'],
  ])('may be a command without its slash: « %s »', async (text, words) => {
    const camille = (await world()).actor('Camille')
    await camille.says(text)
    expect(camille.seen()).toContain(words)
  })

  it.each(['STOP', '/stop', 'arrêter', 'désinscription'])('« %s » leads to fewer messages', async (text) => {
    const camille = (await world()).actor('Camille')
    await camille.says(text)
    expect(camille.seen()).toContain('C’est vous qui décidez.')
    expect(camille.buttons()).toEqual(expect.arrayContaining(['Rappels et silence', 'Tout effacer']))
  })

  it('leaves a question by « annuler », with or without its slash', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/reglages')
    await camille.presses('Choisir un nom')
    await camille.says('Annuler')
    expect(camille.seen()).toContain('rien n’a changé')
  })

  it('leaves the question of the place by a command that is no place, with or without its slash', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/actions Montreuil 93')
    await camille.presses('Chercher ailleurs')
    await camille.says('agenda')
    expect(camille.seen()).toContain('Votre agenda')
    await camille.says('/actions Montreuil 93')
    await camille.presses('Chercher ailleurs')
    await camille.says('Nouvelle Calédonie')
    expect(camille.seen()).toContain('Nouvelle-Calédonie')
  })

  it.each([
    ['/actions 93100 01/01/2020', '«\u00A001/01/2020\u00A0»\u00A0: ce jour est passé', 'Tractage au marché'],
    ['/actions 93 hier', '«\u00A0hier\u00A0»\u00A0: ce jour est passé', 'Tractage au marché'],
    ['/actions 31/02 93100', '«\u00A031/02\u00A0»', 'Tractage au marché'],
    ['/actions 93100 le 30 février', '«\u00A0le 30 février\u00A0»', 'Tractage au marché'],
    ['/actions 93100 mardi 31/02', '«\u00A0mardi 31/02\u00A0»', 'Tractage au marché'],
    ['/actions samedi dernier', '«\u00A0samedi dernier\u00A0»', 'Où cherchez-vous'],
  ])('« %s » hears that the day is over, and what comes', async (text, told, then) => {
    const camille = (await world()).actor('Camille')
    await camille.says(text)
    expect(camille.seen()).toContain(told)
    expect(camille.seen()).toContain(then)
  })

  it('« /gerer » without a role says how one gets it', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/gerer')
    expect(camille.seen()).toContain('demandez une invitation')
    expect(camille.buttons()).toContain('Voir les actions')
  })

  it('« /besoins » without a group shows where to find one', async () => {
    const camille = (await world()).actor('Camille')
    await camille.says('/besoins')
    expect(camille.seen()).toContain('Vous n’avez pas encore rejoint de groupe')
    await camille.presses('Trouver un groupe')
    expect(camille.seen()).toContain('Où cherchez-vous')
  })
})

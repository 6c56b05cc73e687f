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
})

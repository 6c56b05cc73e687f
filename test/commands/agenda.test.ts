import { describe, expect, it } from 'vitest'
import { instant } from '../../src/base/clock.ts'
import type { Action } from '../../src/domain/actions/model.ts'
import { attend, joinGroup } from '../../src/views/presses.ts'
import { aGroup, anAction } from '../world/makings.ts'
import type { Actor } from '../world/actor.ts'
import { createWorld } from '../world/world.ts'

const group = aGroup()
const actions = Array.from({ length: 6 }, (_, index) =>
  anAction({ name: `Action ${index + 1}`, start: instant(`2026-12-0${index + 1}T18:00:00Z`) }),
)

const answers = async (actor: Actor, answer: 'yes' | 'maybe' | 'no', of: Action): Promise<void> => {
  await actor.sends(attend.button('x', { action: of.id, answer }).route)
}

describe('My agenda', () => {
  it('offers the next step when there is nothing in it', async () => {
    const camille = (await createWorld()).actor('Camille')
    await camille.says('/agenda')
    expect(camille.seen()).toContain('Vous n’avez répondu à aucune action à venir.')
    expect(camille.seen()).toContain('/groupes vous aide à en trouver un')
    await camille.presses('Trouver une action')
    expect(camille.seen()).toContain('Lieu')
  })

  it('says what I answered, page by page, and names my groups', async () => {
    const { actor } = await createWorld({ groups: [group], actions })
    const camille = actor('Camille')
    const kinds = ['yes', 'maybe', 'no'] as const
    for (const [index, action] of actions.entries()) await answers(camille, kinds[index % 3] ?? 'yes', action)
    await camille.sends(joinGroup.button('x', { group: group.id }).route)
    await camille.says('/agenda')
    expect(camille.seen()).toContain('Action 1\u00A0: vous participez\nmardi 1er décembre à 19:00')
    expect(camille.seen()).toContain('Action 2\u00A0: peut-être')
    expect(camille.seen()).toContain('Action 3\u00A0: vous ne pouvez pas')
    expect(camille.seen()).toContain('Votre groupe\u00A0: Montreuil insoumise.')
    const [page] = await camille.presses('Suivantes')
    expect(page).toMatchObject({ instead: true })
    expect(camille.seen()).toContain('Action 6')
    await camille.presses('Action 5')
    expect(camille.buttons()).toContain('✓ Peut-être')
    await camille.says('/agenda')
    await camille.presses('Mes groupes')
    await camille.presses('Quitter Montreuil insoumise')
    expect(camille.seen()).toContain('vous avez quitté Montreuil insoumise')
    expect(camille.seen()).toContain('Vous n’avez pas encore rejoint de groupe.')
  })

  it('warns of what was cancelled, and forgets what is over', async () => {
    const soon = anAction({ name: 'Bientôt' })
    const doomed = anAction({ name: 'Annulée' })
    const gone = anAction({ name: 'Retirée' })
    const past = anAction({ name: 'Passée', start: instant('2026-11-20T10:00:00Z') })
    const made = [soon, doomed, gone, past]
    const states: readonly Action[] = made.map((action): Action => {
      if (action === doomed) return { ...action, state: 'cancelled' }
      return action === gone ? { ...action, state: 'withdrawn' } : action
    })
    const { actor, actionStore, people } = await createWorld({ actions: states })
    const camille = actor('Camille')
    await answers(camille, 'yes', soon)
    const me = await people.byAccount({ platform: 'telegram', key: 'Camille' })
    if (!me) throw new Error('nobody')
    for (const { id } of [doomed, gone, past])
      await actionStore.answer(me.id, id, 'yes', instant('2026-11-19T10:00:00Z'))
    await camille.says('/agenda')
    expect(camille.seen()).toContain('Annulée\u00A0: ANNULÉE, ne vous déplacez pas')
    expect(camille.seen()).toContain('Retirée\u00A0: retirée d’Action Populaire, peut-être annulée')
    expect(camille.seen()).not.toContain('Passée')
  })

  it('is for my eyes only', async () => {
    const { actor } = await createWorld({ actions })
    const camille = actor('Camille', { on: 'discord', in: 'group' })
    for (const message of await camille.says('/agenda')) expect(message.aside).toBe(true)
  })
})

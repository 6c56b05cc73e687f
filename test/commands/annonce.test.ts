import { describe, expect, it } from 'vitest'
import { newId } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { announceDo, announceElsewhere } from '../../src/views/announcement-presses.ts'
import { compose, previewThere } from '../../src/views/composing-presses.ts'
import { plain } from '../../src/base/rich.ts'
import { aGroup, wednesday } from '../world/makings.ts'
import { createWorld } from '../world/world.ts'

const [group, other] = [aGroup({ name: 'Les Jours heureux' }), aGroup({ name: 'À côté' })]

/** A draft of Amel's; Max has the same role, Paul has one elsewhere. */
const drafted = async () => {
  const { actor, people, roles, announcements } = await createWorld({ groups: [group, other] })
  const appointed = async (name: string, at: typeof group) => {
    const person = await people.keep(newId.person(), { platform: 'telegram', key: name }, `door of ${name}`)
    await roles.grant({ person, role: 'animator', group: at.id, since: wednesday })
    return person
  }
  const author = await appointed('Amel', group)
  await appointed('Max', group)
  await appointed('Paul', other)
  const amel = actor('Amel')
  await amel.says('/annonce')
  await amel.presses(fr.announcements.write)
  await amel.says('Rien que pour moi')
  const [draft] = await announcements.of(author, 1)
  if (!draft) throw new Error('nothing was written')
  const stage = async () => (await announcements.byId(draft.id))?.stage
  return { amel, max: actor('Max'), paul: actor('Paul'), id: draft.id, stage, author, announcements }
}

describe('A draft', () => {
  it('is its author’s alone, whatever buttons others make up', async () => {
    const { max, paul, id: announcement, stage } = await drafted()
    const unknown = plain(fr.refusals['announcement-unknown']({}))
    for (const route of [
      announceElsewhere.button('x', { announcement, group: group.id }).route,
      announceDo.button('x', { announcement, does: 'drop' }).route,
      announceDo.button('x', { announcement, does: 'send' }).route,
      compose.button('x', { announcement, turn: 'way' }).route,
      compose.button('x', { announcement, turn: 'no-poll' }).route,
      previewThere.button('x', { announcement, on: 'discord' }).route,
    ]) {
      await max.sends(route)
      expect(max.seen()).toContain(unknown)
      await paul.sends(route)
      expect(paul.seen()).not.toContain('Rien que pour moi')
    }
    expect(await stage()).toBe('draft')
  })

  it('shows nothing of itself to whoever has no right there', async () => {
    const { paul, id: announcement } = await drafted()
    for (const route of [
      announceDo.button('x', { announcement, does: 'preview' }).route,
      announceDo.button('x', { announcement, does: 'show' }).route,
      announceElsewhere.button('x', { announcement, group: other.id }).route,
      compose.button('x', { announcement }).route,
    ]) {
      await paul.sends(route)
      expect(paul.seen()).toContain('n’est pas dans vos droits')
      expect(paul.seen()).not.toContain('Rien que pour moi')
    }
  })

  it('goes over to another place of its author’s, with its words', async () => {
    const { amel, id: announcement, stage, author, announcements } = await drafted()
    await amel.sends(announceElsewhere.button('x', { announcement, group: group.id }).route)
    expect(amel.seen()).toContain('Rien que pour moi')
    expect(await stage()).toBe('cancelled')
    expect((await announcements.of(author, 9)).map((each) => each.stage).toSorted()).toEqual([
      'cancelled',
      'draft',
    ])
  })
})

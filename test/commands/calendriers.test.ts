import { describe, expect, it } from 'vitest'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { aGroup, anAction } from '../world/makings.ts'
import type { PlatformName } from '../world/abilities.ts'
import { createWorld } from '../world/world.ts'

const root = 'https://voix.example'
const group = aGroup()
const action = anAction({ organisers: [{ id: group.id, name: group.name }] })
const { buttons } = fr.calendars

describe.each(['telegram', 'discord'] as const)('Calendars on %s', (on: PlatformName) => {
  const world = () => createWorld({ groups: [group], actions: [action], root })

  it('have a secret address, which can be changed and closed', async () => {
    const camille = (await world()).actor('Camille', { on, in: 'group' })
    await camille.says('/agenda')
    const [page] = await camille.presses(buttons.mine)
    expect(page?.aside).toBe(true)
    const [first] = /https:\S+\.ics/.exec(camille.seen()) ?? []
    expect(first).toMatch(/^https:\/\/voix\.example\/calendriers\/p[\w-]{32}\.ics$/)
    await camille.says('/agenda')
    await camille.presses(buttons.mine)
    expect(camille.seen()).toContain(first)
    await camille.presses(buttons.renew)
    expect(camille.seen()).not.toContain(first)
    await camille.says('/mesdonnees')
    expect(camille.seen()).toContain('une adresse secrète')
    await camille.says('/agenda')
    await camille.presses(buttons.mine)
    await camille.presses(buttons.revoke)
    expect(camille.seen()).toContain('votre calendrier est fermé')
    await camille.says('/mesdonnees')
    expect(camille.seen()).not.toContain('une adresse secrète')
  })

  it('of groups are named beside it', async () => {
    const camille = (await world()).actor('Camille', { on })
    await camille.says(`/start g${shorten(group.id)}`)
    await camille.presses('Rejoindre')
    await camille.says('/agenda')
    const [page] = await camille.presses(buttons.mine)
    expect(page?.text.map(({ link }) => link)).toContain(`${root}/calendriers/g${shorten(group.id)}.ics`)
  })

  it('of a group and of a department are on their pages, and of one’s departments beside one’s own', async () => {
    const camille = (await world()).actor('Camille', { on })
    const [shown] = await camille.says(`/start g${shorten(group.id)}`)
    const ofGroup = `${root}/calendriers/g${shorten(group.id)}.ics`
    const ofDepartment = `${root}/calendriers/d${group.department}.ics`
    expect(shown?.rows?.flat()).toContainEqual({ label: buttons.group, url: ofGroup })
    await camille.presses('Rejoindre')
    await camille.says('/agenda')
    const [page] = await camille.presses(buttons.mine)
    expect(page?.text.map(({ link }) => link)).toEqual(expect.arrayContaining([ofGroup, ofDepartment]))
    const [list] = await camille.says(`/actions ${group.department}`)
    expect(list?.rows?.flat()).toContainEqual({ label: buttons.department, url: ofDepartment })
  })

  it('take an action from its card', async () => {
    const camille = (await world()).actor('Camille', { on })
    const [card] = await camille.says(`/start a${shorten(action.id)}`)
    expect(card?.rows?.flat()).toContainEqual({
      label: fr.calendars.add,
      url: `${root}/calendriers/a${shorten(action.id)}.ics`,
    })
  })

  it('are not there where nobody reaches us from outside', async () => {
    const camille = (await createWorld({ actions: [action] })).actor('Camille', { on })
    await camille.says('/agenda')
    expect(camille.buttons()).not.toContain(buttons.mine)
    const [card] = await camille.says(`/start a${shorten(action.id)}`)
    expect(JSON.stringify(card)).not.toContain('.ics')
  })
})

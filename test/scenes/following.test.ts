import { expect } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import { fr } from '../../src/phrases/fr.ts'
import { createAnnouncers } from './announcers.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('An announcement that goes by its action', (theatre, platform) => {
  const { writes, aGroup } = createAnnouncers(theatre)

  /** Two hours before an action in three days. */
  const planned = async (name: string) => {
    const sourceId = `${name} ${platform}`
    const { clock, store } = theatre()
    const { there, id, amel, member } = await aGroup(theatre(), name, { sourceId })
    const start = later(clock.now(), 3 * day)
    const action = await there.action({ name: 'Collage', start, organisers: [{ sourceId, name }] })
    await writes(amel, 'C’est bientôt')
    await amel.presses(fr.announcements.joinAction)
    await amel.presses(/^Collage/)
    await amel.presses(fr.announcements.schedule)
    await amel.fills({ [fr.announcements.form.whenLabel]: '2 h avant' })
    await amel.presses(fr.announcements.sendLater, await sees(amel, 'Elle partira'))
    await hears(amel, fr.announcements.planned)
    const author = (await store.roles.at(id))[0]?.person
    const due = async () => (author ? await store.announcements.of(author, 1) : [])[0]
    expect((await due())?.due).toBe(later(start, -2 * hour))
    return { amel, member, action, start, due }
  }

  it('leaves earlier or later when that is moved, and its author is told', async () => {
    const { amel, action, start, due } = await planned('Les Suiveurs')
    const moved = later(start, day)
    await theatre().changes(action, { start: moved, end: later(moved, hour) })
    const told = await sees(amel, 'votre annonce la suit')
    expect(told.text).toContain('dimanche 29 novembre')
    expect((await due())?.due).toBe(later(moved, -2 * hour))
    expect(labels(told)).toContain(fr.announcements.stop)
  })

  it('does not leave when that is called off: it is a draft again', async () => {
    const { amel, member, action, due } = await planned('Les Annulés')
    await theatre().changes(action, { state: 'cancelled' })
    const told = await sees(amel, 'votre annonce ne partira pas')
    expect(told.text).toContain('C’est bientôt')
    expect((await due())?.stage).toBe('draft')
    expect(times(member, 'C’est bientôt')).toBe(0)
    await amel.presses(fr.announcements.change, told)
    await sees(amel, /moins d’une minute/)
  })
})

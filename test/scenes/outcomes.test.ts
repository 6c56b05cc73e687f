import { expect } from 'vitest'
import { hour, later, second } from '../../src/base/clock.ts'
import { shorten, type ActionId, type GroupId } from '../../src/base/ids.ts'
import { paris } from '../../src/base/zones.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const { buttons } = fr.notices

onEveryPlatform('What came of actions', (theatre, platform) => {
  /** An action of which its source says, in a moment, that it was over two hours ago. */
  const justOver = async (
    { town, clock }: Theatre,
    name: string,
  ): Promise<{ readonly id: ActionId; readonly group: GroupId; readonly ends: () => Promise<void> }> => {
    const there = town()
    const sourceId = `outcome ${name} ${platform}`
    const group = await there.group({ sourceId, name: `GA ${name}` })
    const start = later(clock.now(), -3 * hour)
    const id = await there.action({
      name,
      start,
      end: later(start, 24 * hour),
      zone: paris,
      organisers: [{ sourceId, name: `GA ${name}` }],
    })
    const end = later(clock.now(), -2 * hour)
    const ends = async (): Promise<void> => {
      await theatre().changes(id, { end })
      await theatre().passes(2 * second)
    }
    return { id, group, ends }
  }

  it('is asked of organisers, filled in, and shown as a picture with its numbers as text', async () => {
    const { somebody, appoints } = theatre()
    const { id, group, ends } = await justOver(theatre(), 'Porte-à-porte des Lilas')
    const [amel, olga] = [somebody('Amel'), somebody('Olga')]
    await olga.asks('start')
    await appoints(olga, 'animator', group)
    await olga.asks('bilan')
    await sees(olga, fr.outcomes.nothing)
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    await sees(amel, 'vous participez')
    await ends()
    const asked = await sees(olga, 'Comment s’est passée l’action Porte-à-porte des Lilas')
    await amel.presses(buttons.came, await sees(amel, 'Avez-vous pu venir'))
    await sees(amel, 'Merci')
    await olga.presses(buttons.arrived, asked)
    await sees(olga, '1 personne dit être venue')
    // What nobody has counted yet is not counted as nobody.
    const before = times(olga, fr.outcomes.nothing)
    await olga.asks('bilan')
    await olga.quiet()
    expect(times(olga, fr.outcomes.nothing)).toBe(before + 1)
    const offered = await sees(olga, fr.outcomes.uncounted)
    await olga.presses(/· Porte-à-porte des Lilas/, offered)
    await olga.fills({ 'Personnes présentes': '9', Tracts: '150', Portes: '80', Contacts: '12' })
    await hears(olga, fr.outcomes.saved)
    const lines = await sees(olga, '9 personnes, 150 tracts, 80 portes, 12 contacts')
    expect(labels(lines)).toContain(fr.outcomes.page)
    expect(lines.text).not.toContain('aujourd’hui')
    await olga.asks('bilan')
    await olga.quiet()
    expect(times(olga, fr.outcomes.uncounted)).toBe(1)
    await olga.presses(fr.outcomes.year, lines)
    const year = await sees(olga, 'Bilan de l’année')
    expect(year.text).toContain('1 action, 9 personnes, 150 tracts, 80 portes, 12 contacts')
    expect(year.image).toBeDefined()
  })

  it('is asked of organisers once, though nobody answered here', async () => {
    const { somebody, appoints, passes } = theatre()
    const { group, ends } = await justOver(theatre(), 'Collage de la gare')
    const olga = somebody('Olga')
    await olga.asks('start')
    await appoints(olga, 'animator', group)
    await ends()
    await sees(olga, 'Comment s’est passée l’action Collage de la gare')
    await passes(20 * second)
    expect(times(olga, 'Comment s’est passée')).toBe(1)
  })

  it('is nobody’s but the organisers’', async () => {
    const camille = theatre().somebody()
    await camille.asks('bilan')
    await sees(camille, fr.outcomes.forOrganisers)
  })
})

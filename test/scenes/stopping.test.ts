import { expect } from 'vitest'
import { second } from '../../src/base/clock.ts'
import { fr } from '../../src/phrases/fr.ts'
import { used } from '../../src/phrases/fr/used.ts'
import { createAnnouncers } from './announcers.ts'
import { hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform(
  'Half a minute after it was sent',
  (theatre) => {
    const { writes, aGroup } = createAnnouncers(theatre)

    it('an announcement has not left: it can be thought better of, which the journal tells; another one leaves', async () => {
      const { amel, member } = await aGroup(theatre(), 'Les Prudents')
      await writes(amel, 'Trop vite')
      await amel.presses(fr.announcements.send)
      await amel.presses(fr.announcements.stop, await sees(amel, fr.announcements.holding(30)))
      await hears(amel, fr.announcements.dropped)
      await writes(amel, 'Bien pesé')
      await amel.presses(fr.announcements.send)
      await hears(amel, fr.announcements.holding(30))
      await theatre().passes(30 * second)
      await sees(member, 'Bien pesé')
      expect(times(member, 'Trop vite')).toBe(0)
      await amel.asks('journal')
      const { text } = await sees(amel, 'Journal')
      const lines = text.split('\n').filter((line) => line.includes(used['stop-announcement']))
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain('Amel')
    })
  },
  { unhurried: true },
)

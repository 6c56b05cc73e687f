import { expect } from 'vitest'
import { second } from '../../src/base/clock.ts'
import { fr } from '../../src/phrases/fr.ts'
import { used } from '../../src/phrases/fr/used.ts'
import { createAnnouncers } from './announcers.ts'
import { again, hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const sending = { telegram: 'sendMessage', discord: 'POST /channels' } as const

onEveryPlatform('While an announcement goes out', (theatre, platform) => {
  const { writes, aGroup, aLoop } = createAnnouncers(theatre)

  it('its author pauses it and goes on, which the journal tells', async () => {
    const { stage } = theatre()
    const { amel, member, chat } = await aGroup(theatre(), 'Les Posés')
    stage.misbehave({ what: 'limit', method: sending[platform], chat: chat.id, seconds: 4 })
    await writes(amel, 'Doucement')
    await amel.presses(fr.announcements.send)
    const account = await sees(amel, 'Annonce\u00A0: partie')
    await expect
      .poll(() => labels(again(amel, account)), { timeout: 15_000 })
      .toContain(fr.announcements.pause)
    await amel.presses(fr.announcements.pause, account)
    await expect.poll(() => again(amel, account).text, { timeout: 15_000 }).toContain('En pause')
    expect(times(member, 'Doucement')).toBe(0)
    await amel.presses(fr.announcements.goAhead, account)
    await sees(member, 'Doucement')
    await expect.poll(() => again(amel, account).text, { timeout: 15_000 }).toContain('✓ 1 arrivée')
    expect(labels(again(amel, account))).not.toContain(fr.announcements.pause)
    await amel.asks('journal')
    const { text } = await sees(amel, 'Journal')
    expect(text).toContain(used['pause-announcement'])
    expect(text).toContain(used['resume-announcement'])
  })

  it('what waits for a group waits no more, once its author has stopped it there', async () => {
    const { store } = theatre()
    const { lou, max, one, other } = await aLoop(['Les Prêts', 'Les Songeurs'])
    await store.announcements.setSay(other.id, { mode: 'asked', otherwise: 'relay' })
    await writes(lou, 'À tout le monde')
    await lou.presses(fr.announcements.send)
    await max.presses(fr.announcements.agree, await sees(max, 'Êtes-vous d’accord'))
    await sees(one.animator.in(one.chat), 'À tout le monde')
    const asked = await sees(other.animator, 'Le relayez-vous')
    const account = await sees(lou, fr.announcements.counts.waiting(1))
    await lou.presses(fr.announcements.cut, account)
    await lou.presses(fr.announcements.cut, await sees(lou, fr.announcements.confirmCut))
    await hears(lou, fr.announcements.counts.stopped(1))
    await other.animator.presses(fr.announcements.relay, asked)
    await hears(other.animator, fr.announcements.late)
    await theatre().passes(second)
    expect(times(other.animator.in(other.chat), 'À tout le monde')).toBe(0)
  })

  // Discord knows a message again that is sent twice: nothing is uncertain there for that.
  it.runIf(platform === 'telegram')(
    'what may have arrived is sent again only when its author says so',
    async () => {
      const { stage } = theatre()
      const { amel, member, chat } = await aGroup(theatre(), 'Les Douteux')
      stage.misbehave({ what: 'lost', method: sending[platform], chat: chat.id })
      await writes(amel, 'Entendu ?')
      await amel.presses(fr.announcements.send)
      await sees(member, 'Entendu ?')
      await sees(amel, fr.announcements.doubtful(1))
      expect(times(member, 'Entendu ?')).toBe(1)
      await amel.presses(fr.announcements.resend(1))
      await expect.poll(() => times(member, 'Entendu ?'), { timeout: 15_000 }).toBe(2)
      await hears(amel, fr.announcements.counts.delivered(1))
    },
  )
})

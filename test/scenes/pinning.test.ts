import { expect } from 'vitest'
import { fr } from '../../src/phrases/fr.ts'
import { createAnnouncers } from './announcers.ts'
import { again, hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('Pinning an announcement', (theatre, platform) => {
  const { links, writes, aGroup, sets } = createAnnouncers(theatre)

  it('stays above the chat that wants it, without a sound, and once', async () => {
    const { stages, stage } = theatre()
    const { id, amel, member, chat } = await aGroup(theatre(), 'Les Épinglés')
    if (platform === 'telegram') await stages.telegram.promotes(chat)
    await sets(id, { pinned: true, silent: true })
    await writes(amel, 'À ne pas manquer')
    await amel.presses(fr.announcements.send)
    const copy = await sees(member, 'À ne pas manquer')
    await expect.poll(() => again(member, copy).pinned).toBe(true)
    expect(copy.silent).toBe(true)
    const account = await sees(amel, 'Annonce\u00A0: partie')
    await amel.presses(fr.announcements.correct, account)
    await amel.fills({ [fr.announcements.form.label]: 'À ne manquer pour rien' })
    await expect.poll(() => again(member, copy).text, { timeout: 15_000 }).toContain('pour rien')
    expect(again(member, copy).pinned).toBe(true)
    expect(stage.ledger().filter(({ method }) => /pinChat|\/pins\//.test(method)).length).toBe(1)
    expect(stage.violations()).toEqual([])
  })

  it.runIf(platform === 'discord')(
    'goes on to whoever follows the channel, once, where that is wanted',
    async () => {
      const { stage, town, appoints, somebody } = theatre()
      const id = await town().group({ name: 'Les Suivis' })
      const amel = somebody('Amel')
      await appoints(amel, 'animator', id)
      const channel = stage.channel('Annonces', [amel], { animators: [amel] })
      await links(amel, channel, 'Les Suivis', id)
      await sets(id, { published: true, from: 0, to: 0 })
      await writes(amel, 'Pour tout le pays')
      await amel.presses(fr.announcements.send)
      await sees(amel.in(channel), 'Pour tout le pays')
      const passedOn = () =>
        stage.ledger().filter(({ method, status }) => method.endsWith('crosspost') && status === 200)
      await expect.poll(() => passedOn().length).toBe(1)
      expect(stage.violations()).toEqual([])
    },
  )

  it.runIf(platform === 'discord')(
    'lets people talk about an action in a thread under its card, where that is wanted',
    async () => {
      const { stage } = theatre()
      const { id, amel, member } = await aGroup(theatre(), 'Les Bavards')
      await sets(id, { threads: true })
      await amel.asks('nouvelle', { action: 'samedi 14h tractage marché' })
      await sees(amel, fr.planning.check)
      await amel.presses(fr.planning.buttons.save)
      await sees(member, 'Tractage marché')
      const threads = () =>
        stage.ledger().filter(({ method }) => /^POST .*\/messages\/\d+\/threads$/.test(method))
      await expect.poll(() => threads().map(({ params }) => params['name'])).toEqual(['Tractage marché'])
      expect(stage.violations()).toEqual([])
    },
  )

  it.runIf(platform === 'discord')(
    'or says which right is missing for a thread, to whoever animates the group, once',
    async () => {
      const { stages, store } = theatre()
      const { id, amel, member, chat } = await aGroup(theatre(), 'Sans fil')
      stages.discord.restricts(chat, 'thread')
      await sets(id, { threads: true })
      await amel.asks('nouvelle', { action: 'samedi 14h tractage marché' })
      await sees(amel, fr.planning.check)
      await amel.presses(fr.planning.buttons.save)
      await sees(member, 'Tractage marché')
      await sees(amel, 'Créer des fils publics')
      expect((await store.links.of(id))[0]?.settings.threads).toBe(false)
    },
  )

  it('arrives where it may not be pinned, and its animator is told which right is missing', async () => {
    const { stages, store } = theatre()
    const { id, amel, member, chat } = await aGroup(theatre(), 'Sans épingle')
    if (platform === 'discord') stages.discord.restricts(chat, 'pin')
    await sets(id, { pinned: true })
    await writes(amel, 'Collage mardi')
    await amel.presses(fr.announcements.send)
    const copy = await sees(member, 'Collage mardi')
    expect(again(member, copy).pinned).toBeUndefined()
    await sees(amel, 'je n’ai pas pu l’épingler')
    expect((await store.links.of(id))[0]?.settings.pinned).toBe(false)
    await amel.asks('suivi')
    await hears(amel, fr.announcements.counts.delivered(1))
    expect(times(member, 'Collage mardi')).toBe(1)
  })
})

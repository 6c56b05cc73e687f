import { describe, expect } from 'vitest'
import { usual } from '../../src/domain/links/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { again, hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

onEveryPlatform('Linking a chat', (theatre, platform) => {
  const group = async ({ town, appoints, somebody }: Theatre, name: string) => {
    const id = await town().group({ name })
    const amel = somebody('Amel')
    await appoints(amel, 'animator', id)
    return { id, amel }
  }

  describe('from inside it', () => {
    it('takes a command and a tap, and says what will arrive', async () => {
      const { stage, store, somebody } = theatre()
      const { id, amel } = await group(theatre(), 'Les Jours heureux')
      const paul = somebody('Paul')
      const chat = stage.group('La discussion', [amel, paul], { animators: [amel] })
      const there = amel.in(chat)
      await there.asks('lier')
      await hears(there, fr.links.which)
      await there.presses('Les Jours heureux')
      await hears(there, fr.links.card('Les Jours heureux'))
      await hears(paul.in(chat), fr.links.arrives(usual))
      const [link] = await store.links.of(id)
      expect(link?.title).toContain(platform === 'telegram' ? 'La discussion' : '#')
      // Once more changes nothing.
      await there.asks('lier')
      await there.presses('Les Jours heureux')
      await hears(there, fr.links.same('Les Jours heureux'))
      expect((await store.links.of(id)).length).toBe(1)
    })

    it('works in a topic of its own', async () => {
      const { stage, store } = theatre()
      const { id, amel } = await group(theatre(), 'Les Communs')
      const chat = stage.group('Le forum', [amel], { animators: [amel], topics: true })
      const topic = stage.topic(chat, 'Annonces')
      await amel.in(topic).asks('lier')
      await amel.in(topic).presses('Les Communs')
      await hears(amel.in(topic), fr.links.card('Les Communs'))
      const [link] = await store.links.of(id)
      expect(link?.address.key).toContain(topic.id.split('/').at(-1))
      // Beside the chat itself, it is told apart.
      if (platform === 'telegram') expect(link?.title).toBe('Le forum (sujet)')
    })

    it('is refused to whoever does not administer the chat', async () => {
      const { stage, store, somebody } = theatre()
      const { id, amel } = await group(theatre(), 'Sans Clé')
      const chief = somebody('Cheffe')
      const chat = stage.group('À d’autres', [amel, chief], { animators: [chief] })
      await amel.in(chat).asks('lier')
      if (platform === 'telegram') {
        await amel.in(chat).presses('Sans Clé')
        await hears(amel.in(chat), fr.refusals['not-chat-admin']({}))
      }
      expect(await store.links.of(id)).toEqual([])
    })

    it('is refused to whoever animates nothing, even on somebody else’s button', async () => {
      const { stage, store, somebody } = theatre()
      const { id, amel } = await group(theatre(), 'Pas à toi')
      const paul = somebody('Paul')
      const chat = stage.group('Chez Paul', [amel, paul], { animators: [amel, paul] })
      await paul.asks('lier')
      await hears(paul, fr.links.nothing)
      await amel.in(chat).asks('lier')
      await paul.in(chat).presses('Pas à toi')
      await hears(paul.in(chat), 'n’est pas dans vos droits')
      expect(await store.links.of(id)).toEqual([])
    })

    it('lets its animator say what arrives, one tap each, and end it', async () => {
      const { stage, store } = theatre()
      const { id, amel } = await group(theatre(), 'Bien réglés')
      await amel.asks('lier')
      const chat = stage.group('Réglages', [amel], { animators: [amel] })
      const there = amel.in(chat)
      await there.asks('lier')
      await there.presses('Bien réglés')
      await hears(there, fr.links.card('Bien réglés'))
      await there.presses(fr.links.settings)
      const where = platform === 'telegram' ? amel : there
      const settings = await sees(where, 'reliée à')
      expect(labels(settings)).toContain(fr.links.on('reminders'))
      await where.presses(fr.links.on('reminders'), settings)
      await where.quiet()
      expect((await store.links.of(id))[0]?.settings.reminders).toBe(false)
      expect(labels(again(where, settings))).toContain(fr.links.off('reminders'))
      await where.presses(fr.links.off('silent'))
      await where.presses(fr.links.unlink)
      await hears(where, 'n’est plus reliée')
      expect(await store.links.of(id)).toEqual([])
    })
  })

  it('asks in private to what a channel is linked, and says nothing in it', async () => {
    const { stage, store } = theatre()
    const { id, amel } = await group(theatre(), 'Les Ondes')
    await amel.asks('aide')
    const channel = stage.channel('Annonces', [amel], { animators: [amel], bot: false })
    await amel.in(channel).invites()
    if (platform === 'telegram') {
      const asked = await sees(amel, fr.links.whichChannel('Annonces'))
      await amel.presses('Les Ondes', asked)
      await hears(amel, fr.links.linked('Annonces', 'Les Ondes'))
      expect(
        amel
          .in(channel)
          .seen()
          .filter(({ from }) => from === 'bot'),
      ).toEqual([])
    } else {
      await amel.in(channel).asks('lier')
      await amel.in(channel).presses('Les Ondes')
      await hears(amel.in(channel), fr.links.card('Les Ondes'))
    }
    expect((await store.links.of(id)).length).toBe(1)
  })

  it('says each thing once in a channel and its discussion', async () => {
    if (platform !== 'telegram') return
    const { stage, stages, store } = theatre()
    const { id, amel } = await group(theatre(), 'Les Doubles')
    await amel.asks('aide')
    const talk = stages.telegram.supergroup('On en parle', [amel], { animators: [amel] })
    await amel.in(talk).asks('lier')
    await amel.in(talk).presses('Les Doubles')
    await hears(amel.in(talk), fr.links.card('Les Doubles'))
    const channel = stage.channel('Nouvelles', [amel], { animators: [amel], bot: false })
    stages.telegram.discusses(channel, talk)
    await amel.in(channel).invites()
    await amel.presses('Les Doubles', await sees(amel, fr.links.whichChannel('Nouvelles')))
    await hears(amel, fr.links.echo('On en parle'))
    const settings = (await store.links.of(id)).map((link) => [link.title, link.settings.announcements])
    expect(settings).toEqual([
      ['On en parle', false],
      ['Nouvelles', true],
    ])
  })
})

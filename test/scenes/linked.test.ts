import { expect } from 'vitest'
import { usual } from '../../src/domain/links/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { telegram as words } from '../../src/phrases/telegram.ts'
import { createAnnouncers } from './announcers.ts'
import { hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

onEveryPlatform('What happens to a linked chat', (theatre, platform) => {
  const group = async ({ town, appoints, somebody }: Theatre, name: string) => {
    const id = await town().group({ name })
    const amel = somebody('Amel')
    await appoints(amel, 'animator', id)
    return { id, amel }
  }

  const linked = async (name: string) => {
    const { stage } = theatre()
    const { id, amel } = await group(theatre(), name)
    const chat = stage.group(`Discussion ${name}`, [amel], { animators: [amel] })
    await amel.asks('lier')
    await amel.in(chat).asks('lier')
    await amel.in(chat).presses(name)
    await hears(amel.in(chat), fr.links.card(name))
    return { id, amel, chat }
  }

  it('tells its animator when the bot is put out, and mends when it is back', async () => {
    const { store } = theatre()
    const { id, amel, chat } = await linked('Dehors')
    await amel.in(chat).expels()
    await hears(amel, 'ne reçoit plus rien')
    expect((await store.links.of(id))[0]?.trouble).toBe('kicked')
    await amel.in(chat).invites()
    await expect.poll(async () => (await store.links.of(id))[0]?.trouble).toBeUndefined()
    await amel.in(chat).asks('lier')
    await amel.in(chat).presses('Dehors')
    await hears(amel.in(chat), fr.links.same('Dehors'))
  })

  it('mends what was linked in parts of it, as well', async () => {
    const { stage, store } = theatre()
    const { links } = createAnnouncers(theatre)
    const { id, amel } = await group(theatre(), 'Par parties')
    await amel.asks('aide')
    const whole = stage.group('Le tout', [amel], { animators: [amel], topics: true })
    const parts = [stage.topic(whole, 'Annonces'), stage.topic(whole, 'Actions')]
    for (const part of parts) await links(amel, part, 'Par parties', id)
    const troubles = async () => (await store.links.of(id)).map(({ trouble }) => trouble)
    await amel.in(whole).expels()
    await expect.poll(troubles).toEqual(['kicked', 'kicked'])
    await hears(amel, 'ne reçoit plus rien')
    await amel.in(whole).invites()
    await expect.poll(troubles).toEqual([undefined, undefined])
  })

  it('tells its animator when it may no longer write there', async () => {
    const { stages, store } = theatre()
    const { writes } = createAnnouncers(theatre)
    const { id, amel, chat } = await linked('Sans voix')
    for (const link of await store.links.of(id)) await store.links.set(link.id, { ...usual, from: 0, to: 0 })
    if (platform === 'telegram') stages.telegram.mutes(chat)
    else stages.discord.restricts(chat, 'send')
    await writes(amel, 'Personne ne m’entend')
    await amel.presses(fr.announcements.send)
    await sees(amel, 'je n’ai plus le droit d’y écrire')
    await amel.asks('suivi')
    await hears(amel, fr.announcements.counts.failed(1))
    expect((await store.links.of(id))[0]?.trouble).toBe('forbidden')
  })

  it('sends whoever hides behind the group to their own name', async () => {
    if (platform !== 'telegram') return
    const { stage, stages, store } = theatre()
    const { id, amel } = await group(theatre(), 'Sous le masque')
    const chat = stage.group('Anonymes', [amel], { animators: [amel] })
    await stages.telegram.anonymously(amel, chat, '/lier')
    await hears(amel.in(chat), words.anonymous)
    expect(await store.links.of(id)).toEqual([])
  })

  it('notices when it is made an administrator, and writes again', async () => {
    if (platform !== 'telegram') return
    const { stages, store } = theatre()
    const { id, amel, chat } = await linked('Muets')
    const [link] = await store.links.of(id)
    if (!link) throw new Error('nothing is linked')
    await store.links.trouble(link.address, 'forbidden')
    await stages.telegram.promotes(chat)
    await expect.poll(async () => (await store.links.of(id))[0]?.trouble).toBeUndefined()
    expect(times(amel.in(chat), fr.welcome.added)).toBe(0)
  })

  it('says nothing elsewhere when its topic is closed, and tells its animator', async () => {
    if (platform !== 'telegram') return
    const { stage, stages, store } = theatre()
    const { links, writes } = createAnnouncers(theatre)
    const { id, amel } = await group(theatre(), 'Sujet clos')
    await amel.asks('aide')
    const forum = stage.group('Le grand forum', [amel], { animators: [amel], topics: true })
    const topic = stage.topic(forum, 'Annonces')
    await links(amel, topic, 'Sujet clos', id)
    stages.telegram.closesTopic(topic)
    await writes(amel, 'Pas dans le général')
    await amel.presses(fr.announcements.send)
    await sees(amel, 'son sujet est fermé')
    const [link] = await store.links.of(id)
    expect(link?.trouble).toBe('not-found')
    expect(link?.address.key).toBe(topic.id)
    expect(times(amel.in(forum), 'Pas dans le général')).toBe(0)
    await amel.asks('suivi')
    await hears(amel, fr.announcements.counts.failed(1))
  })

  it('follows a group that becomes a supergroup', async () => {
    if (platform !== 'telegram') return
    const { stages, store } = theatre()
    const { id, chat } = await linked('Qui grandit')
    const fresh = await stages.telegram.migrates(chat)
    await expect.poll(async () => (await store.links.of(id))[0]?.address.key).toBe(fresh.id)
  })
})

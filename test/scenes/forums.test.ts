import { expect } from 'vitest'
import { usual } from '../../src/domain/links/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { discord as screens } from '../../src/phrases/discord.ts'
import { plain } from '../../src/base/rich.ts'
import { createAnnouncers } from './announcers.ts'
import { hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('A forum', (theatre, platform) => {
  const { writes } = createAnnouncers(theatre)

  /** An animator, and the forum of their group, in a post of which they ask for the link. */
  const aForum = async (name: string, options: { tags?: readonly string[]; demandsTag?: true } = {}) => {
    const { stages, store, town, appoints, somebody } = theatre()
    const there = town()
    const sourceId = `forum ${name}`
    const id = await there.group({ name, sourceId })
    const [amel, member] = [somebody('Amel'), somebody('Membre')]
    await appoints(amel, 'animator', id)
    const forum = stages.discord.forum('Nos actions', [amel, member], { animators: [amel], ...options })
    const post = stages.discord.post(forum, amel, 'Présentations')
    await amel.in(post).asks('lier')
    await hears(amel.in(post), fr.links.forum.which('#nos-actions'))
    const links = async () => {
      await amel.in(post).presses(fr.links.forum.whole)
      await amel.in(post).presses(name)
      await hears(amel.in(post), fr.links.linked('#nos-actions', name))
      for (const link of await store.links.of(id))
        await store.links.set(link.id, { ...usual, from: 0, to: 0 })
    }
    const posts = () => stages.discord.posts(forum).filter(({ title }) => title !== 'Présentations')
    /** The post that is called so; waits for it. */
    const called = async (title: string) => {
      await expect.poll(() => posts().map((each) => each.title), { timeout: 15_000 }).toContain(title)
      const found = posts().find((each) => each.title === title)
      if (!found) throw new Error('that post is gone')
      return found
    }
    return { there, sourceId, id, amel, member, forum, post, links, posts, called }
  }

  it.runIf(platform === 'discord')(
    'is linked as a whole from one of its posts: each announcement is a post, corrected and taken back there',
    async () => {
      const { stages, stage } = theatre()
      const { amel, member, forum, post, links, posts, called } = await aForum('Les Forains', {
        tags: ['Débats', 'Annonces', 'Équipe'],
        demandsTag: true,
      })
      await links()
      await hears(amel.in(post), fr.links.forum.each('Annonces'))
      await hears(amel.in(post), fr.links.forum.cannotClear(screens.rights.manage))
      await writes(amel, 'Grande **fête** samedi\nVenez avec vos voisins')
      await amel.presses(fr.announcements.send)
      const announced = await called('Grande fête samedi')
      expect(announced.tags).toEqual(['Annonces'])
      const copy = await sees(member.in(announced), 'Venez avec vos voisins')
      expect(copy.text).toContain('Les Forains')
      const account = await sees(amel, 'Annonce\u00A0: partie')
      // Nobody wrote there for a week.
      stages.discord.archives(announced)
      await amel.presses(fr.announcements.correct, account)
      await amel.fills({ [fr.announcements.form.label]: 'Grande fête dimanche' })
      const corrected = await called('Grande fête dimanche')
      expect(corrected.id).toBe(announced.id)
      expect((await sees(member.in(announced), 'dimanche')).text).not.toContain('samedi')
      // Somebody answered: what they wrote stays.
      await member.in(announced).says('J’y serai')
      await amel.presses(fr.announcements.withdraw, account)
      await amel.presses(fr.announcements.withdraw)
      await called(plain(fr.broadcasts.withdrawn))
      const left = member.in(announced).seen()
      expect(left.map(({ text }) => text)).toEqual(['J’y serai'])
      // Where it manages posts, and nobody answered, all of it goes.
      stages.discord.entrusts(forum)
      await writes(amel, 'Pour rien')
      await amel.presses(fr.announcements.send)
      await called('Pour rien')
      const last = await sees(amel, /partie[^]*Pour rien/)
      await amel.presses(fr.announcements.withdraw, last)
      await amel.presses(fr.announcements.withdraw)
      await expect
        .poll(() => posts().map(({ title }) => title), { timeout: 15_000 })
        .not.toContain('Pour rien')
      expect(stage.violations()).toEqual([])
    },
  )

  it.runIf(platform === 'discord')(
    'shows each planned action as a post of its own, whose card counts answers',
    async () => {
      const { stages } = theatre()
      const { amel, member, post, links, called } = await aForum('Les Postés')
      await links()
      await hears(amel.in(post), fr.links.forum.each(undefined))
      await amel.asks('nouvelle', { action: 'samedi 14h tractage marché' })
      await sees(amel, fr.planning.check)
      await amel.presses(fr.planning.buttons.save)
      const card = await called('Tractage marché')
      await member.in(card).presses('Je participe')
      await sees(member.in(card), '1 participe')
      await amel.in(card).presses('Je participe')
      await sees(member.in(card), '2 participent')
      expect((await called('Tractage marché')).id).toBe(card.id)
      expect(stages.discord.violations()).toEqual([])
    },
  )

  it.runIf(platform === 'discord')(
    'can be left alone: one of its posts is linked like any thread',
    async () => {
      const { store } = theatre()
      const { id, amel, post, posts } = await aForum('Un seul post')
      await amel.in(post).presses(fr.links.forum.post)
      await amel.in(post).presses('Un seul post')
      await hears(amel.in(post), fr.links.card('Un seul post'))
      const [link] = await store.links.of(id)
      expect(link?.address.key).toBe(`c:${post.id}`)
      expect(posts()).toEqual([])
    },
  )

  it.runIf(platform === 'discord')('says by name which rights are missing in it', async () => {
    const { stages, store } = theatre()
    const { id, amel, post, forum, links } = await aForum('Sans droits', {
      tags: ['Modération', 'Chefs'],
      demandsTag: true,
    })
    stages.discord.restricts(forum, 'send')
    await links()
    await hears(amel.in(post), screens.rights.posts)
    await writes(amel, 'Qui m’entend')
    await amel.presses(fr.announcements.send)
    await sees(amel, 'ne reçoit plus rien')
    expect((await store.links.of(id))[0]?.trouble).toBe('forbidden')
  })

  it.runIf(platform === 'discord')(
    'keeps its announcements above the others where it may, and says where not',
    async () => {
      const { stages, store } = theatre()
      const { id, amel, forum, links, called } = await aForum('Les Hauts')
      await links()
      const pins = async () => {
        for (const link of await store.links.of(id))
          await store.links.set(link.id, { ...link.settings, pinned: true })
      }
      await pins()
      await writes(amel, 'Pas là-haut')
      await amel.presses(fr.announcements.send)
      await called('Pas là-haut')
      await hears(amel, 'je n’ai pas pu l’épingler')
      stages.discord.entrusts(forum)
      await pins()
      await writes(amel, 'Tout en haut')
      await amel.presses(fr.announcements.send)
      await expect.poll(async () => (await called('Tout en haut')).pinned, { timeout: 20_000 }).toBe(true)
      const account = await sees(amel, /partie[^]*Tout en haut/)
      expect(labels(account)).toContain(fr.announcements.withdraw)
    },
  )
})

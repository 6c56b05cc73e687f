import { expect } from 'vitest'
import { aPicture } from '../../playground/sample.ts'
import { newId } from '../../src/base/ids.ts'
import { plain } from '../../src/base/rich.ts'
import { fr } from '../../src/phrases/fr.ts'
import { messageMenus } from '../../src/phrases/menu.ts'
import { createAnnouncers } from './announcers.ts'
import { again, hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('A picture in an announcement', (theatre, platform) => {
  const { writes, aGroup } = createAnnouncers(theatre)

  it('arrives with its description, and stays when the words are corrected', async () => {
    const { amel, member } = await aGroup(theatre(), 'Les Graphistes')
    await writes(amel, 'Notre affiche')
    await amel.presses(fr.composing.picture)
    await amel.fills({
      [fr.composing.pictureForm.image]: aPicture,
      [fr.composing.pictureForm.alt]: 'Un poing levé, et la date du meeting',
    })
    await hears(amel, fr.composing.described('Un poing levé, et la date du meeting'))
    // What does not fit beside it is not lost: it comes back to be shortened.
    await amel.presses(fr.announcements.change)
    if (platform === 'discord') expect(amel.view().form?.questions[0]?.value).toBe('Notre affiche')
    await amel.fills({ [fr.announcements.form.label]: `Notre affiche${' encore'.repeat(100)}` })
    await hears(amel, fr.composing.tooLong(600, true))
    const shorter = 'Notre affiche, en couleurs'
    if (platform === 'discord') {
      await amel.presses(fr.dialogue.correct)
      expect(amel.view().form?.questions[0]?.value).toMatch(/^Notre affiche encore/)
      await amel.fills({ [fr.announcements.form.label]: shorter })
    } else await amel.says(shorter)
    await sees(amel, 'en couleurs')
    // The preview shows it, too.
    expect(amel.seen().findLast(({ text }) => text.includes('Notre affiche'))?.image?.url).toBeTruthy()
    await amel.presses(fr.announcements.send)
    const copy = await sees(member, 'Notre affiche')
    expect(copy.image?.url).toBeTruthy()
    if (platform === 'discord') expect(copy.image?.alt).toContain('Un poing levé')
    else expect(copy.text).toContain('Un poing levé')
    const account = await sees(amel, 'Annonce\u00A0: partie')
    await amel.presses(fr.announcements.correct, account)
    await amel.fills({ [fr.announcements.form.label]: 'Notre nouvelle affiche' })
    await expect.poll(() => again(member, copy).text, { timeout: 15_000 }).toContain('nouvelle')
    expect(again(member, copy).image?.url).toBeTruthy()
  })

  it('comes with words that are handed on, and does not leave without a description', async () => {
    const { somebody, stage } = theatre()
    const { amel } = await aGroup(theatre(), 'Les Colleurs')
    const paul = somebody('Paul')
    const chat = stage.group('Entre nous', [amel, paul], { animators: [amel] })
    await paul.in(chat).sendsPicture('Collez-la partout')
    const message = amel
      .in(chat)
      .seen()
      .find(({ text }) => text === 'Collez-la partout')
    if (!message) throw new Error('Paul sent nothing')
    await amel.in(chat).passesOn(message, messageMenus.relay.fr)
    const reader = platform === 'discord' ? amel.in(chat) : amel
    const page = await sees(reader, fr.composing.undescribed)
    expect(labels(page)).not.toContain(fr.announcements.send)
    await reader.presses(fr.composing.describe, page)
    await reader.fills({ [fr.composing.pictureForm.alt]: 'Une affiche' })
    const after = await sees(reader, fr.composing.described('Une affiche'))
    expect(labels(after)).toContain(fr.announcements.send)
  })

  it('is previewed on the other platform of its author, too', async () => {
    const { stages, store } = theatre()
    const { id, amel } = await aGroup(theatre(), 'Les Doubles')
    const on = platform === 'telegram' ? 'discord' : 'telegram'
    const there = stages[on].person('Amel ailleurs')
    const author = (await store.roles.at(id))[0]?.person
    if (!author) throw new Error('Amel has no role')
    await store.people.keep(
      author,
      { platform: on, key: there.id },
      on === 'telegram' ? there.id : `u:${there.id}`,
    )
    await there.says('/start')
    await writes(amel, 'Vue des deux côtés')
    await amel.presses(fr.composing.previewOn(on))
    await hears(amel, fr.composing.previewSent(on))
    const seen = await sees(there, 'Vue des deux côtés')
    expect(seen.text).toContain('Les Doubles')
  })

  it('is described, and drawn as closely as can be, to whoever has no account on the other platform', async () => {
    const on = platform === 'telegram' ? 'discord' : 'telegram'
    const { stages, store } = theatre()
    const { id, amel } = await aGroup(theatre(), `Les Curieux ${platform}`)
    // Their group has a chat there, which a mate linked.
    const mate = stages[on].person('Max là-bas')
    const account = { platform: on, key: mate.id }
    const person = await store.people.keep(
      newId.person(),
      account,
      on === 'telegram' ? mate.id : `u:${mate.id}`,
    )
    await store.roles.grant({ person, role: 'animator', group: id, since: theatre().clock.now() })
    const chat = stages[on].group('Là-bas', [mate], { animators: [mate] })
    await mate.in(chat).asks('lier')
    await mate.in(chat).presses(`Les Curieux ${platform}`)
    await hears(mate.in(chat), fr.links.card(`Les Curieux ${platform}`))
    await writes(amel, 'Vue de loin')
    await amel.presses(fr.composing.picture)
    await amel.fills({
      [fr.composing.pictureForm.image]: aPicture,
      [fr.composing.pictureForm.alt]: 'Une colline',
    })
    await hears(amel, fr.composing.described('Une colline'))
    const before = amel.seen().length
    await amel.presses(fr.composing.previewOn(on))
    const told = await sees(amel, fr.composing.looks.heading(on))
    const looks = fr.composing.looks
    const [side, alt] = on === 'discord' ? (['below', 'behind'] as const) : (['above', 'under'] as const)
    for (const words of [looks.picture[side], looks.description[alt], looks.whole])
      expect(told.text).toContain(plain(words))
    if (on === 'discord') expect(told.text).toContain(plain(looks.post('Vue de loin')))
    await expect.poll(() => amel.seen().length).toBe(before + 3)
    const drawn = amel.seen().slice(-2)
    const [first, second] = on === 'discord' ? drawn : drawn.toReversed()
    expect(first?.text).toContain('Vue de loin')
    expect(first?.image).toBeUndefined()
    expect(second?.image?.url).toBeTruthy()
  })

  it('is nobody’s business without a role', async () => {
    const paul = theatre().somebody('Paul')
    await paul.sendsPicture('Regardez')
    if (platform === 'telegram') await hears(paul, fr.occasions.other)
  })
})

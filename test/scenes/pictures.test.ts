import { expect } from 'vitest'
import { aPicture } from '../../playground/sample.ts'
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

  it('is nobody’s business without a role', async () => {
    const paul = theatre().somebody('Paul')
    await paul.sendsPicture('Regardez')
    if (platform === 'telegram') await hears(paul, fr.occasions.other)
  })
})

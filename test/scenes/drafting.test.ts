import { expect } from 'vitest'
import { plain } from '../../src/base/rich.ts'
import { fr } from '../../src/phrases/fr.ts'
import { createAnnouncers } from './announcers.ts'
import { hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('An announcement, before it leaves,', (theatre, platform) => {
  const { writes, aGroup, aLoop } = createAnnouncers(theatre)

  it('is never cut in silence', async () => {
    const { amel } = await aGroup(theatre(), 'Les Bavards')
    await amel.asks('annonce')
    await amel.presses(fr.announcements.write)
    const long = 'Tout le programme. '.repeat(90)
    // Discord’s window takes no more than fits.
    if (platform === 'telegram') {
      await amel.says(long)
      await hears(amel, fr.dialogue.tooLong(1_500, long.trim().length))
    }
    await amel.fills({ [fr.announcements.form.label]: 'L’essentiel du programme' })
    await sees(amel, '1 discussion')
  })

  it('is found again by whoever began it, and by nobody else', async () => {
    const { somebody, appoints } = theatre()
    const { amel, id, member } = await aGroup(theatre(), 'Les Distraits')
    const bob = somebody('Bob')
    await appoints(bob, 'animator', id)
    await writes(amel, 'Collecte de jouets samedi')
    const resume = fr.announcements.pickUp('Collecte de jouets samedi')
    await bob.asks('annonce')
    expect(labels(await sees(bob, fr.announcements.writeFor('Les Distraits')))).not.toContain(resume)
    await amel.asks('annonce')
    const home = await sees(amel, fr.announcements.writeFor('Les Distraits'))
    await amel.presses(resume, home)
    await sees(amel, /moins d’une minute/)
    await amel.presses(fr.announcements.send)
    await theatre().passes(31_000)
    await sees(member, 'Collecte de jouets samedi')
    await amel.asks('annonce')
    expect(labels(await sees(amel, fr.announcements.writeFor('Les Distraits')))).toEqual([
      fr.announcements.write,
    ])
  })

  it('shows whoever agrees to it all that it is, and when it leaves', async () => {
    const { lou, max } = await aLoop(['Les Fiables', 'Les Sereins'])
    await writes(lou, 'Réunion de rentrée')
    await lou.presses(fr.composing.poll)
    await lou.fills({
      [fr.composing.pollForm.question]: 'Où ?',
      [fr.composing.pollForm.choices]: 'Chez Lou\nChez Max',
    })
    const poll = fr.composing.withPoll({ question: 'Où ?', choices: ['Chez Lou', 'Chez Max'] })
    await hears(lou, poll)
    await lou.presses(fr.announcements.schedule)
    await lou.fills({ [fr.announcements.form.whenLabel]: 'lundi 9h' })
    await lou.presses(fr.announcements.unschedule, await sees(lou, 'Elle partira lundi'))
    await lou.presses(fr.announcements.schedule)
    await lou.fills({ [fr.announcements.form.whenLabel]: 'mardi 9h' })
    await lou.presses(fr.announcements.sendLater, await sees(lou, 'Elle partira mardi'))
    await hears(lou, fr.announcements.askedToPlan)
    const { text } = await sees(max, 'Êtes-vous d’accord')
    expect(text).toContain(plain(poll))
    expect(text).toContain('Elle partira mardi')
    await max.presses(fr.announcements.agree)
    await sees(max, /elle est programmée(?:.*\n)+.*Elle partira mardi/)
    await sees(lou, /l’accord qu’il lui fallait : elle est programmée(?:.*\n)+.*Elle partira mardi/)
    await lou.asks('suivi')
    await sees(lou, /Annonce : programmée(?:.*\n)+.*Elle partira mardi/)
  })
})

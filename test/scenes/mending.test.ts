import { expect } from 'vitest'
import { fr } from '../../src/phrases/fr.ts'
import { team } from './planners.ts'
import { hears, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('Mending a draft', (theatre, platform) => {
  it('what was wrong in the line is in no name, and a window opens with what was typed there', async () => {
    const { amel } = await team(theatre())
    await amel.asks('nouvelle', { action: 'tractage le 31 novembre de 10h à 12h quai des Bosquets' })
    const draft = await sees(amel, 'n’existe pas au calendrier')
    expect(draft.text).toContain('Tractage quai des Bosquets\n')
    expect(draft.text).toContain('📍 quai des Bosquets,')
    const holds = (words: string): void => {
      if (platform === 'discord') expect(amel.view().form?.questions[0]?.value).toBe(words)
    }
    await amel.presses(fr.planning.buttons.place)
    holds('quai des Bosquets')
    await amel.fills({ [fr.planning.form.where.label]: 'quai des Bosquets, côté jardin' })
    await sees(amel, 'côté jardin')
    await amel.presses(fr.planning.buttons.giveDate)
    await amel.fills({ [fr.planning.form.when.label]: 'vendredi 28 novembre 10h' })
    await hears(amel, 'n’est pas un vendredi')
    await amel.presses(fr.planning.buttons.giveDate)
    holds('vendredi 28 novembre 10h')
    await amel.fills({ [fr.planning.form.when.label]: 'samedi et dimanche 10h' })
    await amel.presses(fr.planning.buttons.details)
    await amel.fills({
      [fr.planning.form.description.label]: 'Venez avec un parapluie.',
      [fr.planning.form.seats.label]: '5',
    })
    await sees(amel, 'parapluie')
    await amel.presses(fr.planning.buttons.details)
    holds('Venez avec un parapluie.')
    if (platform === 'discord') {
      await amel.fills({ [fr.planning.form.seats.label]: 'cinq' })
      await sees(amel, fr.engine.unreadable(fr.planning.form.seats.label, 'cinq'))
    }
  })
})

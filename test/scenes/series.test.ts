import { describe, expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { second } from '../../src/base/clock.ts'
import { shorten } from '../../src/base/ids.ts'
import { wall } from '../../src/base/zones.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const market = async ({ town, somebody, appoints, store, clock }: Theatre, line: string) => {
  const there = town()
  const group = await there.group({ name: `Groupe de ${there.commune.name}` })
  const amel = somebody('Amel')
  const keeper = await appoints(amel, 'animator', group)
  await amel.asks('nouvelle', { action: line })
  await sees(amel, fr.planning.check)
  const all = async () =>
    (await store.plans.managed([group], keeper, clock.now(), { skip: 0, take: 60 })).map(({ action }) => ({
      id: action.id,
      at: wall(action.start, action.zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
      name: action.name,
    }))
  return { amel, there, group, all }
}

/** One of its dates, by its place among those ahead. */
const opens = async (amel: Actor, name: string, rank: number): Promise<void> => {
  await amel.asks('gerer')
  await amel.presses(new RegExp(`^1\\. .* · ${name}`))
  const dates = await sees(amel, fr.managing.ofSeries(name))
  await amel.presses(new RegExp(`^${rank}\\. `), dates)
}

onEveryPlatform('A series', (theatre) => {
  it('says how it comes back, and is there for a season', async () => {
    const { amel, all } = await market(theatre(), 'tous les mardis à 19h tractage marché sauf le 29 décembre')
    const draft = await sees(amel, 'tous les mardis à 19:00, sauf le 29 décembre')
    expect(draft.text).toContain('mardi 1er décembre 2026')
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, /12 dates/)
    const made = await all()
    expect(made.length).toBe(12)
    expect(made.map(({ at }) => at).slice(0, 5)).toEqual([
      '2026-12-01T19:00', '2026-12-08T19:00', '2026-12-15T19:00', '2026-12-22T19:00', '2027-01-05T19:00',
    ]) // prettier-ignore
  })

  it('« le premier samedi du mois » is asked: this once, or each month', async () => {
    const { amel, all } = await market(theatre(), 'le premier samedi du mois à 10h café populaire')
    const asked = await sees(amel, fr.planning.several)
    expect(labels(asked)).toContain('le premier samedi de chaque mois à 10:00')
    await amel.presses('le premier samedi de chaque mois à 10:00')
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, /3 dates/)
    expect((await all()).map(({ at }) => at)).toEqual([
      '2026-12-05T10:00', '2027-01-02T10:00', '2027-02-06T10:00',
    ]) // prettier-ignore
  })

  it('leaves out public holidays when asked', async () => {
    const { amel, all } = await market(theatre(), 'tous les vendredis à 18h tractage gare sauf jours fériés')
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, /dates/)
    const days = (await all()).map(({ at }) => at.slice(0, 10))
    expect(days).toContain('2026-12-18')
    expect(days).not.toContain('2026-12-25')
    expect(days).not.toContain('2027-01-01')
  })

  describe('changes', () => {
    it('on one date, on it and those that follow, or on all', async () => {
      const { amel, all } = await market(theatre(), 'tous les mardis à 19h réunion salle 2')
      await amel.presses(fr.planning.buttons.save)
      await sees(amel, /13 dates/)
      await amel.asks('gerer')
      const list = await sees(amel, fr.managing.heading)
      expect(list.text).toContain('mardi 1er décembre à 19:00')
      expect(list.text).toContain(fr.managing.others(12))
      expect(labels(list)).toEqual(['1. dès mar. 1er déc. · Réunion salle 2'])
      await amel.presses(/Réunion salle 2/, list)
      const first = await sees(amel, fr.managing.ofSeries('Réunion salle 2'))
      expect(labels(first).slice(0, 2)).toEqual(['1. mar. 1er déc.', '2. mar. 8 déc.'])
      await amel.presses(fr.managing.more, first)
      const rest = await sees(amel, '13. mardi 23 février à 19:00')
      expect(labels(rest).at(-2)).toBe(fr.managing.earlier)
      const change = async (which: number, label: string, to: string) => {
        await opens(amel, 'Réunion salle 2', which)
        await amel.presses(label)
        await amel.presses(fr.planning.buttons.date)
        await amel.fills({ [fr.planning.form.when.label]: to })
        await sees(amel, fr.planning.checkChange)
        await amel.presses(fr.planning.buttons.saveChange)
        await hears(amel, fr.managing.changed('Réunion salle 2', false))
      }
      await change(1, fr.managing.buttons.changeThis, 'mercredi 2 décembre 20h')
      expect((await all()).map(({ at }) => at).slice(0, 3)).toEqual([
        '2026-12-02T20:00', '2026-12-08T19:00', '2026-12-15T19:00',
      ]) // prettier-ignore
      await change(3, fr.managing.buttons.changeFollowing, 'mardi 15 décembre 18h30')
      const after = (await all()).map(({ at }) => at)
      expect(after.slice(0, 4)).toEqual([
        '2026-12-02T20:00', '2026-12-08T19:00', '2026-12-15T18:30', '2026-12-22T18:30',
      ]) // prettier-ignore
      // Its wall clock stays, whatever the clocks do: nothing is an hour off at the end of the season.
      expect(after.at(-1)?.slice(11)).toBe('18:30')
    })

    it('of its day stay when it is changed once more', async () => {
      const { amel, all } = await market(theatre(), 'tous les mardis à 19h réunion salle 4')
      await amel.presses(fr.planning.buttons.save)
      await sees(amel, /13 dates/)
      for (const to of ['mercredi 9 décembre 19h', 'mercredi 9 décembre 20h']) {
        await opens(amel, 'Réunion salle 4', 2)
        await amel.presses(fr.managing.buttons.changeAll)
        await amel.presses(fr.planning.buttons.date)
        await amel.fills({ [fr.planning.form.when.label]: to })
        await sees(amel, fr.planning.checkChange)
        await amel.presses(fr.planning.buttons.saveChange)
        await hears(amel, fr.managing.changed('Réunion salle 4', false))
      }
      const first = async () => (await all()).map(({ at }) => at).slice(0, 3)
      await expect.poll(first, { timeout: 15_000 }).toEqual([
        '2026-12-02T20:00', '2026-12-09T20:00', '2026-12-16T20:00',
      ]) // prettier-ignore
    })

    it('and ends where somebody calls off what is left', async () => {
      const { amel, all } = await market(theatre(), 'tous les mardis à 19h réunion salle 2')
      await amel.presses(fr.planning.buttons.save)
      await sees(amel, /13 dates/)
      await opens(amel, 'Réunion salle 2', 3)
      await amel.presses(fr.managing.buttons.callOffSeries)
      await amel.fills({ [fr.managing.reason.label]: 'Les vacances.' })
      await hears(amel, fr.managing.calledOffMany(11, false))
      expect((await all()).map(({ at }) => at)).toEqual(['2026-12-01T19:00', '2026-12-08T19:00'])
    })

    it('on all dates: each participant hears of it once, with every date of theirs', async () => {
      const { passes, somebody } = theatre()
      const { amel, all } = await market(theatre(), 'tous les mardis à 19h réunion salle 3')
      await amel.presses(fr.planning.buttons.save)
      await sees(amel, /13 dates/)
      const bastien = somebody('Bastien')
      for (const { id } of (await all()).slice(0, 3)) {
        await bastien.follows(`a${shorten(id)}`)
        await bastien.presses('Je participe')
        await sees(bastien, 'vous participez')
      }
      await opens(amel, 'Réunion salle 3', 2)
      await amel.presses(fr.managing.buttons.changeAll)
      await amel.presses(fr.planning.buttons.date)
      await amel.fills({ [fr.planning.form.when.label]: 'mardi 8 décembre 18h' })
      await sees(amel, fr.planning.checkChange)
      await amel.presses(fr.planning.buttons.saveChange)
      await hears(amel, fr.managing.changed('Réunion salle 3', true))
      expect(new Set((await all()).map(({ at }) => at.slice(11)))).toEqual(new Set(['18:00']))
      await passes(2 * second)
      const told = await sees(bastien, fr.notices.changedMany('Réunion salle 3', 3))
      expect(told.text).toMatch(/mardi 1(?:er)? décembre/)
      for (const day of ['mardi 8 décembre', 'mardi 15 décembre']) expect(told.text).toContain(day)
      // Calling off what is left is told once as well.
      await opens(amel, 'Réunion salle 3', 2)
      await amel.presses(fr.managing.buttons.callOffSeries)
      await amel.fills({ [fr.managing.reason.label]: 'Les travaux.' })
      await hears(amel, fr.managing.calledOffMany(12, true))
      await passes(2 * second)
      const off = await sees(bastien, fr.notices.calledOffMany('Réunion salle 3', 2))
      expect(off.text).toContain('Les travaux.')
      expect(times(bastien, 'Changement pour')).toBe(1)
    })
  })
})

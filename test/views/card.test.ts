import { describe, expect, it } from 'vitest'
import { plain } from '../../src/base/rich.ts'
import type { Zone } from '../../src/base/zones.ts'
import type { Action, ActionFound } from '../../src/domain/actions/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { actionCard, type Reader } from '../../src/views/card.ts'
import { expectToFit } from '../world/limits.ts'
import { anAction, at, hostile, wednesday } from '../world/makings.ts'

const alone: Reader = { now: wednesday, alone: true, inChat: false }
const everybody: Reader = { now: wednesday, alone: false, inChat: true }
const none = { yes: 0, maybe: 0, no: 0 }

const drawn = (of: Partial<Action> = {}, found: Partial<ActionFound> = {}, reader: Reader = alone) => {
  const card = actionCard(fr, { action: anAction(of), counts: none, ...found }, reader)
  expectToFit(card)
  return card
}

const said = (...given: Parameters<typeof drawn>): string => plain(drawn(...given).text)

describe('The card of an action', () => {
  it('says what, when, where, who organises and how many come', () => {
    expect(
      said(
        { organisers: [{ name: 'Montreuil insoumise' }, { name: 'Bagnolet en lutte' }] },
        { counts: { yes: 12, maybe: 3, no: 4 } },
      ),
    ).toBe(
      [
        'Tractage au marché\nDiffusion de tracts',
        [
          '📆 samedi 28 novembre, de 14:00 à 16:00 (2\u00A0h)',
          '📍 Marché, 1 place du Marché, 93100 Montreuil',
          '👥 Organisée par Montreuil insoumise et Bagnolet en lutte',
        ].join('\n'),
        'Rendez-vous devant la fontaine.',
        '12 participent · 3 peut-être\nVotre réponse reste ici\u00A0: Action Populaire ne la reçoit pas.',
      ].join('\n\n'),
    )
  })

  it('does not say twice what it is when it is called so', () => {
    expect(said({ name: 'diffusion de tracts' })).toMatch(/^diffusion de tracts\n\n/)
  })

  it('links the place to a map: by its position, else by its address', () => {
    const links = (of: Partial<Action>) =>
      drawn(of).text.flatMap(({ link }) => (link === undefined ? [] : [link]))
    expect(links({})).toEqual([
      'https://www.openstreetmap.org/?mlat=48.86400&mlon=2.44300#map=17/48.86400/2.44300',
    ])
    expect(links({ venue: { address: '1 rue A & B', postalCode: '59000', city: 'Lille' } })).toEqual([
      'https://www.openstreetmap.org/search?query=1%20rue%20A%20%26%20B%2059000%20Lille',
    ])
    expect(links({ venue: {} })).toEqual([])
  })

  it('says that it is online, with the way in', () => {
    const card = drawn({ venue: { online: 'https://visio.example/salle' } })
    expect(plain(card.text)).toContain('📍 En ligne')
    expect(card.rows?.flat()).toContainEqual({
      label: 'Rejoindre en ligne',
      url: 'https://visio.example/salle',
    })
  })

  it('makes no button of what is no web address', () => {
    const card = drawn({ venue: { online: 'javascript:alert(1)' } })
    expect(JSON.stringify(card)).not.toContain('javascript')
  })

  it('says both clocks far from Paris', () => {
    const text = said({
      zone: 'Indian/Reunion' as Zone,
      venue: { city: 'Saint-Denis', point: at.saintDenis },
    })
    expect(text).toContain('samedi 28 novembre, de 17:00 à 19:00, heure de La Réunion')
    expect(text).toContain('soit samedi 28 novembre à 14:00, heure de Paris')
  })

  it('shows my answer to me alone', () => {
    const found = { answer: 'maybe', counts: { yes: 0, maybe: 1, no: 0 } } as const
    expect(said({}, found)).toContain('Votre réponse\u00A0: vous viendrez peut-être.')
    expect(drawn({}, found).rows?.[0]?.map(({ label }) => label)).toEqual([
      'Je participe',
      '✓ Peut-être',
      'Je ne peux pas',
    ])
    expect(said({}, found, everybody)).not.toContain('Votre réponse\u00A0:')
    expect(drawn({}, found, everybody).rows?.[0]?.map(({ label }) => label)).toEqual([
      'Je participe',
      'Peut-être',
      'Je ne peux pas',
    ])
  })

  it('is as short with five hundred people', () => {
    const few = said({}, { counts: { yes: 5, maybe: 0, no: 0 } })
    const many = said({}, { counts: { yes: 500, maybe: 120, no: 80 } })
    expect(many.length - few.length).toBeLessThan(25)
  })

  it('stays a card whatever people call things', () => {
    const endless = `${hostile} `.repeat(200)
    const card = drawn({
      name: endless,
      description: endless,
      venue: { name: endless, address: endless, city: endless, postalCode: '93100', point: at.montreuil },
      organisers: Array.from({ length: 9 }, () => ({ name: endless })),
    })
    expect(plain(card.text)).toContain(hostile)
    expect(plain(card.text)).toContain('et 6 autres')
    // Nothing of what people typed is read as markup.
    for (const { link } of card.text) expect(link ?? '').not.toContain('(y)')
  })

  it('has no empty line for what is not known', () => {
    const text = said({ description: '', venue: {}, organisers: [] })
    expect(text).not.toMatch(/\n{3}/)
    expect(text).not.toContain('📍')
    expect(text).not.toContain('👥')
  })

  it.each([
    ['cancelled', 'ANNULÉE\u00A0: Tractage au marché'],
    ['withdrawn', 'n’est plus visible sur Action Populaire'],
  ] as const)('cannot be answered once %s', (state, words) => {
    const card = drawn({ state }, { counts: { yes: 2, maybe: 0, no: 0 }, answer: 'yes' })
    expect(plain(card.text)).toContain(words)
    expect(plain(card.text)).toContain('Votre réponse\u00A0: vous participez.')
    expect(card.rows?.flat().map(({ label }) => label)).toEqual([
      'Page sur Action Populaire',
      'Voir les actions',
    ])
  })

  it('cannot be answered once over', () => {
    const card = drawn({ start: wednesday, end: wednesday })
    expect(plain(card.text)).toContain('Cette action est terminée.')
    expect(JSON.stringify(card.rows)).not.toContain('Je participe')
  })
})

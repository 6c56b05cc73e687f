import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkup, writeMarkup } from '../../src/base/markup.ts'
import { bold, italic, link, plain, rich, type Rich } from '../../src/base/rich.ts'

const cases: Readonly<Record<string, Rich>> = {
  'Rendez-vous samedi': rich`Rendez-vous samedi`,
  'Rendez-vous **samedi** à 14 h': rich`Rendez-vous ${bold('samedi')} à 14 h`,
  '*vite* et _bien_': rich`${italic('vite')} et ${italic('bien')}`,
  '**tous et _toutes_**': rich`${bold(rich`tous et ${italic('toutes')}`)}`,
  'voir [le site](https://lafranceinsoumise.fr)': rich`voir ${link('le site', 'https://lafranceinsoumise.fr')}`,
  '[page](https://fr.wikipedia.org/wiki/Marche_(homonymie))': link(
    'page',
    'https://fr.wikipedia.org/wiki/Marche_(homonymie)',
  ),
  '[piège](javascript:alert(1))': rich`[piège](javascript:alert(1))`,
  '2 * 3 * 4': rich`2 * 3 * 4`,
  un_nom_de_fichier: rich`un_nom_de_fichier`,
  '**jamais fermé': rich`**jamais fermé`,
  '\\*\\*pas gras\\*\\*': rich`**pas gras**`,
  '- un\n- deux': rich`- un\n- deux`,
  '**une ligne\nune autre**': bold('une ligne\nune autre'),
}

describe('What people type for bold, italic and links', () => {
  it.each(Object.entries(cases))('« %s »', (text, meant) => {
    expect(readMarkup(text)).toEqual(meant)
  })

  it('is written back so that it reads the same', () => {
    for (const meant of Object.values(cases)) expect(readMarkup(writeMarkup(meant))).toEqual(meant)
  })

  it('keeps every word, whatever is typed, and never makes a link of anything but a web address', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom('*', '**', '_', '[', ']', '(', ')', '\\', ' ', '\n', 'https://a.fr', 'javascript:x'),
        fc.string(),
      ),
    )
    fc.assert(
      fc.property(pieces, (typed) => {
        const read = readMarkup(typed.join(''))
        for (const { link: to } of read) if (to !== undefined) expect(to).toMatch(/^https?:\/\//)
      }),
    )
  })

  it('is never lost when plain words are written and read again', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(plain(readMarkup(writeMarkup(rich`${words}`)))).toBe(words)
      }),
    )
  })
})

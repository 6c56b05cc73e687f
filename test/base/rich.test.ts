import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bold, italic, lines, link, moment, paragraphs, plain, rich } from '../../src/base/rich.ts'
import { instant } from '../../src/base/clock.ts'

describe('Rich text', () => {
  it('keeps whatever a person is called as a name', () => {
    const name = '**[x](https://evil.example)** <b>@everyone</b>'
    expect(rich`Bonjour ${name} !`).toEqual([{ text: `Bonjour ${name} !` }])
  })

  it('keeps the style of what it interpolates', () => {
    expect(rich`Le ${bold('marché')} de ${italic(link('Belleville', 'https://example.org'))}`).toEqual([
      { text: 'Le ' },
      { text: 'marché', bold: true },
      { text: ' de ' },
      { text: 'Belleville', italic: true, link: 'https://example.org' },
    ])
  })

  it('leaves out lines and paragraphs that have nothing to say', () => {
    expect(plain(lines('un', undefined, '', 'deux'))).toBe('un\ndeux')
    expect(plain(paragraphs(undefined, 'un', rich``, 'deux'))).toBe('un\n\ndeux')
  })

  it('never melts two instants into one', () => {
    const at = instant('2026-11-28T13:00Z')
    expect(rich`${moment(at, 'samedi')}${moment(at, 'dimanche')}`).toHaveLength(2)
  })

  it('says the very words it was given, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        expect(plain(lines(...words))).toBe(words.filter((word) => word !== '').join('\n'))
      }),
    )
  })
})

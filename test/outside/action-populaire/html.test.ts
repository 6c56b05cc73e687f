import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, tidyLine } from '../../../src/outside/action-populaire/html.ts'

describe('a description in HTML becomes text that one reads easily', () => {
  test.each([
    ['<p>Rendez-vous devant le métro.</p>', 'Rendez-vous devant le métro.'],
    ['<p>Un</p>\n\n<p>Deux<br>Trois</p>', 'Un\n\nDeux\nTrois'],
    ['Pain&nbsp;&amp;&nbsp;roses &lt;3', 'Pain\u00a0&\u00a0roses <3'],
    ['<ul><li>Tracts</li><li>Colle</li></ul>', '• Tracts\n• Colle'],
    ['<ol><li>Un<ul><li>a</li></ul></li><li>Deux</li></ol>', '1. Un\n\n• a\n\n2. Deux'],
    ['<h2>Titre</h2><table><tr><td>9h</td><td>Accueil</td></tr></table>', 'Titre\n\n9h Accueil'],
    ['<a href="https://example.test/a?utm_source=x">Le lien</a>', 'Le lien (https://example.test/a)'],
    ['<a href="https://example.test/a">https://example.test/a</a>', 'https://example.test/a'],
    ['<a href="mailto:ana@example.test">Écrivez</a>', 'Écrivez'],
    ['<a href="javascript:alert(1)">Non</a>', 'Non'],
    ['<script>alert(1)</script><style>p{}</style>Oui<!-- non -->', 'Oui'],
    ['<p onclick="x">Oui<img src=x onerror=alert(1)></p>', 'Oui'],
    ['sans balise\nni rien', 'sans balise ni rien'],
    ['a\u202eb\u0007c', 'abc'],
    ['', ''],
    ['<p>&nbsp;</p>', ''],
    ['</script></p></a></ul>fin', 'fin'],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text)
  })

  test('of which no tag, no personal link and no more than six thousand characters remain', () => {
    const tag = fc.constantFrom('p', 'ul', 'li', 'a', 'script', 'ol', 'br', 'table', 'svg', 'style')
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constant('<a href="https://x.test/?p=1&code=2">'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = plainText(pieces.join(''))
        expect(text).not.toMatch(/code=2/)
        expect(text).toBe(text.trim())
        expect(Array.from(text).length).toBeLessThanOrEqual(6_000)
        expect(text).not.toMatch(/\n{3}/)
      }),
    )
  })

  test('even when it is endless or absurdly deep', () => {
    const started = performance.now()
    expect(Array.from(plainText('<div>'.repeat(300_000) + 'x'.repeat(10)))).toHaveLength(0)
    expect(Array.from(plainText('<i>é</i>'.repeat(50_000)))).toHaveLength(6_000)
    plainText('a?'.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('a name is one line', () => {
    expect(tidyLine('  Fête\n\tdu  quartier\0 ', 255)).toBe('Fête du quartier')
    expect(tidyLine('x'.repeat(300), 255)).toHaveLength(255)
  })
})

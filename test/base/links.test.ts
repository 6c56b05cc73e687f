import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { impersonalLink, impersonalText } from '../../src/base/links.ts'

const page = 'https://actionpopulaire.fr/evenements/1/'

describe('a link that logs its reader in', () => {
  test.each([
    [`${page}?p=6f1e&code=abc-def`, page],
    [`${page}?_p=6f1e&code=abc&force_login=1`, page],
    [
      `${page}?from_message=1&from_activity=2&no_session=1&utm_source=mail&utm_campaign=x#carte`,
      `${page}#carte`,
    ],
    [`${page}?%70=6f1e&CODE=abc&retour=oui`, `${page}?retour=oui`],
    ['https://example.test/?page=2&p2=3', 'https://example.test/?page=2&p2=3'],
    ['https://ana:secret@example.test/a', 'https://example.test/a'],
    [
      `https://l.example.test/?u=${encodeURIComponent(`${page}?p=1&code=2&x=3`)}&v=1`,
      `https://l.example.test/?u=${encodeURIComponent(`${page}?x=3`)}&v=1`,
    ],
    ['https://example.test/?a=%E0%A4%A', 'https://example.test/?a=%E0%A4%A'],
  ])('%s loses what is personal', (link, clean) => {
    expect(impersonalLink(link)).toBe(clean)
  })

  test.each([
    'javascript:alert(1)',
    'mailto:ana@example.test',
    'tel:0600000000',
    '//example.test',
    'rien',
    '',
  ])('%s is no link', (link) => {
    expect(impersonalLink(link)).toBeUndefined()
  })

  test('is found in a text, with or without https, and what surrounds it stays', () => {
    expect(
      impersonalText(
        `Inscrivez-vous (${page}?p=1&code=2), ou actionpopulaire.fr?_p=1&amp;code=2&a=b ! Vous venez ?p = 3`,
      ),
    ).toBe(`Inscrivez-vous (${page}), ou actionpopulaire.fr?a=b ! Vous venez ?p = 3`)
  })

  test('never keeps a personal parameter, whatever stands around it', () => {
    const name = fc.constantFrom(
      'p',
      '_p',
      'code',
      'force_login',
      'utm_medium',
      'a',
      'page',
      'Code',
      '%63ode',
    )
    const query = fc.array(fc.tuple(name, fc.string()), { maxLength: 6 })
    fc.assert(
      fc.property(query, fc.webUrl(), (pairs, url) => {
        const asked = `${url}?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`
        const names = [...new URL(impersonalLink(asked) ?? '').searchParams.keys()]
        expect(names.filter((key) => /^(_?p|code|force_login|utm_.*)$/i.test(key))).toEqual([])
        expect(names).toEqual(pairs.map(([key]) => key).filter((key) => key === 'a' || key === 'page'))
      }),
    )
  })

  test('takes no time on an endless word', () => {
    const started = performance.now()
    impersonalText('./?'.repeat(100_000))
    impersonalText(`${')'.repeat(100_000)}?a`)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

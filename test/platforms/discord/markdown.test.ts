import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawn } from '../../../playground/discord/markdown.ts'
import { pingedBy } from '../../../playground/discord/mentions.ts'
import { createWorld } from '../../../playground/discord/world.ts'
import { instant } from '../../../src/base/clock.ts'
import { bold, italic, link, moment, paragraphs, plain, rich, type Rich } from '../../../src/base/rich.ts'
import { markdown } from '../../../src/platforms/discord/markdown.ts'
import { hostileRich, hostileSpan, hostileText } from './hostile.ts'

const world = createWorld({ now: () => 0, botName: 'Porte-voix', changed: () => undefined })

/** What a client shows of it; our separators take no room. */
const shown = (text: Rich): Rich => drawn(markdown(text, Infinity), world)
const wordsOf = (text: Rich): string => plain(text).replaceAll('\u200B', '')

const strongWords = (text: Rich): string => wordsOf(text.filter((span) => span.bold)).replaceAll(/\s/g, '')

describe('on Discord, words', () => {
  it.each([
    [rich`Bonjour ${'<b>A</b> @everyone *_[x](y)'}`, String.raw`Bonjour \<b>A\</b> \@everyone \*\_\[x\](y)`],
    [bold('fort'), '**fort**'],
    [italic(bold('fort')), '***fort***'],
    [rich`${bold('un')}${italic('deux')}`, '**un**\u200B*deux*'],
    [bold(' au milieu '), ' **au milieu** '],
    [link('page (officielle)', 'https://a.b/c_(d) e'), '[page (officielle)](<https://a.b/c_%28d%29%20e>)'],
    [moment(instant('2026-11-28T13:00:00Z'), 'samedi'), '<t:1795870800:F>, <t:1795870800:R>'],
    [
      rich`- un\n# deux\n> trois\n1. quatre`,
      String.raw`\- un` +
        '\n' +
        String.raw`\# deux` +
        '\n' +
        String.raw`\> trois` +
        '\n' +
        String.raw`1\. quatre`,
    ],
    [rich`porte-à-porte, 3.5 km + 2`, 'porte-à-porte, 3.5 km + 2'],
    [rich`https://evil.example`, String.raw`https\://evil.example`],
    [paragraphs('un', 'deux'), 'un\n\ndeux'],
  ])('are written with their styles and nothing else: %#', (text, expected) => {
    expect(markdown(text)).toBe(expected)
  })

  it('stay what they are, whatever they hold', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, strong) => {
        const spans: Rich = [{ text: 'Nom : ' }, { text, ...(strong && { bold: true }) }, { text: ' !' }]
        expect(wordsOf(shown(spans))).toBe(plain(spans))
      }),
      { numRuns: 400 },
    )
  })

  it('keep their styles to themselves', () => {
    fc.assert(
      fc.property(
        fc.array(
          hostileSpan.filter(({ moment: at }) => at === undefined),
          { maxLength: 6 },
        ),
        (spans) => {
          const read = shown(spans)
          expect(read.filter(({ link: to }) => to !== undefined).length).toBeLessThanOrEqual(
            spans.filter(({ link: to }) => to !== undefined).length,
          )
          expect(strongWords(read)).toBe(strongWords(spans))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('never ping', () => {
    fc.assert(
      fc.property(hostileRich, (text) => {
        expect(
          pingedBy(markdown(text), {
            parse: [],
            users: undefined,
            roles: undefined,
            replied_user: undefined,
          }),
        ).toEqual([])
      }),
    )
  })

  it('are cut where Discord would refuse them, between letters and never inside a mark', () => {
    fc.assert(
      fc.property(hostileRich, fc.integer({ min: 20, max: 120 }), (text, most) => {
        const cut = markdown(text, most)
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(cut.isWellFormed()).toBe(true)
        const whole = wordsOf(shown(text))
        const kept = wordsOf(drawn(cut, world)).replace(/…$/, '').trimEnd()
        expect(whole.replaceAll(/\s/g, '').startsWith(kept.replaceAll(/\s/g, ''))).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(markdown([{ text: '  𐀀𐀀𐀀 ' }], 8)).toBe('  𐀀𐀀…')
    expect(markdown(bold('é'.repeat(5_000)))).toBe(`**${'é'.repeat(1_995)}**…`)
  })
})

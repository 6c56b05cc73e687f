import fc from 'fast-check'
import type { Instant } from '../../../src/base/clock.ts'
import type { Rich, Span } from '../../../src/base/rich.ts'

/** What people call themselves and their places, when they mean harm or do not care. */
const shards = [
  '<b>A</b>',
  '@everyone',
  '@here',
  '*_[x](y)',
  '**',
  '***',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '<@123456789012345678>',
  '<#123456789012345678>',
  '<t:1800000000:R>',
  'https://evil.example/a_b_c',
  '# titre',
  '-# petit',
  '> cite',
  '>>> cite',
  '- liste',
  '1. un',
  '\\',
  '\n',
  ' ',
  'Béa',
  'l’été',
  '👩‍👩‍👧',
  '🏳️‍🌈',
  '(https://a.b)',
  '](<https://a.b>)',
]

export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...shards), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join('').toWellFormed().replaceAll('\0', ''))

const style = fc.record(
  { bold: fc.constant(true as const), italic: fc.constant(true as const) },
  { requiredKeys: [] },
)

export const hostileSpan: fc.Arbitrary<Span> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(hostileText, style).map(([text, of]) => ({ text, ...of })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hostileText, fc.webUrl({ withQueryParameters: true, withFragments: true }))
      .map(([text, link]) => ({ text, link })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 4_000_000_000_000 })
      .map((at) => ({ text: 'un jour', moment: at as Instant })),
  },
)

export const hostileRich: fc.Arbitrary<Rich> = fc.array(hostileSpan, { maxLength: 8 })

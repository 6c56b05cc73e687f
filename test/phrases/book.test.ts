import { describe, expect, it } from 'vitest'
import { lines, paragraphs, plain, type Rich } from '../../src/base/rich.ts'
import { length } from '../../src/base/text.ts'
import { answers } from '../../src/domain/actions/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { menus, type Menu } from '../../src/phrases/menu.ts'
import { samples } from './samples.ts'

interface Sentence {
  readonly path: string
  readonly words: string
}

const isRich = (value: unknown): value is Rich =>
  Array.isArray(value) &&
  value.every((span: unknown) => typeof span === 'object' && span !== null && 'text' in span)

/** Every sentence of a book, functions called with all the facts that there are samples of. */
const sentences = (value: unknown, path = ''): readonly Sentence[] => {
  if (typeof value === 'string') return [{ path, words: value }]
  if (isRich(value) && value.length > 0) return [{ path, words: plain(value) }]
  if (typeof value === 'function') {
    const facts = samples[path]
    if (!facts) throw new Error(`no sample facts for ${path}`)
    return facts.flatMap((given) =>
      sentences((value as (...of: readonly unknown[]) => unknown)(...given), path),
    )
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    sentences(inner, path === '' ? key : `${path}.${key}`),
  )
}

const all = sentences(fr)

const shape = (menu: Menu): unknown =>
  Object.entries(menu).map(([name, entry]) => [
    name,
    Object.keys(entry.options ?? {}),
    Object.keys(entry.choices ?? {}),
  ])

const far = (metres: number, about: boolean): string =>
  fr.places.distance(metres, about).replaceAll('\u00A0', ' ')

/** Faults of typography, each with what shows it. */
const faults: readonly (readonly [string, RegExp])[] = [
  ['a straight apostrophe', /\p{L}'\p{L}/u],
  ['straight quotation marks', /"/],
  ['three dots for an ellipsis', /\.\.\./],
  ['no narrow space before ; ! or ?', /[^\s\u202F?!](?=[;!?])/u],
  ['an ordinary space before ; ! or ?', / (?=[;!?])/],
  ['an ordinary space before a colon or »', / (?=[:»])/],
  ['an ordinary space before a unit', /\d (?:km|h|min|jours?)(?!\p{L})/u],
  // An address has its own.
  ['no space before a colon', /[\p{L}»)](?=:(?!\/\/))/u],
  ['an ordinary space, or none, after «', /«(?!\u00A0)/],
  ['no space before »', /[^\u00A0]»/],
  ['two spaces', / {2}/],
  ['a space at the end of a line', /[ \u00A0](?:\n|$)/],
  ['tutoiement', /(?<!\p{L})(?:tu|toi|te|ton|ta|tes|t’\p{L}+)(?!\p{L})/iu],
]

describe('Every sentence', () => {
  it.each(faults)('is without %s', (_, fault) => {
    const faulty = all.filter(({ words }) => fault.test(words))
    expect(faulty).toEqual([])
  })

  it('says something, and fits a message with room to spare', () => {
    for (const { path, words } of all) {
      if (path !== 'actions.comers') expect(words, path).not.toBe('')
      expect(length(words), path).toBeLessThanOrEqual(700)
    }
  })

  it('has no sample without a sentence', () => {
    const paths = new Set(all.map(({ path }) => path))
    expect(Object.keys(samples).filter((path) => !paths.has(path))).toEqual([])
  })

  it('counts 0 and 1 alike, as French does', () => {
    expect(plain(fr.actions.counts({ yes: 1, maybe: 0, no: 0 }))).toBe('1 participe')
    expect(plain(fr.actions.counts({ yes: 12, maybe: 3, no: 0 }))).toBe('12 participent · 3 peut-être')
    expect(plain(fr.actions.organised(['A', 'B', 'C'], 1))).toContain('A, B, C et 1 autre')
    expect(plain(fr.agenda.groups(['A', 'B'], 0))).toBe('Vos groupes\u00A0: A et B.')
  })
})

describe('Distances', () => {
  it('never say more than is known', () => {
    expect(far(300, false)).toBe('à moins de 1 km')
    expect(far(3_400, false)).toBe('à 3 km')
    expect(far(3_400, true)).toBe('à moins de 5 km')
    expect(far(6_400, true)).toBe('à environ 5 km')
    expect(far(23_000, true)).toBe('à environ 25 km')
  })
})

describe('Under one tap in a chat of many', () => {
  it('all that is said at once fits the 200 characters of a toast', () => {
    for (const answer of answers) {
      const { noted, opensFirst, introducedBriefly } = fr.actions
      const said = lines(noted(answer), ...(answer === 'no' ? [] : [opensFirst, introducedBriefly]))
      expect(length(plain(paragraphs(said, fr.privacy.brief))), answer).toBeLessThanOrEqual(200)
    }
    const { nowWaiting, nowWaitingUnheard, signedUp, signedUpUnheard } = fr.answers
    const door = fr.actions.inPrivate
    for (const said of [nowWaitingUnheard(999, door), signedUpUnheard(door)])
      expect(
        length(plain(paragraphs(lines(said, fr.actions.introducedBriefly), fr.privacy.brief))),
      ).toBeLessThanOrEqual(200)
    for (const said of [nowWaiting(999), signedUp]) expect(length(plain(said))).toBeLessThanOrEqual(200)
    const { suits, suitsNone, suitsNothing, following } = fr.proposals
    const [longest] = ['mercredi 28 novembre à 14:00 (UTC+1)']
    for (const said of [suits([longest]), suitsNone, suitsNothing, following])
      expect(length(`${plain(said)}\n\n${plain(fr.privacy.brief)}`), plain(said)).toBeLessThanOrEqual(200)
    expect(length(plain(suits(Array.from({ length: 6 }, () => longest))))).toBeLessThanOrEqual(200)
    expect(length(plain(fr.groups.nowFollowed('x'.repeat(255))))).toBeLessThanOrEqual(200)
    for (const path of ['refusals', 'groups.already', 'actions.already', 'occasions.stale', 'engine.failed'])
      for (const { words } of all.filter((each) => each.path.startsWith(path)))
        expect(length(words), words).toBeLessThanOrEqual(200)
  })
})

describe('What the platforms show before anybody writes', () => {
  it('fits them', () => {
    expect(length(fr.platform.description)).toBeLessThanOrEqual(512)
    expect(length(fr.platform.short)).toBeLessThanOrEqual(120)
  })

  it.each(Object.entries(menus))('the menu in %s fits both', (_, menu: Menu) => {
    for (const [name, { description, options, choices }] of Object.entries(menu)) {
      expect(name).toMatch(/^[a-z]{1,32}$/)
      const words = [description, ...Object.values(options ?? {})]
      for (const each of words) {
        expect(length(each), each).toBeLessThanOrEqual(100)
        expect(length(each), each).toBeGreaterThanOrEqual(3)
      }
      for (const offered of Object.values(choices ?? {})) {
        expect(Object.keys(offered).length).toBeLessThanOrEqual(25)
        for (const each of Object.values(offered)) expect(length(each), each).toBeLessThanOrEqual(100)
      }
    }
  })

  it('has the same entries in both languages', () => {
    expect(shape(menus.en)).toEqual(shape(menus.fr))
  })
})

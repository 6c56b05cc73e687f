import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachInWords, keyOf, looseKeyOf, typedWordsOf, wordsOf } from '../../../src/domain/territory/words.ts'

describe('the words of a name', () => {
  it.each([
    ['Saint-Étienne', 'saint etienne'],
    ['ST ETIENNE', 'saint etienne'],
    ['ste-foy', 'sainte foy'],
    ['Ivry s/ Seine', 'ivry sur seine'],
    ['Ivry s Seine', 'ivry sur seine'],
    ['Fontenay S/S Bois', 'fontenay sous bois'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ['Villeneuve lez Avignon', 'villeneuve les avignon'],
    ['Cœuvres & Valsery', 'coeuvres et valsery'],
    ['  (Nord)  ', 'nord'],
    ['N°1', 'n 1'],
    ['🎉', ''],
  ])('of « %s » are « %s »', (name, words) => {
    expect(wordsOf(name).join(' ')).toBe(words)
  })

  it('are the same one by one or all at once', () => {
    const names = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Saint-Ouen', 'Lès', 'St s/ B')),
    )
    fc.assert(
      fc.property(names, (all) => {
        // A name of several scripts may hold the letter that keeps them apart.
        fc.pre(all.length > 0 && !all.some((name) => name.includes('\u4E00')))
        expect(eachInWords(all)).toEqual(all.map((name) => wordsOf(name).join(' ')))
      }),
    )
  })

  it('have a key without spaces, and a looser one without small words', () => {
    expect(keyOf('l hay les roses')).toBe('lhaylesroses')
    expect(looseKeyOf('aix en provence')).toBe('aixprovence')
    expect(looseKeyOf('la rochelle')).toBe('rochelle')
    expect(looseKeyOf('les')).toBe('les')
  })

  it('may end with a word that is only begun', () => {
    expect(typedWordsOf('st')).toEqual([['saint'], ['st']])
    expect(typedWordsOf('st o')).toEqual([['saint', 'o']])
    expect(typedWordsOf('ivry s')).toEqual([
      ['ivry', 'sur'],
      ['ivry', 's'],
    ])
    expect(typedWordsOf('')).toEqual([[]])
  })
})

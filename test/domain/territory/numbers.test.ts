import { describe, expect, it } from 'vitest'
import { readNumbered } from '../../../src/domain/territory/numbers.ts'

describe('an arrondissement in people’s words', () => {
  it.each([
    ['paris 20', 'paris', 20],
    ['paris 20e', 'paris', 20],
    ['paris 20 eme', 'paris', 20],
    ['paris 05', 'paris', 5],
    ['paris xx', 'paris', 20],
    ['paris xviie', 'paris', 17],
    ['paris le 3e', 'paris', 3],
    ['paris20eme', 'paris', 20],
    ['lyon 3ieme arrondissement', 'lyon', 3],
    ['lyon 1er arr', 'lyon', 1],
    ['marseille premier', 'marseille', 1],
    ['paris dix septieme', 'paris', 17],
    ['13eme arrondissement de marseille', 'marseille', 13],
    ['20e paris', 'paris', 20],
    ['20e', undefined, 20],
    ['3 arrondissement', undefined, 3],
    ['xie arrondissement', undefined, 11],
  ])('« %s »', (words, city, number) => {
    expect(readNumbered(words)).toMatchObject(city === undefined ? { number } : { city, number })
  })

  it.each(['paris', 'paris nord', 'lyon la foret', '20', 'vie', 'x', 'bordeaux 3', 'paris 20 000', ''])(
    'not in « %s »',
    (words) => {
      expect(readNumbered(words)).toBeUndefined()
    },
  )

  it('may be only a number after the city, which may mean something else', () => {
    expect(readNumbered('marseille 13')?.bare).toBe(true)
    expect(readNumbered('marseille 13e')?.bare).toBe(false)
  })
})

import { expect, it } from 'vitest'
import { readDate, readLine } from '../../../src/domain/dates/read.ts'
import { corpus } from './corpus.ts'
import { here, said } from './said.ts'

const rows = corpus.map(([typed, meant, rest]) => ({ typed, meant, rest }))

it.each(rows)('« $typed » is $meant', ({ typed, meant, rest }) => {
  const line = readLine(typed, here)
  expect(said(line.read)).toBe(meant)
  if (line.read.is !== 'unclear') expect(line.rest).toBe(rest ?? '')
})

it('counts its phrases', () => {
  expect(corpus.length).toBeGreaterThan(250)
  expect(new Set(corpus.map(([typed]) => typed)).size).toBe(corpus.length)
})

it.each(rows.filter(({ rest }) => rest !== undefined))(
  'takes nothing but a date where only a date is asked: « $typed »',
  ({ typed }) => {
    expect(readDate(typed, here).is).toBe('unclear')
  },
)

it.each(rows.filter(({ rest }) => rest === undefined))(
  'reads « $typed » alone as in a sentence',
  ({ typed, meant }) => {
    const read = readDate(typed, here)
    if (read.is !== 'unclear') expect(said(read)).toBe(meant)
  },
)

import { expect, it } from 'vitest'
import { clip, folded, length, storable } from '../../src/base/text.ts'

it('counts what a reader sees as the platforms do, in code points', () => {
  expect(length('été 🎉')).toBe(5)
})

it('cuts with an ellipsis, never in the middle of an emoji', () => {
  expect(clip('🎉🎉🎉', 2)).toBe('🎉…')
  expect(clip('court', 5)).toBe('court')
})

it('folds what people type and what places are called to the same words', () => {
  expect(folded('  Saint-Étienne ')).toBe('saint etienne')
  expect(folded('L’Haÿ-les-Roses')).toBe('l hay les roses')
  expect(folded('Œuilly')).toBe('oeuilly')
  expect(folded('🎉')).toBe('')
})

it('drops what a database refuses', () => {
  expect(storable('a\0b\ud800')).toBe('ab\ufffd')
})

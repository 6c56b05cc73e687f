import type { Rich } from '../base/rich.ts'
import type { Refusal, RefusalCode, Refusals } from '../domain/refusal.ts'
import type { Book } from '../phrases/book.ts'

/** The sentence of a refusal; the type of `Book` makes sure that there is one for each. */
export const wordRefusal = <C extends RefusalCode>(t: Book, { code, facts }: Refusal<C>): Rich => {
  const words: { readonly [K in RefusalCode]: (facts: Refusals[K]) => Rich } = t.refusals
  return words[code](facts)
}

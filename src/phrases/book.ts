import type { Rich } from '../base/rich.ts'
import type { fr } from './fr.ts'

/** The same shape with any words in it: what another language must have. */
export type Widen<T> = T extends Rich
  ? Rich
  : T extends string
    ? string
    : T extends (...given: infer G) => infer R
      ? (...given: G) => Widen<R>
      : T extends readonly (infer I)[]
        ? readonly Widen<I>[]
        : { readonly [K in keyof T]: Widen<T[K]> }

/** Every sentence of the product, in one language. French is the type. */
export type Book = Widen<typeof fr>

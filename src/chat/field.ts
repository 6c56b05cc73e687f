import { folded } from '../base/text.ts'
import { lengthen, shorten, type PictureId } from '../base/ids.ts'
import type { Brand } from '../base/brand.ts'
import type { Choice } from './message.ts'

/**
 * A value that can be typed, chosen, carried by a button, or asked for in a form.
 * `read` takes what a human typed or a button carried and gives `undefined` when it is no such value.
 */
export interface Field<T> {
  readonly required: boolean
  readonly read: (text: string) => T | undefined
  /** As short as it can be: a button holds 64 bytes in all. */
  write(value: T): string
  /** Where the whole set is known: at most 25. */
  readonly choices?: readonly string[]
  /** A part of a sentence that is this value: for commands typed in one line. */
  readonly spot?: (sentence: string) => { readonly value: string; readonly rest: string } | undefined
  /** The platform may complete what is typed. */
  readonly completes?: 'area' | 'when'
  readonly long?: true
  readonly most?: number
  /** Its text is read as markup: bold, italic and links that the writer's client drew are kept. */
  readonly markup?: true
  /** It is not typed: a picture is sent. */
  readonly picture?: true
}

export type Fields = Readonly<Record<string, Field<unknown>>>

type Required<F extends Fields> = {
  [K in keyof F as F[K] extends { readonly required: true } ? K : never]: F[K]
}

type Value<F> = F extends { readonly read: (text: string) => infer T } ? Exclude<T, undefined> : never

/** The values of a set of fields; those not required may be absent. */
export type Values<F extends Fields> = {
  readonly [K in keyof Required<F>]: Value<F[K]>
} & { readonly [K in Exclude<keyof F, keyof Required<F>>]?: Value<F[K]> }

type Needed<T> = Field<T> & { readonly required: true }
type Spare<T> = Field<T> & { readonly required: false }

/** The same field, which may be left empty. */
export const optional = <T>(field: Field<T>): Spare<T> => ({ ...field, required: false })

export const words = (
  limits: { long?: true; most?: number; completes?: 'area' | 'when' } = {},
): Needed<string> => ({
  required: true,
  read: (text) => text.trim() || undefined,
  write: (value) => value,
  ...limits,
})

/** The UUID of something of ours. */
export const id = <Id extends Brand<string, string>>(): Needed<Id> => ({
  required: true,
  read: (text) => lengthen(text) as Id | undefined,
  write: shorten,
})

/** A picture that was sent, or put into the window; what is carried is the id under which it is kept. */
export const picture = (): Needed<PictureId> => ({ ...id<PictureId>(), picture: true })

/** A whole number, from 0. */
export const whole = (): Needed<number> => ({
  required: true,
  read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  write: String,
})

/**
 * One of a few words. `also` lists other ways to say each, for people who type; the longest that stands in a sentence is taken out of it.
 */
export const choice = <const C extends string>(
  of: readonly C[],
  also: Partial<Record<C, readonly string[]>> = {},
): Needed<C> => {
  const ways = of
    .flatMap((value) => [value, ...(also[value] ?? [])].map((way) => ({ value, way: folded(way) })))
    .toSorted((one, other) => other.way.length - one.way.length)
  return {
    required: true,
    read: (text) => ways.find(({ way }) => way === folded(text))?.value,
    write: (value) => value,
    choices: of,
    spot: (sentence) => {
      const said = ` ${folded(sentence)} `
      const found = ways.find(({ way }) => said.includes(` ${way} `))
      return found && { value: found.value, rest: said.replace(` ${found.way} `, ' ').trim() }
    },
  }
}

export type { Choice }

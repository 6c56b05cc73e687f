import { folded } from '../base/text.ts'
import { actionKinds, type ActionKind } from '../domain/actions/model.ts'
import { spotLostDay } from '../domain/actions/lost-day.ts'
import { readWritten, spotWhen, writeWhen, type When } from '../domain/actions/when.ts'
import { choice, words, type Field } from '../chat/index.ts'
import { kindsTyped } from '../phrases/fr/kinds.ts'

type Needed<T> = Field<T> & { readonly required: true }

/** Longer than any name of a place. */
export const longestPlace = 100

/** A place as people write it; what it means is for the gazetteer to say. */
export const placeField = words({ most: longestPlace, completes: 'area' })

export const whenField: Needed<When> = {
  required: true,
  read: readWritten,
  write: writeWhen,
  /** « samedi dernier » is not next Saturday. */
  spot: (sentence) => (spotLostDay(sentence) ? undefined : spotWhen(sentence)),
  completes: 'when',
  most: 40,
}

const kind = choice(actionKinds, kindsTyped)

/** « La Réunion » is a place before it is a meeting. */
const island = /(^| )la reunion( |$)/
const hidden = ' lareunion '
const masked = (sentence: string): string => folded(sentence).replace(island, hidden)
const unmasked = (sentence: string): string => sentence.replace(hidden.trim(), 'la reunion')

export const kindField: Needed<ActionKind> = {
  ...kind,
  spot: (sentence) => {
    const found = kind.spot?.(masked(sentence))
    return found && { value: found.value, rest: unmasked(found.rest) }
  },
}

/** Present or absent. */
export const flag: Needed<true> = {
  required: true,
  read: (text) => (text === '1' ? true : undefined),
  write: () => '1',
}

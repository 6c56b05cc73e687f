import type { ActionKind } from '../domain/actions/model.ts'
import type { When } from '../domain/actions/when.ts'
import type { Message } from '../chat/index.ts'
import { paragraphs } from '../base/rich.ts'
import { forThemAlone, type Here } from './here.ts'
import { placeForm, type Purpose } from './presses.ts'

export interface Filters {
  readonly when?: When
  readonly kind?: ActionKind
}

/** What somebody wants to see at a place. */
export interface Aim extends Filters {
  readonly to: Purpose
  /** They alone read the answer. */
  readonly alone: boolean
}

/** Asks where: in words, by position where there is one to ask for, or in a form. */
export const askPlace = (
  here: Here,
  { to, alone, when, kind }: Aim,
  before?: Message['text'],
  already?: true,
): Message => {
  const { t, can, place } = here
  const filters: Filters = { ...(when && { when }), ...(kind && { kind }) }
  const written = place.kind === 'private' && !when && !kind
  if (written && can.position)
    return {
      text: paragraphs(before, already ? t.places.askPositionToo : t.places.askPosition),
      asks: 'position',
    }
  const message: Message = {
    text: paragraphs(before, written ? t.places.ask : t.places.askForm),
    rows: [[placeForm.button(t.places.choose, { to, ...filters }, 'primary')]],
  }
  return alone ? forThemAlone(here, message) : message
}

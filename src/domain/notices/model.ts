import type { ActionId } from '../../base/ids.ts'

/**
 * Something that a person is told without having asked at that moment: a fact, put into words when it is sent. It says no more than
 * what is needed to look the rest up, so that whoever reads it late reads what is true then.
 */
export type Notice =
  /** What they had answered yes or maybe to does not take place. */
  { readonly is: 'called-off'; readonly action: ActionId }

import type { Address, Message, Reply } from '../chat/index.ts'

/** A message of an answer; without `to` it goes back to where the update came from. */
export interface Outgoing {
  readonly message: Message
  readonly to?: Address
}

export const outgoing = (reply: Reply): readonly Outgoing[] =>
  ('text' in reply ? [reply] : reply).map((message) => ({ message }))

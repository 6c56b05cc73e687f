/** Where a message goes. `key` is the adapter's own business; nobody else reads it. */
export interface Address {
  readonly platform: string
  readonly key: string
}

/** Why an address is closed, as far as the platform says. */
export type Why =
  | 'blocked' // the person does not want us
  | 'deactivated' // the account is gone
  | 'kicked' // the bot was taken out of the chat
  | 'not-found' // no such chat, channel, topic or message
  | 'forbidden' // a right is missing
  | 'expired' // too late to answer there
  | 'refused' // the platform will never take this message

/**
 * What became of one delivery. `ref` names the message; `home` is the key of the address at which it can be edited or
 * withdrawn later, absent when it cannot (an answer that only one reader sees, on Discord).
 * `moved`: the chat lives at another key from now on; the message went there.
 * `unpinned`: it arrived, but the platform does not let us pin it there. `unthreaded`: nor open a thread under it.
 * `uncertain`: the request left and no answer came.
 */
export type Outcome =
  | {
      readonly is: 'delivered'
      readonly ref: string
      readonly home?: string
      readonly moved?: string
      readonly unpinned?: true
      readonly unthreaded?: true
    }
  | { readonly is: 'gone'; readonly why: Why }
  /** `limited`: we were too fast. `whole`: nothing can be sent there, not only to this chat. */
  | { readonly is: 'later'; readonly inMs: number; readonly limited?: true; readonly whole?: true }
  | { readonly is: 'uncertain' }

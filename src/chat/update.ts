import type { Instant } from '../base/clock.ts'
import type { Standing } from '../domain/links/model.ts'
import type { Point } from '../domain/territory/model.ts'
import type { Address } from './address.ts'

/** Where something was said. `key` names the chat or topic for ever; two places never share one. */
export interface Place {
  readonly kind: 'private' | 'group' | 'channel'
  readonly key: string
}

/** Whoever did something, as the platform knows them. */
export interface Speaker {
  /** The platform's identifier of the person. */
  readonly key: string
  readonly name: string
  /** IETF tag of their client, when the platform tells. */
  readonly language?: string
  /** Where private messages to them go. */
  readonly door: Address
}

/** What somebody did. */
export type Said =
  /** `line`: all in one line, as typed; `options`: each by its name, as chosen. */
  | {
      readonly is: 'command'
      readonly name: string
      readonly line?: string
      readonly options?: Readonly<Record<string, string>>
    }
  /** `on`: the message that carries the button, as its delivery named it (`home` and `ref`). */
  | {
      readonly is: 'pressed'
      readonly route: string
      readonly on?: { readonly home: string; readonly ref: string }
    }
  /** `files`: answers that are pictures, by what the platform calls them. */
  | {
      readonly is: 'filled'
      readonly route: string
      readonly answers: Readonly<Record<string, string>>
      readonly files?: Readonly<Record<string, string>>
    }
  /** `markup`: the same with its styles (base/markup.ts), where it has some. `passedOn`: somebody else's words, forwarded. */
  | {
      readonly is: 'text'
      readonly text: string
      readonly markup?: string
      readonly passedOn?: true
      /** With a picture, by what the platform calls it; `picture`: by the id under which it is kept, as a button writes it. */
      readonly file?: string
      readonly picture?: string
    }
  | { readonly is: 'position'; readonly point: Point }
  /** A sticker, a voice: nothing that we read. A picture, perhaps with words under it, for those who announce. */
  | {
      readonly is: 'other'
      readonly file?: string
      readonly caption?: string
      readonly markup?: string
      readonly picture?: string
    }
  | { readonly is: 'blocked' | 'unblocked' }
  /**
   * `also`: keys of other places that it came to with this one. `parts`: what the keys of the places begin with that are parts of this one,
   * where the platform does not name them: this one's own, and a stroke.
   */
  | { readonly is: 'added'; readonly also?: readonly string[]; readonly parts?: string }
  | { readonly is: 'removed'; readonly parts?: string }
  /** In a chat of many where the bot was and stays: from now on it may write there, or may not. */
  | { readonly is: 'allowed'; readonly parts?: string }
  | { readonly is: 'silenced' }
  | { readonly is: 'moved'; readonly to: string }

/** What a platform told us. */
export interface Update {
  readonly platform: string
  /** The same for the same event, however often it is told. */
  readonly id: string
  readonly at: Instant
  readonly from: Speaker
  readonly place: Place
  /** Where the answer to this very update goes. */
  readonly back: Address
  readonly said: Said
  /** As far as the platform told it with the update. */
  readonly standing?: Standing
}

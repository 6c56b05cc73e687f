import type { Instant } from '../base/clock.ts'
import type { Crowd, Standing } from '../domain/links/model.ts'
import type { Address, Outcome } from './address.ts'
import type { Command } from './handler.ts'
import type { Choice, Message } from './message.ts'
import type { Update } from './update.ts'

/** How a message looks there, as far as that differs from one platform to another. */
export interface Looks {
  /** Code points that it takes, and those that it takes beside a picture. */
  readonly most: number
  readonly mostBeside: number
  /** The addresses of links count among them. */
  readonly addresses: boolean
  /** Where a picture stands, seen from its words. */
  readonly picture: 'above' | 'below'
  /** What a picture shows is read under the words, or only behind the picture. */
  readonly description: 'under' | 'behind'
  /** Whoever reads sees hours on their own clock. */
  readonly ownClock: boolean
  /** In some of its chats a message is a post that bears a title. */
  readonly posts: boolean
}

/** What a platform can do: data, so that nobody asks for its name. */
export interface Abilities {
  /** Shows a form as a window; elsewhere its questions are asked one by one. */
  readonly modals: boolean
  /** Can be asked for the person's position. */
  readonly position: boolean
  /** A message can be for one reader in a chat of many. */
  readonly asides: boolean
  /** Nobody is written to in private before they have written there themselves. */
  readonly knocks?: true
  /** A letter carried twice under the same `once` is written once. */
  readonly dropsRepeats: boolean
  /** It has a calendar of its own in which actions can be shown. */
  readonly events?: true
  /** Some of its channels are followed from elsewhere: a message in one of them can be passed on there. */
  readonly publishes?: true
  /** A message can have a thread of its own. */
  readonly threads?: true
  /** Messages a second that the platform grants. */
  readonly perSecond: number
  readonly looks?: Looks
}

/** What one delivery costs. */
export interface Toll {
  /** It counts among the messages a second that the platform grants. */
  readonly overall: boolean
  /** It counts in a chat, which takes one message each `per` milliseconds, and up to `burst` at once. `key`: the adapter's own business. */
  readonly chat?: { readonly key: string; readonly per: number; readonly burst: number }
}

/** Somebody is typing an option of a command, and wants proposals. */
export interface Typing {
  readonly command: string
  readonly option: string
  readonly typed: string
}

export interface Ears {
  /** Resolves when the update is stored and its answer is on its way; rejects only on a bug. */
  hear(update: Update): Promise<void>
  /** At most 25; in time for the platform. */
  suggest(typing: Typing): Promise<readonly Choice[]>
}

/** An action as a calendar of a platform shows it. */
export interface HeldEvent {
  readonly name: string
  readonly description: string
  readonly place: string
  readonly start: Instant
  readonly end: Instant
  readonly cancelled: boolean
  /** It goes on: when it began cannot be changed any more. */
  readonly begun?: true
}

export interface Platform {
  readonly name: string
  readonly can: Abilities
  /** Makes the platform's menus those of these commands; changes nothing when they are so already. */
  publish(commands: readonly Command[]): Promise<void>
  /** The address that opens the private chat with the bot at that start, for people who are elsewhere; where there is one, and it is known. */
  readonly door?: (start: string) => string | undefined
  /** Whose private menu shows the commands of animators, where each person can have a menu of their own. */
  readonly menu?: (door: Address, animates: boolean) => Promise<void>
  /** Resolves when the signal stops it; rejects when the platform refuses us for good (a wrong token). */
  listen(ears: Ears, signal: AbortSignal): Promise<void>
  /**
   * What it says of a chat of many, of that person there, and of us; `undefined` when it does not say. `chat`: the key of a place. Takes a while:
   * never within a transaction. `heard`: what was told with the update.
   */
  standing(chat: string, person: string, heard?: Standing): Promise<Standing | undefined>
  /** What that delivery will cost, as far as one can tell before. */
  toll(to: Address, message: Message, replaces?: string): Toll
  /**
   * `replaces`: the `ref` of a message delivered earlier to the same address, which this one takes the place of.
   * `once`: the same for the same letter, however often it is carried; a platform that can recognise it writes it once.
   */
  deliver(to: Address, message: Message, replaces?: string, once?: string): Promise<Outcome>
  /**
   * Takes a message away that was delivered to that address, or puts `instead` in its place where the platform no longer lets us.
   * One that is gone already counts as taken away.
   */
  withdraw(to: Address, ref: string, instead: Message): Promise<Outcome>
  /** Whether it answers at all, asked without doing anything; where a letter that got lost may not be repeated. */
  readonly answers?: () => Promise<boolean>
  /** There, in spite of `can.dropsRepeats`, a letter that is carried twice is written twice. */
  readonly repeats?: (to: Address) => boolean
  /** About how many people are in a chat of many, where it says so; `later`: it is busy. Takes a while. */
  readonly crowd?: (key: string) => Promise<Crowd | 'later' | undefined>
  /** A file that somebody sent, by what its update calls it; `undefined` when it does not come, or has more bytes. Takes a while. */
  readonly fetch?: (file: string, most: number) => Promise<Uint8Array | undefined>
  /** Shows it in the platform's own calendar of the chat at that key, or brings it in step; where there is one. */
  readonly events?: (key: string, event: HeldEvent, ref?: string) => Promise<Outcome>
}

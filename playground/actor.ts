import type { Rich } from '../src/base/rich.ts'
import type { Choice } from '../src/chat/message.ts'
import type { Point } from '../src/domain/territory/model.ts'

/** What a client shows under a message, top to bottom and left to right. */
export interface ShownButton {
  readonly label: string
  /** Pressing it opens this address; without one, pressing it tells the bot. */
  readonly url?: string
  /** Pressing it offers to share a position: see {@link Actor.shares}. */
  readonly asks?: 'position'
  readonly disabled?: true
  readonly tone?: 'primary' | 'success' | 'danger'
  /** Buttons of one row share this number, from 0. */
  readonly row: number
}

/** One message as one person sees it now. Plain data: it survives JSON. */
export interface Seen {
  /** Unique in its chat. */
  readonly id: string
  /** Grows with every message of the stage. */
  readonly order: number
  readonly from: 'bot' | 'me' | 'other'
  /** Whoever wrote it, as shown. */
  readonly author: string
  /** The words alone. */
  readonly text: string
  readonly rich: Rich
  readonly buttons: readonly ShownButton[]
  readonly image?: { readonly url: string; readonly alt: string }
  readonly edited: boolean
  /** Nobody else in this chat sees it. */
  readonly onlyMe: boolean
  /** It came without sound. */
  readonly silent: boolean
  /** It stays above the chat. */
  readonly pinned?: true
  /** Milliseconds since 1970. */
  readonly at: number
  /** The platform's own object. */
  readonly raw: unknown
}

/** A window of questions that is open (Discord's modals; elsewhere there is none). */
export interface OpenForm {
  readonly title: string
  readonly questions: readonly {
    readonly name: string
    readonly label: string
    readonly hint?: string
    readonly required: boolean
    readonly long: boolean
    readonly most?: number
    readonly value?: string
    readonly choices?: readonly Choice[]
  }[]
}

/** A command in the platform's own completion. */
export interface MenuEntry {
  readonly name: string
  readonly description: string
  readonly options: readonly {
    readonly name: string
    readonly description: string
    readonly required: boolean
    readonly choices?: readonly Choice[]
    /** The bot proposes values while one types: see {@link Actor.completes}. */
    readonly completes: boolean
  }[]
}

/** A chat of the stage. Private chats are not among them: every {@link Actor} starts in their own. */
export interface Chat {
  readonly id: string
  readonly title: string
  readonly kind: 'group' | 'topic' | 'channel'
  /** Of a topic: the chat it is in. */
  readonly parent?: string
}

/** Everything a client draws for one person in one chat. Plain data. */
export interface View {
  readonly seen: readonly Seen[]
  /** Buttons in the place of the keyboard (Telegram). */
  readonly keyboard: readonly ShownButton[]
  readonly form?: OpenForm
  readonly toasts: readonly string[]
  readonly menu: readonly MenuEntry[]
  /** The bot shows that it is busy. */
  readonly busy: boolean
  /** The bot cannot write to this person in private. */
  readonly closed: boolean
}

/**
 * One make-believe person in one chat. A scene written with it plays on every platform: whatever the person does resolves once the bot is
 * {@link Actor.quiet} again.
 */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly platform: string
  /** The same person in another chat; without one, in private with the bot. */
  in(chat?: Chat): Actor

  /** Writes plain words. */
  says(text: string): Promise<void>
  /**
   * Gives a command: `asks('actions', { lieu: 'montreuil' })` types `/actions montreuil` where commands are a line, and fills in the options
   * where they have some.
   */
  asks(command: string, options?: Readonly<Record<string, string>>): Promise<void>
  /** What the platform proposes while an option is typed. */
  completes(command: string, option: string, typed: string): Promise<readonly Choice[]>
  /**
   * Presses a button by its label: of that message, or else of the newest message that has it, for which the person waits. A link is opened instead: see
   * {@link opened}; a link to the bot itself starts it.
   * @throws Error when no such button is there, or it is disabled.
   */
  presses(label: string | RegExp, on?: Seen): Promise<void>
  /**
   * Answers questions, by their labels (a part is enough): in the window that is open, or one by one as the bot asks them. An empty answer leaves
   * out what may be left out.
   * @throws Error when one of them is not asked.
   */
  fills(answers: Readonly<Record<string, string>>): Promise<void>
  /** Closes the window of questions without an answer: the bot is not told. */
  dismisses(): Promise<void>
  /** @throws Error where positions cannot be shared. */
  shares(position: Point): Promise<void>
  /** Sends a picture, with those words under it. */
  sendsPicture(caption?: string): Promise<void>
  /** Hands somebody's message to the bot: forwards it in private, or takes « {@link menu} » under it, where messages have one. */
  passesOn(message: Seen, menu: string): Promise<void>
  /** Follows a link to the bot with something after it; `t.me/<bot>?start=`. Where there are none: `start`. */
  follows(start: string): Promise<void>
  /** Private messages from the bot are refused from now on; and taken again. */
  blocks(): Promise<void>
  returns(): Promise<void>
  /** Brings the bot into this chat, or throws it out. */
  invites(): Promise<void>
  expels(): Promise<void>

  /** All that is in the chat now for this person, the oldest first. */
  seen(): readonly Seen[]
  /** The newest message of the bot. @throws Error when there is none. */
  last(): Seen
  /** The newest message of the bot with these words; waits for it a while. @throws Error when it does not come. */
  sees(words: string | RegExp): Promise<Seen>
  /** Short words that came and went, the oldest first. */
  toasts(): readonly string[]
  /** Addresses that were opened by pressing a link. */
  opened(): readonly string[]
  form(): OpenForm | undefined
  menu(): readonly MenuEntry[]
  view(): View
  /** Resolves when the bot has nothing under way, as far as the stage can tell; bounded. */
  quiet(): Promise<void>
}

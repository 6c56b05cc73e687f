import { plain, rich, type Rich } from '../../../src/base/rich.ts'
import type { Choice } from '../../../src/chat/message.ts'
import type { Actor, Chat, MenuEntry, OpenForm, Seen, ShownButton } from '../../../playground/actor.ts'
import type { Change } from '../../../playground/stage.ts'

export interface PaperMessage {
  readonly text: Rich
  readonly buttons?: readonly ShownButton[]
  readonly keyboard?: readonly ShownButton[]
  readonly image?: { readonly url: string; readonly alt: string }
  readonly onlyMe?: true
  readonly form?: OpenForm
  readonly toast?: string
  /** Takes the place of the message whose button was pressed. */
  readonly instead?: true
}

/** What somebody did, as the bot of a paper stage reads it. */
export interface PaperNews {
  readonly actor: Actor
  readonly chat: Chat | undefined
  /** Words, `/command option:value`, `[label]` or `{label: answer}`. */
  readonly words: string
  readonly on?: Seen
}

export interface PaperBot {
  readonly menu: readonly MenuEntry[]
  hears(news: PaperNews): readonly PaperMessage[]
  completes(command: string, option: string, typed: string): readonly Choice[]
}

export interface Room {
  readonly chat: Chat | undefined
  readonly members: string[]
  bot: boolean
  messages: (Seen & { readonly person: string })[]
  keyboard: readonly ShownButton[]
}

export interface PaperWorld {
  readonly platform: string
  readonly bot: PaperBot
  readonly people: Map<string, { name: string; closed: boolean; form?: OpenForm; toasts: string[] }>
  readonly room: (key: string) => Room
  readonly next: () => number
  readonly tell: (change: Change) => void
}

export const createPaperActor = (world: PaperWorld): ((id: string, chat?: Chat) => Actor) => {
  const { platform, bot, people, room, next, tell } = world
  const actor = (id: string, chat?: Chat): Actor => {
    const person = () => {
      const found = people.get(id)
      if (!found) throw new Error(`Nobody is ${id}`)
      return found
    }
    const here = (): Room => room(chat?.id ?? id)
    const put = (words: Rich, rest: Partial<Seen> & { from: Seen['from']; author: string }): void => {
      const order = next()
      here().messages.push({
        id: String(order),
        order,
        text: plain(words),
        rich: words,
        buttons: [],
        edited: false,
        onlyMe: false,
        silent: false,
        at: 1_790_000_000_000 + order * 20_000,
        raw: { order },
        person: id,
        ...rest,
      })
      tell({ what: 'message', ...(chat && { chat: chat.id }) })
    }
    const hear = async (words: string, on?: Seen): Promise<void> => {
      if (!here().bot) return
      for (const { text, instead, form, toast, keyboard, ...rest } of bot.hears({
        actor: self,
        chat,
        words,
        ...(on && { on }),
      })) {
        if (form) person().form = form
        if (toast) person().toasts.push(toast)
        if (keyboard) here().keyboard = keyboard
        if (instead && on)
          here().messages = here().messages.map((one) =>
            one.id === on.id
              ? { ...one, buttons: [], ...rest, text: plain(text), rich: text, edited: true }
              : one,
          )
        else if (text.length > 0)
          put(text, { from: 'bot', author: 'Porte-voix', ...rest, onlyMe: rest.onlyMe ?? false })
      }
      tell({ what: 'edited', ...(chat && { chat: chat.id }) })
    }
    const mine = ({ person: by, ...seen }: Room['messages'][number]): Seen =>
      seen.from === 'bot' ? seen : { ...seen, from: by === id ? 'me' : 'other' }

    const self: Actor = {
      id,
      platform,
      get name() {
        return person().name
      },
      in: (other) => actor(id, other),
      async says(text) {
        put(rich`${text}`, { from: 'other', author: person().name })
        await hear(text)
      },
      async asks(command, options = {}) {
        const words = [
          `/${command}`,
          ...Object.entries(options).map(([name, value]) => `${name}:${value}`),
        ].join(' ')
        await hear(words)
      },
      async completes(command, option, typed) {
        return bot.completes(command, option, typed)
      },
      async presses(label, on) {
        const holds = (message: Seen) => message.buttons.some((button) => button.label === label)
        const found = on ?? self.seen().findLast(holds)
        const typed = here().keyboard.some((button) => button.label === label)
        if (!typed && !(found && holds(found))) throw new Error(`No button ${String(label)}`)
        await hear(`[${String(label)}]`, found)
      },
      async fills(answers) {
        const { form } = person()
        const missing = form?.questions.find((question) => question.required && !answers[question.label])
        if (!form || missing) throw new Error(`Not answered: ${missing?.label ?? 'no form'}`)
        delete person().form
        await hear(JSON.stringify(answers))
      },
      async shares({ lat, lon }) {
        if (platform !== 'telegram') throw new Error('No positions here')
        put(rich`Position : ${lat}, ${lon}`, { from: 'other', author: person().name })
        await hear(`(${lat}, ${lon})`)
      },
      async sendsPicture() {
        put(rich`Une photo`, { from: 'other', author: person().name })
      },
      async follows(start) {
        await hear(`/start ${start}`)
      },
      async blocks() {
        person().closed = true
        tell({ what: 'member', person: id })
      },
      async returns() {
        person().closed = false
        tell({ what: 'member', person: id })
      },
      async invites() {
        here().bot = true
        tell({ what: 'member' })
      },
      async expels() {
        here().bot = false
        tell({ what: 'member' })
      },
      seen: () =>
        here()
          .messages.filter((one) => !one.onlyMe || one.person === id)
          .map(mine),
      last() {
        const found = self.seen().findLast((one) => one.from === 'bot')
        if (!found) throw new Error('The bot said nothing')
        return found
      },
      async sees(words) {
        const found = self
          .seen()
          .findLast((one) => (typeof words === 'string' ? one.text.includes(words) : words.test(one.text)))
        if (!found) throw new Error(`Never seen: ${String(words)}`)
        return found
      },
      toasts: () => person().toasts,
      opened: () => [],
      form: () => person().form,
      menu: () => bot.menu,
      view() {
        const { form, toasts, closed } = person()
        return {
          seen: self.seen(),
          keyboard: here().keyboard,
          ...(form && { form }),
          toasts,
          menu: bot.menu,
          busy: false,
          closed,
        }
      },
      quiet: () => Promise.resolve(),
    }
    return self
  }

  return actor
}

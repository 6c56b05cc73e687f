import type { Actor, Chat, Seen } from '../actor.ts'
import type { Channel, Guild, Message, User } from './model.ts'
import type { Open, People } from './people.ts'
import { flag } from './model.ts'
import { buttonsOf, commandsFor, formOf, menuOf, messagesFor, seenBy } from './viewing.ts'
import type { World } from './world.ts'

export interface Surroundings {
  readonly world: World
  readonly people: People
  readonly windows: ReadonlyMap<string, Open>
  readonly opened: Map<string, string[]>
  readonly quiet: () => Promise<void>
  /** Resolves with the first thing that is there, when it is; rejects after a while. */
  readonly until: <T>(what: () => T | undefined, words: string) => Promise<T>
  readonly comes: (guild: Guild) => void
  readonly goes: (guild: Guild) => void
}

const fits = (label: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? label === wanted : wanted.test(label)

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** One person in one channel of Discord. */
export const createActor = (around: Surroundings, user: User, chat?: Chat): Actor => {
  const { world, people, windows, quiet } = around
  const channel = (): Channel => (chat ? world.channel(chat.id) : world.direct(user.id))
  const messages = (): readonly Message[] =>
    messagesFor(world, user.id, channel().id).filter(({ flags }) => !(flags & flag.loading))
  const seen = (): readonly Seen[] => messages().map((message) => seenBy(world, user.id, message))
  const byBot = (): readonly Seen[] => seen().filter(({ from }) => from === 'bot')
  const open = (): Open | undefined => {
    const there = windows.get(user.id)
    return there?.source.channel === channel().id ? there : undefined
  }
  const guild = (): Guild => {
    const there = world.guilds.get(channel().guild ?? '')
    if (!there) throw new Error('in private there is no server')
    return there
  }

  const press = async (wanted: string | RegExp, on?: Seen): Promise<void> => {
    const candidates = on ? messages().filter(({ id }) => id === on.id) : messages().toReversed()
    for (const message of candidates) {
      const button = buttonsOf(message).find(({ label }) => fits(label, wanted))
      if (!button) continue
      if (button.disabled) throw new Error(`the button « ${button.label} » is disabled`)
      if (button.url === undefined) people.press(user, channel(), message, button)
      else around.opened.set(user.id, [...(around.opened.get(user.id) ?? []), button.url])
      return quiet()
    }
    const there = messages().flatMap((message) => buttonsOf(message).map(({ label }) => label))
    throw new Error(`no button ${String(wanted)} among: ${there.join(', ')}`)
  }

  /** Where the bot could not open a window, its last message has one button that does. */
  const windowToFill = async (): Promise<Open> => {
    const there = open()
    if (there) return there
    const last = byBot().at(-1)
    const doors = last?.buttons.filter(({ url }) => url === undefined) ?? []
    if (last && doors.length === 1 && doors[0]) await press(doors[0].label, last)
    const opened = open()
    if (!opened) throw new Error('no window is open')
    return opened
  }

  const ask: Actor['asks'] = async (name, options = {}) => {
    const command = people.commandNamed(user, channel(), name)
    // Without such a command, Discord's client sends the words as they are.
    if (command) people.command(user, channel(), command, options)
    else people.write(user, channel(), ['/' + name, ...Object.values(options)].join(' '))
    await quiet()
  }

  return {
    id: user.id,
    name: user.name,
    platform: 'discord',
    in: (other) => createActor(around, user, other),
    says: async (text) => {
      people.write(user, channel(), text)
      await quiet()
    },
    asks: ask,
    completes: async (name, option, typed) => {
      const command = people.commandNamed(user, channel(), name)
      if (!command) throw new Error(`there is no command /${name}`)
      const interaction = people.type(user, channel(), command, option, typed)
      await around.until(() => interaction.answered, `proposals for ${option}`)
      return people.proposals(interaction)
    },
    presses: press,
    fills: async (answers) => {
      people.fill(user, await windowToFill(), answers)
      await quiet()
    },
    shares: () => Promise.reject(new Error('Discord has no way to share a position')),
    sendsPicture: async () => {
      const upload = { part: '0', name: 'photo.png', type: 'image/png', bytes: picture }
      people.write(user, channel(), '', [upload])
      await quiet()
    },
    passesOn: async ({ id }, menu) => {
      const message = world.find(channel().id, id)
      if (!message) throw new Error('that message is gone')
      people.apply(user, channel(), menu, message)
      await quiet()
    },
    follows: (start) => {
      const option = people.commandNamed(user, channel(), 'start')?.options?.[0]
      return ask('start', option ? { [option.name]: start } : {})
    },
    blocks: () => {
      user.closed = true
      world.changed({ what: 'member', person: user.id })
      return quiet()
    },
    returns: () => {
      user.closed = false
      world.changed({ what: 'member', person: user.id })
      return quiet()
    },
    invites: () => {
      around.comes(guild())
      return quiet()
    },
    expels: () => {
      around.goes(guild())
      return quiet()
    },
    seen,
    last: () => {
      const there = byBot().at(-1)
      if (!there) throw new Error('the bot said nothing here')
      return there
    },
    sees: (words) =>
      around.until(
        () =>
          byBot().findLast(({ text }) =>
            typeof words === 'string' ? text.includes(words) : words.test(text),
          ),
        `${String(words)}; there is: ${byBot()
          .map(({ text }) => text)
          .join(' / ')}`,
      ),
    toasts: () => world.toasts.get(user.id) ?? [],
    opened: () => around.opened.get(user.id) ?? [],
    form: () => {
      const there = open()
      return there && formOf(there.window)
    },
    menu: () => menuOf(commandsFor(world, user, channel()), user.language),
    view: () => {
      const there = open()
      return {
        seen: seen(),
        keyboard: [],
        ...(there && { form: formOf(there.window) }),
        toasts: world.toasts.get(user.id) ?? [],
        menu: menuOf(commandsFor(world, user, channel()), user.language),
        busy: messagesFor(world, user.id, channel().id).some(({ flags }) => flags & flag.loading),
        closed: user.closed,
      }
    },
    quiet,
  }
}

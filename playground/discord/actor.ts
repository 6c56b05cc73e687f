import { samplePng } from '../sample.ts'
import type { Actor, Chat, Seen } from '../actor.ts'
import { eventually } from '../patience.ts'
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
  readonly comes: (guild: Guild) => void
  readonly goes: (guild: Guild) => void
}

const fits = (label: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? label === wanted : wanted.test(label)

const noWindow = (): string => 'no window is open'

/** The first button so labelled, of the first message that has it. */
const labelled = (among: readonly Message[], wanted: string | RegExp) => {
  for (const message of among) {
    const button = buttonsOf(message).find(({ label }) => fits(label, wanted))
    if (button) return { message, button }
  }
  return undefined
}

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

  const missing = (wanted: string | RegExp): string => {
    const there = messages().flatMap((message) => buttonsOf(message).map(({ label }) => label))
    return `no button ${String(wanted)} among: ${there.join(', ')}`
  }

  const press = async (wanted: string | RegExp, on?: Seen): Promise<void> => {
    const here = (): readonly Message[] =>
      on ? messages().filter(({ id }) => id === on.id) : messages().toReversed()
    const look = () => labelled(here(), wanted)
    const found = on ? look() : await eventually(look, () => missing(wanted))
    if (!found) throw new Error(missing(wanted))
    const { message, button } = found
    if (button.disabled) throw new Error(`the button « ${button.label} » is disabled`)
    if (button.url === undefined) people.press(user, channel(), message, button)
    else around.opened.set(user.id, [...(around.opened.get(user.id) ?? []), button.url])
    return quiet()
  }

  /** Where the bot could not open a window, its last message has one button that does. */
  const door = () => {
    const on = byBot().at(-1)
    const [first, ...others] = on?.buttons.filter(({ url }) => url === undefined) ?? []
    return on && first && others.length === 0 ? { on, label: first.label } : undefined
  }

  const windowToFill = async (): Promise<Open> => {
    const there = await eventually(() => open() ?? door(), noWindow)
    if ('window' in there) return there
    await press(there.label, there.on)
    return eventually(open, noWindow)
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
      await eventually(
        () => interaction.answered,
        () => `no proposals for ${option}`,
      )
      return people.proposals(interaction)
    },
    presses: press,
    fills: async (answers) => {
      people.fill(user, await windowToFill(), answers)
      await quiet()
    },
    dismisses: () => {
      people.dismiss(user)
      return quiet()
    },
    shares: () => Promise.reject(new Error('Discord has no way to share a position')),
    sendsPicture: async (caption = '') => {
      const upload = { part: '0', name: 'photo.png', type: 'image/png', bytes: samplePng }
      people.write(user, channel(), caption, [upload])
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
      eventually(
        () =>
          byBot().findLast(({ text }) =>
            typeof words === 'string' ? text.includes(words) : words.test(text),
          ),
        () =>
          `${user.name} does not see « ${String(words)} » in: ${byBot()
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

import type { Actor, Chat, Seen, ShownButton } from '../actor.ts'
import { eventually } from '../patience.ts'
import { samplePng } from '../sample.ts'
import { menuOf, pressInline, privateRoom, write } from './crowd.ts'
import { toastsOf } from './methods/callbacks.ts'
import { tellOwnStatus } from './membership.ts'
import { fillOneByOne } from './filling.ts'
import type { Message, User } from './types.ts'
import { seenBy, shownKeys } from './view.ts'
import { mostText } from './words.ts'
import type { Room, Stored, World } from './world.ts'

interface Where {
  readonly room: Room
  readonly thread?: number
}

interface Needs {
  readonly world: World
  readonly quiet: () => Promise<void>
  readonly roomOf: (chat: Chat) => Where
}

const fits = (label: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? label === wanted : wanted.test(label)

/** What is too long for one message, clients send as several. */
const parts = (text: string): readonly string[] => {
  const points = Array.from(text)
  return Array.from({ length: Math.ceil(points.length / mostText) }, (_, at) =>
    points.slice(at * mostText, (at + 1) * mostText).join(''),
  )
}

/** The people of the stage, each in any of its chats. */
export const makeActing = ({ world, quiet, roomOf }: Needs) => {
  const actorIn = (person: User, { room, thread }: Where): Actor => {
    const isHere = ({ message }: Stored): boolean =>
      room.facts.is_forum ? message.message_thread_id === thread : true
    const stored = (): readonly Stored[] =>
      [...room.stored.values()].filter(isHere).toSorted((one, two) => one.order - two.order)
    const seen = (): readonly Seen[] =>
      stored().map((each) => seenBy(world, person.id, each, room.pinned.includes(each.message.message_id)))
    const fromBot = (): readonly Seen[] => seen().filter(({ from }) => from === 'bot')
    const opened = (): readonly string[] => world.opened.get(person.id) ?? []
    const written = thread === undefined ? {} : { thread }

    const says = async (text: string): Promise<void> => {
      for (const part of parts(text)) write(world, room, person, { text: part }, written)
      await quiet()
    }
    const follows = async (start: string): Promise<void> => {
      if (!/^[\w-]{0,64}$/.test(start)) throw new Error(`Telegram drops this start payload: ${start}`)
      write(world, privateRoom(world, person), person, { text: start ? `/start ${start}` : '/start' })
      await quiet()
    }
    const opens = async (url: string): Promise<void> => {
      world.opened.set(person.id, [...opened(), url])
      const own = new URL(url.includes('://') ? url : `https://${url}`)
      if (own.hostname !== 't.me' || own.pathname !== `/${world.bot.username ?? ''}`) return
      await follows(own.searchParams.get('start') ?? '')
    }
    const pressUnder = async (on: Seen, { label, url }: ShownButton): Promise<void> => {
      if (url !== undefined) return opens(url)
      const message = room.stored.get(Number(on.id))?.message
      const data = message?.reply_markup?.inline_keyboard
        .flat()
        .find(({ text }) => text === label)?.callback_data
      if (!message || data === undefined) throw new Error(`« ${label} » does nothing`)
      const before = opened().length
      pressInline(world, room, person, message, data)
      await quiet()
      const link = opened()[before]
      if (link === undefined) return
      world.opened.set(person.id, opened().slice(0, before))
      await opens(link)
    }
    /** The button of that message, or of the newest that has it, or in the place of the keyboard. */
    const labelled = (label: string | RegExp, on?: Seen) => {
      for (const message of on ? fromBot().filter(({ id }) => id === on.id) : fromBot().toReversed()) {
        const button = message.buttons.find((one) => fits(one.label, label))
        if (button) return { is: 'button', message, button } as const
      }
      const key = on ? undefined : shownKeys(room.keyboard).find((one) => fits(one.label, label))
      return key && ({ is: 'key', key } as const)
    }
    const missing = (label: string | RegExp) => (): string =>
      `${person.first_name} sees no button « ${String(label)} » in: ${describe(seen())}`
    const shares: Actor['shares'] = async ({ lat, lon }) => {
      write(world, room, person, { location: { latitude: lat, longitude: lon } }, written)
      await quiet()
    }

    const actor: Actor = {
      id: String(person.id),
      name: person.first_name,
      platform: 'telegram',
      in: (chat) => actorIn(person, chat ? roomOf(chat) : { room: privateRoom(world, person) }),
      says,
      asks: (command, options = {}) => says([`/${command}`, ...Object.values(options)].join(' ')),
      completes: () => Promise.resolve([]),
      presses: async (label, on) => {
        const found = on ? labelled(label, on) : await eventually(() => labelled(label), missing(label))
        if (!found) throw new Error(missing(label)())
        if (found.is === 'button') return pressUnder(found.message, found.button)
        if (found.key.asks === 'position') return shares({ lat: 48.8566, lon: 2.3522 })
        return says(found.key.label)
      },
      fills: (answers) => fillOneByOne(actor, answers),
      dismisses: () => Promise.reject(new Error('Telegram opens no windows')),
      shares,
      sendsPicture: async (caption) => {
        const id = `AgACAgQAAx${world.next('file')}`
        world.files.set(id, { id, bytes: samplePng, type: 'image/png' })
        const photo = [{ file_id: id, file_unique_id: `u${id}`, width: 90, height: 90 }]
        write(world, room, person, { photo, ...(caption !== undefined && { caption }) }, written)
        await quiet()
      },
      passesOn: async ({ id }) => {
        const message = room.stored.get(Number(id))?.message
        if (!message) throw new Error('that message is gone')
        const { from, date, text, entities, photo, caption } = message
        const what = {
          forward_origin: { type: 'user', sender_user: from, date },
          text,
          entities,
          photo,
          caption,
        }
        write(world, privateRoom(world, person), person, JSON.parse(JSON.stringify(what)) as Partial<Message>)
        await quiet()
      },
      follows,
      blocks: () => turn(true),
      returns: () => turn(false),
      invites: async () => {
        tellOwnStatus(world, room, room.facts.type === 'channel' ? 'administrator' : 'member', person)
        await quiet()
      },
      expels: async () => {
        tellOwnStatus(world, room, 'kicked', person)
        await quiet()
      },
      seen,
      last: () => {
        const last = fromBot().at(-1)
        if (!last) throw new Error(`the bot said nothing to ${person.first_name}`)
        return last
      },
      sees: (words) =>
        eventually(
          () =>
            fromBot().findLast(({ text }) =>
              typeof words === 'string' ? text.includes(words) : words.test(text),
            ),
          () => `${person.first_name} does not see « ${String(words)} » in: ${describe(seen())}`,
        ),
      toasts: () => toastsOf(world, person.id, room.facts.id),
      opened,
      form: () => undefined,
      menu: () =>
        menuOf(world, room, person).map(({ command, description }) => ({
          name: command,
          description,
          options: [],
        })),
      view: () => ({
        seen: seen(),
        keyboard: shownKeys(room.keyboard),
        toasts: actor.toasts(),
        menu: actor.menu(),
        busy: room.busyUntil > world.clock.now(),
        closed: privateRoom(world, person).blocked,
      }),
      quiet,
    }

    const turn = async (blocked: boolean): Promise<void> => {
      const own = privateRoom(world, person)
      if (own.blocked === blocked) return
      own.blocked = blocked
      tellOwnStatus(world, own, blocked ? 'kicked' : 'member', person)
      await quiet()
    }

    return actor
  }
  return { actorIn }
}

const describe = (messages: readonly Seen[]): string =>
  messages
    .slice(-3)
    .map(({ text, buttons }) => `${text} [${buttons.map(({ label }) => label).join(' | ')}]`)
    .join('\n---\n') || '(nothing)'

import { systemClock, type Clock } from '../../src/base/clock.ts'
import type { Actor, Chat } from '../actor.ts'
import type { Stage, StageOptions } from '../stage.ts'
import { makeActing } from './acting.ts'
import { privateRoom, write } from './crowd.ts'
import { noLimits, realLimits } from './limits.ts'
import { mostAge } from './methods/callbacks.ts'
import { makeMishaps } from './mishaps.ts'
import { readParams, type Raw } from './parameters.ts'
import { checkParameters, perform, spelled } from './perform.ts'
import { makeQuiet } from './quiet.ts'
import { makeSettings } from './settings.ts'
import type { User } from './types.ts'
import { makeQueue } from './updates.ts'
import { makeWebhook } from './webhook.ts'
import { openWire } from './wire.ts'
import { makeWorld, type World } from './world.ts'

export interface TelegramOptions extends StageOptions {
  readonly clock?: Clock
  /** Telegram's own limits: 30 messages a second, about one a second to a chat, 20 a minute to a group. Off unless given. */
  readonly limits?: true
  /** Before a webhook is tried again, milliseconds; doubled each time. */
  readonly retryMs?: number
}

/** What only Telegram has, besides what every stage has. */
export interface TelegramStage extends Stage {
  /** A supergroup; with topics it is a forum. */
  supergroup(title: string, members: readonly Actor[], options?: SupergroupOptions): Chat
  /** The group becomes a supergroup with another identifier; the new chat. */
  migrates(chat: Chat): Promise<Chat>
  closesTopic(chat: Chat): void
  /** What appears in the channel is discussed in that group from now on. */
  discusses(channel: Chat, group: Chat): void
  /** The person leaves Telegram. */
  deactivates(actor: Actor): void
  /** From now on, nobody but administrators may write there. */
  mutes(chat: Chat): void
  /** The bot becomes an administrator, or is one no more. */
  promotes(chat: Chat, admin?: boolean): Promise<void>
  /** The person writes in the name of the group. */
  anonymously(actor: Actor, chat: Chat, text: string): Promise<void>
}

export interface SupergroupOptions {
  readonly bot?: false
  readonly animators?: readonly Actor[]
  readonly forum?: true
}

const defaultToken = '8100000001:AAE-playground-of-porte-voix-0000000'

export type { World, User }

/** A make-believe Telegram for one bot, over HTTP on this machine. */
export const startTelegram = async (options: TelegramOptions = {}): Promise<TelegramStage> => {
  const { clock = systemClock, token = defaultToken, botName = 'porte_voix_bot', idle } = options
  const bot: User = {
    id: Number(token.split(':')[0]) || 8_100_000_001,
    is_bot: true,
    first_name: 'Porte-voix',
    username: botName,
  }
  const queue = makeQueue({
    next: () => world.next('update'),
    webhook: () => webhook.active(),
  })
  const world = makeWorld({ clock, bot, token, updates: () => queue })
  const mishaps = makeMishaps()
  const webhook = makeWebhook({
    queue,
    now: () => Math.floor(clock.now() / 1000),
    retryMs: options.retryMs ?? 250,
    perform: async (method, params) => {
      await dispatch(spelled(method), params, new AbortController().signal)
    },
  })
  const dispatch = async (method: string, raw: Raw, closed: AbortSignal): Promise<unknown> => {
    switch (method) {
      case 'getUpdates':
        checkParameters(method, raw)
        return queue.poll(readParams(raw), closed)
      case 'setWebhook':
        checkParameters(method, raw)
        webhook.set(readParams(raw))
        return true
      case 'deleteWebhook':
        checkParameters(method, raw)
        webhook.remove(readParams(raw))
        return true
      case 'getWebhookInfo':
        checkParameters(method, raw)
        return webhook.info()
      default:
        return perform(world, method, raw)
    }
  }
  const wire = await openWire({
    token,
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    now: () => clock.now(),
    limits: options.limits ? realLimits(() => clock.now()) : noLimits,
    mishaps,
    spelled,
    perform: dispatch,
    file: (id) => {
      const file = world.files.get(id)
      return file?.bytes && { bytes: file.bytes, type: file.type }
    },
    violate: (words) => world.violations.push(words),
    fail: (error) => {
      world.violations.push(`the playground itself failed: ${String(error)}`)
    },
  })
  const quiet = makeQuiet({ world, queue, wire: () => wire, hooked: () => webhook.active(), idle })
  const { actorIn } = makeActing({ world, quiet, roomOf: (chat) => settings.roomOf(chat) })
  const settings = makeSettings({ world, quiet, actorIn })

  const unanswered = (): readonly string[] =>
    [...world.queries.values()]
      .filter(({ answered, at }) => !answered && clock.now() - at > mostAge)
      .map(({ id }) => `the press ${id} was never answered: its button still spins`)

  return {
    platform: 'telegram',
    token,
    url: wire.url,
    ...settings.scenery,
    anonymously: async (actor, chat, text) => {
      const { room, thread } = settings.roomOf(chat)
      const person = world.users.get(Number(actor.id))
      if (!person) throw new Error(`nobody is called ${actor.name}`)
      write(world, room, person, { text }, { anonymous: true, ...(thread !== undefined && { thread }) })
      await quiet()
    },
    deactivates: (actor) => {
      const person = world.users.get(Number(actor.id))
      if (person) privateRoom(world, person).deactivated = true
    },
    retells: async () => {
      queue.again()
      await quiet()
    },
    misbehave: (mishap) => {
      mishaps.add(mishap)
    },
    behave: () => {
      mishaps.clear()
    },
    ledger: () => wire.ledger,
    violations: () => [...world.violations, ...unanswered()],
    onChange: (listener) => world.onChange(listener),
    quiet,
    // What people do waits for the bot.
    awake: async () => {},
    [Symbol.asyncDispose]: async () => {
      webhook.stop()
      await wire[Symbol.asyncDispose]()
    },
  }
}

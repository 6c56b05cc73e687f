import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock, type Clock } from '../../src/base/clock.ts'
import type { Actor, Chat } from '../actor.ts'
import type { Change, Stage, StageOptions } from '../stage.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createInteractions } from './interactions.ts'
import { createLimits, noLimits } from './limits.ts'
import { createMishaps } from './mishaps.ts'
import { createPeople, type Open } from './people.ts'
import { createQuiet } from './quiet.ts'
import { commandRoutes } from './routes/commands.ts'
import { eventRoutes, type HeldEvent } from './routes/events.ts'
import { messageRoutes } from './routes/messages.ts'
import { placeRoutes } from './routes/places.ts'
import { threadRoutes } from './routes/threads.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { createScenery, type Forums } from './scenery.ts'
import { applicationShape, guildShape, userShape } from './shapes.ts'
import { openWire } from './wire.ts'
import { createWorld } from './world.ts'
import { createWriting, intent } from './writing.ts'

export interface DiscordOptions extends StageOptions {
  readonly clock?: Clock
  /** Discord's own limits, with their headers. Off unless given. */
  readonly limits?: true
  /** Privileged intents that the portal grants; none unless given. */
  readonly intents?: number
  readonly heartbeatMs?: number
}

/** What only Discord has, besides what every stage has. */
export interface DiscordStage extends Stage, Forums {
  /** The REST root to give to a bot. */
  readonly api: string
  readonly gateway: Pick<
    Gateway,
    'drop' | 'reconnect' | 'invalidate' | 'endsWhenResumed' | 'listeners' | 'sessions'
  >
  /** From now on the bot may not see that channel, not write, or not pin there. */
  restricts(chat: Chat, what: 'view' | 'send' | 'pin' | 'thread'): void
  /** The person no longer has the bot for themselves: without a server in common, it cannot write to them. */
  uninstalls(actor: Actor): void
  /** The person gives a command of the menu of a message, or of somebody, in that chat. */
  applies(
    actor: Actor,
    chat: Chat,
    command: string,
    to: { message: string } | { person: Actor },
  ): Promise<void>
  /** Scheduled events of all servers, the first made first. */
  events(): readonly HeldEvent[]
  /** Who was pinged in that chat, by everything said there. */
  pinged(chat: Chat): readonly string[]
}

/** Presences, members and what messages say, as the portal notes them for a bot in few servers. */
const applicationFlags = (granted: number): number =>
  [
    [1 << 8, 1 << 13],
    [1 << 1, 1 << 15],
    [1 << 15, 1 << 19],
  ].reduce((flags, [wanted = 0, noted = 0]) => (granted & wanted ? flags | noted : flags), 0)

const patience = 15_000

/** A make-believe Discord for one bot, REST and gateway, on this machine. */
export const startDiscord = async (options: DiscordOptions = {}): Promise<DiscordStage> => {
  const { clock = systemClock, botName = 'Porte-voix', host = '127.0.0.1', idle } = options
  const now = (): number => clock.now()
  const listeners = new Set<(change: Change) => void>()
  const events = new Map<string, HeldEvent>()
  const granted = options.intents ?? 0
  const world = createWorld({
    now,
    botName,
    flags: applicationFlags(granted),
    changed: (change) => listeners.forEach((listen) => listen(change)),
  })
  const token =
    options.token ??
    [Buffer.from(world.bot.id).toString('base64url'), 'jouer', randomBytes(20).toString('base64url')].join(
      '.',
    )
  let port = 0
  const address = (): string => `ws://${host}:${port}/gateway`

  const gateway = createGateway({
    token,
    granted,
    url: address,
    now,
    violate: (words) => world.violate(words),
    welcome: () => {
      const guilds = [...world.guilds.values()].filter(({ joined }) => joined !== undefined)
      return {
        ready: {
          user: { ...userShape(world.bot), verified: true, mfa_enabled: true, email: null },
          guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
          application: { id: world.bot.id, flags: applicationShape(world).flags },
        },
        guilds: guilds.map((guild) => guildShape(world, guild)),
      }
    },
    ...(options.heartbeatMs !== undefined && { heartbeatMs: options.heartbeatMs }),
  })

  let last: (() => void) | undefined
  /** What people do; the last of it can be told again. */
  const tell = (event: string, told: object, needed?: number): void => {
    last = () => gateway.dispatch(event, told, needed)
    last()
  }
  const writing = createWriting({
    world,
    files: () => `http://${host}:${port}/attachments`,
    dispatch: (event, told, needed) => {
      const byBot = 'author' in told && (told.author as { id?: string }).id === world.bot.id
      if (event === 'MESSAGE_CREATE' && !byBot) tell(event, told, needed)
      else gateway.dispatch(event, told, needed)
    },
  })
  const windows = new Map<string, Open>()
  const interactions = createInteractions({
    world,
    writing,
    dispatch: tell,
    listens: () => gateway.listeners() > 0,
    opens: (user, window, source) => {
      windows.set(user, { window, source })
      world.changed({ what: 'form', chat: source.channel, person: user })
    },
  })
  const mishaps = createMishaps()
  const wire = await openWire({
    token,
    host,
    port: options.port ?? 0,
    now,
    mishaps,
    gateway,
    limits: options.limits ? createLimits(now) : noLimits,
    violate: (words) => world.violate(words),
    file: (id) =>
      world.uploads.get(id) ??
      [...world.messages.values()]
        .flat()
        .flatMap(({ attachments }) => attachments)
        .find((attachment) => attachment.id === id),
    routes: [
      ...eventRoutes({ world, now, events }),
      ...placeRoutes({
        world,
        gateway: address,
        dispatch: (event, told) => gateway.dispatch(event, told, intent.guilds),
      }),
      ...threadRoutes({
        world,
        writing,
        dispatch: (event, told) => gateway.dispatch(event, told, intent.guilds),
      }),
      ...commandRoutes({ world }),
      ...messageRoutes({ world, writing }),
      ...webhookRoutes({ world, writing, interactions }),
    ],
  })
  port = wire.port

  const quiet = createQuiet({ world, wire: () => wire, listeners: gateway.listeners, idle })
  const isHere = (): boolean => gateway.listeners() > 0 && world.commands.has('global')
  const people = createPeople({ world, writing, interactions, windows })
  const scenery = createScenery({
    world,
    tell,
    surroundings: { world, people, windows, opened: new Map(), quiet },
  })

  return {
    platform: 'discord',
    token,
    url: `http://${host}:${port}/api`,
    api: `http://${host}:${port}/api`,
    ...scenery,
    gateway,
    restricts: ({ id }, what) => {
      world.channel(id).forbidden.add(what)
    },
    uninstalls: ({ id }) => {
      const user = world.users.get(id)
      if (user) user.installed = false
    },
    applies: async ({ id }, chat, command, to) => {
      const user = world.users.get(id)
      if (!user) throw new Error('nobody has that identifier')
      const target = 'message' in to ? world.message(chat.id, to.message) : world.users.get(to.person.id)
      if (!target) throw new Error('there is no such person')
      people.apply(user, world.channel(chat.id), command, target)
      await quiet()
    },
    events: () => [...events.values()],
    pinged: ({ id }) => (world.messages.get(id) ?? []).flatMap(({ pinged }) => pinged),
    retells: async () => {
      last?.()
      await quiet()
    },
    misbehave: mishaps.add,
    behave: mishaps.clear,
    ledger: () => wire.ledger,
    violations: () => world.violations,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    quiet,
    awake: async () => {
      for (const started = now(); !isHere() && now() - started < patience;) await sleep(20)
    },
    [Symbol.asyncDispose]: async () => {
      gateway.close()
      await wire.close()
    },
  }
}

import type {
  APIChannel,
  APIInteraction,
  APIMessage,
  APIUnavailableGuild,
  Client,
  GatewayReadyDispatchData,
} from 'discord.js'
import type * as Discord from 'discord.js'
import { setTimeout as wait } from 'node:timers/promises'
import { second } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import { required } from '../../base/required.ts'
import type { Guild } from './read-events.ts'
import { faultOf, withoutAddress } from './faults.ts'

/** The events that concern us, as Discord words them. */
export interface Events {
  readonly READY: (of: GatewayReadyDispatchData) => void
  readonly INTERACTION_CREATE: (of: APIInteraction) => void
  readonly MESSAGE_CREATE: (of: APIMessage & { readonly guild_id?: string }) => void
  readonly GUILD_CREATE: (of: Guild) => void
  readonly GUILD_DELETE: (of: APIUnavailableGuild) => void
  readonly CHANNEL_CREATE: (of: APIChannel & { readonly guild_id?: string }) => void
  readonly CHANNEL_UPDATE: (of: APIChannel) => void
  readonly THREAD_CREATE: (of: APIChannel & { readonly guild_id?: string }) => void
  readonly CHANNEL_DELETE: (of: APIChannel) => void
  readonly THREAD_DELETE: (of: APIChannel) => void
}

interface Needs {
  readonly token: string
  readonly api?: string
  readonly events: Events
  readonly log: Log
}

/** Discord will not have us: trying again changes nothing. */
export class RefusedByDiscord extends Error {
  override readonly name = 'RefusedByDiscord'
}

/** Codes with which the gateway closes for good, and what there is to mend. */
const refusals: Readonly<Record<number, string>> = {
  4004: 'the token is wrong',
  4010: 'the shard is invalid',
  4011: 'the bot is in so many servers that it needs shards',
  4012: 'the version of the gateway is gone',
  4013: 'the intents are invalid',
  4014: 'an intent is not switched on in the developer portal',
}

/**
 * discord.js reads every packet after us. What we have read it need not read again: in 14.28.1 a packet that it does not expect, or a session
 * that ends right after RESUMED, is an exception that nobody can catch.
 */
const oursAlone: ReadonlySet<string> = new Set(['RESUMED', 'INTERACTION_CREATE', 'MESSAGE_CREATE'])

/** Nothing of what people say or are stays in memory. */
const forgetful = {
  GuildMemberManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
} as const

const refusal = (error: unknown): unknown => {
  const invalid = error instanceof Error && 'code' in error && error.code === 'TokenInvalid'
  return invalid || faultOf(error)?.is === 'unauthorized' ? new RefusedByDiscord(refusals[4004]) : error
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

const farewell = 5 * second

/**
 * discord.js 14.28.1 that is told to leave while it still greets Discord never ends, and comes back by itself: it may finish its greeting
 * first. What does not end in time is left deaf.
 */
const leave = async (client: Client, login: Promise<unknown>): Promise<void> => {
  await Promise.race([Promise.allSettled([login]), wait(farewell, undefined, { ref: false })])
  client.removeAllListeners('raw')
  await Promise.race([client.destroy(), wait(farewell, undefined, { ref: false })])
}

/**
 * One client of discord.js, from login to the signal. Resumes by itself what breaks off.
 * @throws RefusedByDiscord for good; anything else may go better another time.
 */
export const attend = async ({ token, api, events, log }: Needs, signal: AbortSignal): Promise<void> => {
  const {
    Client: DiscordClient,
    GatewayIntentBits,
    Options,
    Partials,
  } = required('discord.js') as typeof Discord
  const client = new DiscordClient({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    makeCache: Options.cacheWithLimits(forgetful),
    ...(api !== undefined && { rest: { api } }),
  })
  const tell = (name: string, told: unknown): void => {
    try {
      if (Object.hasOwn(events, name)) (events[name as keyof Events] as (of: unknown) => void)(told)
    } catch (error) {
      log.error({ err: withoutAddress(error), event: name }, 'an event of Discord could not be read')
    }
  }
  client.on('raw', (packet: { t: string | null; d: unknown }) => {
    const { t: name } = packet
    if (name === null) return
    if (oursAlone.has(name)) packet.t = null
    tell(name, packet.d)
  })
  client.on('shardReconnecting', () => {
    // It says so as well when it is told to go.
    if (!signal.aborted) log.info({}, 'the connection to Discord broke off; resuming')
  })
  client.on('shardError', (error) =>
    log.warn({ err: withoutAddress(error) }, 'the connection to Discord failed'),
  )
  client.on('error', (error) => log.error({ err: withoutAddress(error) }, 'discord.js failed'))

  const login = client.login(token)
  const refused = new Promise<never>((_, refuse) => {
    client.on('shardDisconnect', ({ code }) =>
      refuse(new RefusedByDiscord(refusals[code] ?? `the gateway closed with ${code}`)),
    )
    login.catch(refuse)
  })
  try {
    await Promise.race([refused, aborted(signal)])
  } catch (error) {
    throw refusal(error)
  } finally {
    await leave(client, login)
  }
}

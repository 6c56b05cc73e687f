import type { APIChannel, APIMessage, ChannelType, GatewayGuildCreateDispatchData } from 'discord.js'
import { instant, type Instant } from '../../base/clock.ts'
import { storable } from '../../base/text.ts'
import type { Said, Speaker, Update } from '../../chat/index.ts'
import { isForum } from './forum.ts'
import { channelKey, doorKey, forumKey } from './keys.ts'
import { instantOf, platform, speakerOf } from './read.ts'

/** Some people type a command as words. */
const typedCommand = /^\/(?<name>[\p{L}\p{N}_-]{1,32})(?:\s+(?<line>.*))?$/su

const saidIn = (content: string): Said => {
  const text = storable(content).trim()
  const { name, line } = typedCommand.exec(text)?.groups ?? {}
  if (name) return { is: 'command', name, line: line ?? '' }
  return text === '' ? { is: 'other' } : { is: 'text', text }
}

/** Plain messages and answers to one; the others are Discord's own (a pin, a call). */
const byPeople: readonly number[] = [0, 19]

/** A private message of a person; `undefined` for all others, which are not for us. */
export const readMessage = (message: APIMessage & { guild_id?: string }): Update | undefined => {
  if (message.guild_id || message.author.bot || !byPeople.includes(message.type)) return undefined
  return {
    platform,
    id: `m${message.id}`,
    at: instantOf(message.id),
    from: speakerOf(message.author),
    place: { kind: 'private', key: channelKey(message.channel_id) },
    back: { platform, key: channelKey(message.channel_id) },
    said: saidIn(message.content),
  }
}

/** Discord does not say who let the bot in or put it out: it is told as the bot's own coming and going. */
const bot = (id: string): Speaker => ({ key: id, name: '', door: { platform, key: doorKey(id) } })

type Told = GatewayGuildCreateDispatchData

/** Not every server that speaks for Discord tells all of it. */
export type Guild = Pick<Told, 'id' | 'joined_at'> &
  Partial<Pick<Told, 'system_channel_id' | 'channels' | 'threads'>>

const words: ChannelType.GuildText = 0

/** Where a server expects news of itself, or else its first channel of words. */
const welcomeIn = ({ system_channel_id, channels = [] }: Guild): string | undefined =>
  system_channel_id ??
  channels
    .filter((channel) => channel.type === words)
    .toSorted((one, other) => one.position - other.position || instantOf(one.id) - instantOf(other.id))[0]?.id

/** The bot was let into a server, and sees all of its channels again; `undefined` where there is nowhere to say hello. */
export const readJoin = (guild: Guild, botId: string): Update | undefined => {
  const channel = welcomeIn(guild)
  const { channels = [], threads = [] } = guild
  return channel === undefined
    ? undefined
    : {
        platform,
        id: `g${guild.id}:${guild.joined_at}`,
        at: instant(guild.joined_at),
        from: bot(botId),
        place: { kind: 'group', key: channelKey(channel) },
        back: { platform, key: channelKey(channel) },
        said: { is: 'added', also: [...channels, ...threads].map(keyOf) },
      }
}

/** A place is no more, or the bot is no more in it. */
const removal = (key: string, botId: string, at: Instant): Update => ({
  platform,
  id: `x${key}:${at}`,
  at,
  from: bot(botId),
  place: { kind: 'group', key },
  back: { platform, key },
  said: { is: 'removed' },
})

/** `keys`: of the places that are no more. */
export const readRemoval = (keys: readonly string[], botId: string, at: Instant): readonly Update[] =>
  keys.map((key) => removal(key, botId, at))

/** Where messages to that channel go: a forum takes none of its own. */
export const keyOf = (channel: Pick<APIChannel, 'id' | 'type'>): string =>
  isForum(channel) ? forumKey(channel.id) : channelKey(channel.id)

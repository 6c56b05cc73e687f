import type { APIInteraction, ChannelType } from 'discord.js'
import { storable } from '../../base/text.ts'
import type { Update } from '../../chat/index.ts'
import { discord } from '../../phrases/discord.ts'

const bit = (at: number): bigint => 1n << BigInt(at)

const rights = {
  administrator: bit(3),
  manageChannels: bit(4),
  manageServer: bit(5),
  view: bit(10),
  send: bit(11),
  embed: bit(14),
  attach: bit(15),
  inThreads: bit(38),
  pin: bit(51),
} as const

const has = (given: bigint, right: bigint): boolean =>
  (given & rights.administrator) !== 0n || (given & right) !== 0n

/** Threads of announcements, public and private ones. */
const threads: readonly ChannelType[] = [10, 11, 12]

/** Each interaction in a server says what its author and the bot may do in the channel. */
export const standingOf = (of: APIInteraction): Update['standing'] => {
  const { member, channel } = of
  if (!member || !channel) return undefined
  const theirs = BigInt(member.permissions)
  const own = BigInt(of.app_permissions)
  const send = ['send', rights.send] as const
  const inThreads = ['inThreads', rights.inThreads] as const
  const needed = [
    ['view', rights.view],
    threads.includes(channel.type) ? inThreads : send,
    ['embed', rights.embed],
    ['attach', rights.attach],
  ] as const
  return {
    title: storable('name' in channel && channel.name ? `#${channel.name}` : ''),
    administers: has(theirs, rights.manageChannels) || has(theirs, rights.manageServer),
    lacks: needed.filter(([, right]) => !has(own, right)).map(([name]) => discord.rights[name]),
    ...(!has(own, rights.pin) && { cannotPin: discord.rights.pin }),
  }
}

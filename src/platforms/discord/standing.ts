import type { APIInteraction, ChannelType } from 'discord.js'
import { storable } from '../../base/text.ts'
import type { Update } from '../../chat/index.ts'
import type { Around, Standing } from '../../domain/links/model.ts'
import { discord } from '../../phrases/discord.ts'
import { tagFor, type Forum } from './forum.ts'
import { forumKey } from './keys.ts'

const bit = (at: number): bigint => 1n << BigInt(at)

const rights = {
  administrator: bit(3),
  manageChannels: bit(4),
  manageServer: bit(5),
  view: bit(10),
  send: bit(11),
  embed: bit(14),
  attach: bit(15),
  manageThreads: bit(34),
  inThreads: bit(38),
  pin: bit(51),
} as const

const has = (given: bigint, right: bigint): boolean =>
  (given & rights.administrator) !== 0n || (given & right) !== 0n

/** Threads of announcements, public and private ones. */
const threads: readonly ChannelType[] = [10, 11, 12]

/** A post says of its forum what the bot may do there: nothing else is allowed in the one than in the other. */
const around = (own: bigint, forum: Forum): Around => {
  const manages = has(own, rights.manageThreads)
  const tag = tagFor(forum, manages)
  const needed = [
    ['view', has(own, rights.view)],
    ['posts', has(own, rights.send)],
    ['inPosts', has(own, rights.inThreads)],
    ['embed', has(own, rights.embed)],
    ['attach', has(own, rights.attach)],
    // Where one is demanded, and moderators alone give those that there are.
    ['manage', manages || !forum.demandsTag || tag !== undefined],
  ] as const
  return {
    key: forumKey(forum.id),
    title: storable(`#${forum.name}`),
    lacks: needed.filter(([, is]) => !is).map(([name]) => discord.rights[name]),
    ...(tag && { tag: storable(tag.name) }),
    ...(!manages && { cannotPin: discord.rights.manage, cannotClear: discord.rights.manage }),
  }
}

/** What is known of that other place, from what was told of the one where somebody spoke. */
export const standingIn = (heard: Standing, key: string): Standing | undefined =>
  heard.forum?.key === key
    ? { ...heard.forum, administers: heard.administers, forum: heard.forum }
    : undefined

/** Each interaction in a server says what its author and the bot may do in the channel; `forum`: what that is a post of. */
export const standingOf = (of: APIInteraction, forum?: Forum): Update['standing'] => {
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
    ...(forum && { forum: around(own, forum) }),
  }
}

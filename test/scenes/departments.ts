import type { Actor, Chat } from '../../playground/actor.ts'
import { newId, type GroupId, type LinkId, type PersonId } from '../../src/base/ids.ts'
import { usual } from '../../src/domain/links/model.ts'
import { usual as wishes } from '../../src/domain/reminders/model.ts'
import { platformNames, type PlatformName, type Theatre } from './theatre.ts'

/** What goes wrong in one chat of ten, each of them on each platform. */
const troubles = {
  telegram: ['kicked', 'deleted', 'topic', 'forbidden', 'limit', 'slow', 'error', 'migrated', 'muted'],
  discord: ['kicked', 'deleted', 'topic', 'forbidden', 'limit', 'slow', 'error', 'lost', 'muted'],
} as const
export type Trouble = (typeof troubles)[PlatformName][number]

/** Does an announcement arrive there in the end, once? */
export const arrives: Readonly<Record<Trouble, boolean>> = {
  kicked: false,
  deleted: false,
  topic: false,
  forbidden: false,
  muted: false,
  limit: true,
  slow: true,
  error: true,
  migrated: true,
  lost: true,
}

export interface Linked {
  readonly link: LinkId
  /** Where it lives now. */
  readonly chat: Chat
  /** Somebody there. */
  readonly reader: Actor
  readonly trouble?: Trouble
}

/** A chat of ten misbehaves, as often on one platform as on the other. */
const isTroubled = (at: number): boolean =>
  (at % 10 === 0 || at % 10 === 1) && Math.floor(at / 10) % 2 !== at % 2

const keyOf = (on: PlatformName, { id }: Chat): string => (on === 'telegram' ? id : `c:${id}`)
const sending = { telegram: 'sendMessage', discord: 'POST /channels' } as const

/** A loop with two animators, groups, chats on both platforms, and two members who asked for copies of their own. */
export const createDepartment = async (
  { town, appoints, somebody, stages, store, clock, platform }: Theatre,
  of: { readonly groups: number; readonly chats: number },
) => {
  const there = town()
  const loop = await there.group({ name: 'Boucle du département', kind: 'loop' })
  const [lou, max] = [somebody('Lou'), somebody('Max')]
  const author = await appoints(lou, 'loop-animator', loop)
  await appoints(max, 'loop-animator', loop)
  await lou.asks('aide')
  await max.asks('aide')

  const readers = {
    telegram: stages.telegram.person('Lectrice'),
    discord: stages.discord.person('Lectrice'),
  }
  const groups: GroupId[] = []
  for (let at = 0; at < of.groups; at += 1) groups.push(await there.group({ name: `Groupe ${at}` }))

  const made = { telegram: 0, discord: 0 }
  const troubleOf = (on: PlatformName, at: number): Trouble | undefined =>
    isTroubled(at) ? troubles[on][(made[on] += 1) % troubles[on].length] : undefined

  const chatFor = (on: PlatformName, title: string, trouble: Trouble | undefined): Chat => {
    const reader = readers[on]
    if (trouble !== 'topic') return stages[on].group(title, [reader], { animators: [reader] })
    const whole =
      on === 'telegram'
        ? stages.telegram.supergroup(`Forum de ${title}`, [reader], { forum: true })
        : stages.discord.group(`Forum de ${title}`, [reader])
    return stages[on].topic(whole, title)
  }

  const plan = Array.from({ length: of.chats }, (_, at) => {
    const on = platformNames[at % 2] ?? 'telegram'
    const trouble = troubleOf(on, at)
    return { on, trouble, chat: chatFor(on, `Discussion ${at}`, trouble), group: groups[at % groups.length] }
  })
  const links = await store.transaction(async ({ links: kept }) => {
    const ids: LinkId[] = []
    for (const { on, trouble, chat, group } of plan) {
      const { link } = await kept.put(
        {
          id: newId.link(),
          ...(group && { group }),
          address: { platform: on, key: keyOf(on, chat) },
          title: chat.title,
          since: clock.now(),
          settings: { ...usual, from: 0, to: 0, announcements: trouble !== 'muted' },
        },
        author,
      )
      ids.push(link.id)
    }
    return ids
  })

  /** From now on it goes wrong there. Where the chat lives then. */
  const befalls = async (on: PlatformName, chat: Chat, trouble: Trouble): Promise<Chat> => {
    const here = { chat: chat.id, method: sending[on] }
    switch (trouble) {
      case 'kicked':
        await readers[on].in(chat).expels()
        return chat
      case 'deleted':
      case 'topic':
        stages[on].closes(chat)
        return chat
      case 'migrated':
        return stages.telegram.migrates(chat)
      case 'forbidden':
        stages[on].misbehave({ what: trouble, ...here, times: Infinity })
        return chat
      case 'limit':
      case 'slow':
      case 'error':
      case 'lost':
        stages[on].misbehave({ what: trouble, seconds: 1, ...here })
        return chat
      case 'muted':
        return chat
    }
  }
  const linked: Linked[] = []
  for (const [at, { on, chat, trouble }] of plan.entries()) {
    const link = links[at]
    if (!link) throw new Error('each chat is linked')
    const now = trouble ? await befalls(on, chat, trouble) : chat
    const reader = readers[on].in(now)
    linked.push({ link, chat: now, reader, ...(trouble && { trouble }) })
  }

  const joins = async (person: PersonId): Promise<void> => {
    const [group] = groups
    if (group) await store.groups.join(person, group, clock.now())
    await store.people.news(person, true)
    await store.reminders.keepWishes(person, { ...wishes, quiet: { from: 0, to: 0 } })
  }
  const members = [somebody('Nora'), somebody('Omar')] as const
  for (const member of members) {
    await member.says('/start')
    const door = platform === 'telegram' ? member.id : `u:${member.id}`
    await joins(await store.people.keep(newId.person(), { platform, key: member.id }, door))
  }
  await members[1].blocks()
  return { lou, max, author, linked, members }
}

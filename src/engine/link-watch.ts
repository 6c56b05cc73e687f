import type { Address, Update, Why } from '../chat/index.ts'
import { troubles, type Link, type Trouble } from '../domain/links/model.ts'
import type { Notice } from '../domain/notices/model.ts'
import type { Tell } from '../domain/notices/ports.ts'
import { allowing } from '../domain/rights/table.ts'
import type { Repositories } from './ports.ts'

/** What closes a chat of many, as long as nobody mends it. */
export const troubleOf = (why: Why): Trouble | undefined => troubles.find((each) => each === why)

type Within = Pick<Repositories, 'links' | 'groups' | 'roles'>

/** Whoever may link it hears of it. */
const tellLinkers = async (within: Within, tell: Tell, link: Link, notice: Notice): Promise<void> => {
  const place = link.group === undefined ? 'everywhere' : await within.groups.byId(link.group)
  if (!place) return
  const roles = allowing('link', place)
  for (const { person, role } of await within.roles.at(link.group))
    if (roles.includes(role))
      await tell({
        to: { person },
        notice,
        urgency: 'urgent',
        key: `${notice.is} ${link.id} ${person}`,
      })
}

/** Nothing arrives in that chat any more: whoever may link it is told, once. */
export const noteTrouble = async (
  within: Within,
  tell: Tell,
  address: Address,
  why: Trouble,
): Promise<void> => {
  const link = await within.links.trouble(address, why)
  if (link) await tellLinkers(within, tell, link, { is: 'link-trouble', link: link.id, why })
}

const refusals = { pinned: 'pin-refused', threads: 'thread-refused' } as const

/** We may not pin there, or open threads: it is not tried again, and whoever may link it is told, once. */
export const noteRefused = async (
  within: Within,
  tell: Tell,
  address: Address,
  what: keyof typeof refusals,
): Promise<void> => {
  const link = await within.links.switchOff(address, what)
  if (link) await tellLinkers(within, tell, link, { is: refusals[what], link: link.id })
}

/** We may not make events on that server: none is tried again, and whoever may link it is told, once. */
export const noteEventless = async (
  within: Within & Pick<Repositories, 'mirrors'>,
  tell: Tell,
  link: Link,
): Promise<void> => {
  if (await within.mirrors.turnOff(link.id))
    await tellLinkers(within, tell, link, { is: 'events-refused', link: link.id })
}

/** What happened to a chat of many, or to the bot in it: what is known of it follows. */
export const noteChat = async (
  within: Repositories,
  tell: Tell,
  { platform, place, said }: Pick<Update, 'platform' | 'place' | 'said'>,
): Promise<void> => {
  const chat: Address = { platform, key: place.key }
  /** Places that share what happens to this one. */
  const parts = async (start: string | undefined): Promise<readonly Address[]> =>
    start === undefined ? [] : within.links.within(platform, start)
  switch (said.is) {
    case 'removed':
      for (const each of [chat, ...(await parts(said.parts))]) {
        await within.copies.leave(each)
        await noteTrouble(within, tell, each, 'kicked')
      }
      return undefined
    case 'silenced':
      return noteTrouble(within, tell, chat, 'forbidden')
    case 'added': {
      const also = (said.also ?? []).map((key): Address => ({ platform, key }))
      return within.links.mend([chat, ...also, ...(await parts(said.parts))])
    }
    case 'allowed':
      return within.links.mend([chat, ...(await parts(said.parts))])
    case 'moved':
      await within.copies.move(chat, said.to)
      await within.outbox.move(chat, said.to)
      return within.links.move(chat, said.to)
    case 'command':
    case 'pressed':
    case 'filled':
    case 'text':
    case 'position':
    case 'other':
    case 'blocked':
    case 'unblocked':
      return undefined
  }
}

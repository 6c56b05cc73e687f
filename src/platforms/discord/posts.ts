import type { Log } from '../../base/log.ts'
import type { Message, Outcome } from '../../chat/index.ts'
import { bounded } from './bounded.ts'
import { deliveredAs, isShape } from './delivered.ts'
import { faultOf, outcomeOf, withoutAddress } from './faults.ts'
import { readForum, tagFor, titleOf, type Forum } from './forum.ts'
import type { Latest } from './latest.ts'
import { longestSilence } from './pin.ts'
import type { Windows } from './windows.ts'
import type { Wire } from './wire.ts'
import { writeMessage } from './write.ts'

interface Needs {
  readonly wire: Wire
  readonly windows: Windows
  readonly latest: Latest
  readonly log: Log
}

/** Nobody wrote there for long; whoever writes wakes it up, and a change must. */
const asleep = 50_083
/** The forum wants a tag, or no longer has that one. */
const otherTags: readonly unknown[] = [40_067, 10_087]
/** Stays above the other posts. */
const pinned = 2

const codeOf = (error: unknown): unknown => (isShape(error) ? error['code'] : undefined)

/** Changes a message in a thread, which must be awake for that. */
export const createAwake =
  (wire: Wire) =>
  async (thread: string, change: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await change()
    } catch (error) {
      if (codeOf(error) !== asleep) throw error
      await wire.patch(`/channels/${thread}`, { body: { archived: false } })
      return change()
    }
  }

/** In a forum each message is a post of its own: a thread that bears the identifier of the message that it begins with. */
export const createPosts = ({ wire, windows, latest, log }: Needs) => {
  const forums = bounded<string, Forum>(1_000)
  const titles = bounded<string, string>(5_000)
  const awake = createAwake(wire)

  const forumOf = async (id: string): Promise<Forum | undefined> => {
    const known = forums.get(id) ?? readForum(await wire.get(`/channels/${id}`))
    if (known) forums.set(id, known)
    return known
  }

  /** Whatever comes of it, the message has arrived, or is gone. */
  const attempt = async (
    what: string,
    work: () => Promise<unknown>,
  ): Promise<'done' | 'refused' | 'failed'> => {
    try {
      await work()
      return 'done'
    } catch (error) {
      const fault = faultOf(error)
      log.info({ what, fault: fault ?? withoutAddress(error).message }, 'Discord did not do that with a post')
      return fault?.is === 'gone' && fault.why === 'forbidden' ? 'refused' : 'failed'
    }
  }

  const create = async (id: string, message: Message): Promise<unknown> => {
    const forum = await forumOf(id)
    const tag = forum && tagFor(forum)
    const { body, files } = writeMessage(message, 'new')
    const post = {
      name: titleOf(message),
      auto_archive_duration: longestSilence,
      ...(tag && { applied_tags: [tag.id] }),
      message: body,
    }
    return wire.post(`/channels/${id}/threads`, { files, body: post })
  }

  const make = async (id: string, message: Message): Promise<unknown> => {
    const known = forums.has(id)
    try {
      return await create(id, message)
    } catch (error) {
      if (!known || !otherTags.includes(codeOf(error))) throw error
      forums.delete(id)
      return create(id, message)
    }
  }

  /** Two changes of a title in ten minutes are all that Discord takes: it is only changed when it says something else. */
  const retitle = async (post: string, title: string, more: object = {}): Promise<void> => {
    await attempt('title', async () => {
      const known = titles.get(post) ?? (await wire.get(`/channels/${post}`))
      const was = isShape(known) ? known['name'] : known
      if (was !== title || Object.keys(more).length > 0)
        await wire.patch(`/channels/${post}`, { body: { ...(was !== title && { name: title }), ...more } })
      titles.set(post, title)
    })
  }

  const edit = async (post: string, message: Message): Promise<Outcome> => {
    const body = writeMessage(windows.put(message), 'edit')
    const change = () => awake(post, () => wire.patch(`/channels/${post}/messages/${post}`, body))
    const outcome = deliveredAs(await latest(post, change))
    await retitle(post, titleOf(message))
    return outcome
  }

  return {
    edit,

    /** `replaces`: the post, which is changed then. Discord recognises no post that is made twice. */
    deliver: async (forum: string, message: Message, replaces?: string): Promise<Outcome> => {
      try {
        if (replaces !== undefined) return await edit(replaces, message)
        const told = await make(forum, windows.put(message))
        const outcome = deliveredAs(isShape(told) ? told['message'] : undefined)
        if (outcome.is !== 'delivered') return outcome
        titles.set(outcome.ref, titleOf(message))
        if (!message.pinned) return outcome
        const pins = () => wire.patch(`/channels/${outcome.ref}`, { body: { flags: pinned } })
        return (await attempt('pin', pins)) === 'refused' ? { ...outcome, unpinned: true } : outcome
      } catch (error) {
        return outcomeOf(error, replaces !== undefined)
      }
    },

    /** The whole post, where nobody else wrote and the bot may; else its message, and `title` stands above what others wrote. */
    withdraw: async (post: string, title: string): Promise<Outcome> => {
      try {
        const told = await wire.get(`/channels/${post}`)
        const alone = isShape(told) && told['message_count'] === 0
        if (alone && (await attempt('removal', () => wire.delete(`/channels/${post}`))) === 'done')
          return { is: 'delivered', ref: post }
        await latest(post, () => awake(post, () => wire.delete(`/channels/${post}/messages/${post}`)))
        await retitle(post, title, alone ? { archived: true } : {})
        return { is: 'delivered', ref: post }
      } catch (error) {
        const outcome = outcomeOf(error, true)
        return outcome.is === 'gone' && outcome.why === 'not-found' ? { is: 'delivered', ref: post } : outcome
      }
    },
  }
}

export type Posts = ReturnType<typeof createPosts>

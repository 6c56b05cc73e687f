import type { Log } from '../../base/log.ts'
import type { Message, Outcome } from '../../chat/index.ts'
import type { Answers } from './answers.ts'
import { readKey } from './keys.ts'
import { createLatest } from './latest.ts'
import { createToChannel } from './to-channel.ts'
import { createToInteraction } from './to-interaction.ts'
import { createAfter, createPin } from './pin.ts'
import { createPosts } from './posts.ts'
import type { Windows } from './windows.ts'
import type { Wire } from './wire.ts'

interface Needs {
  readonly wire: Wire
  readonly log: Log
  readonly answers: Answers
  readonly windows: Windows
}

export type Deliver = (key: string, message: Message, replaces?: string, once?: string) => Promise<Outcome>

/** `title`: what a post is called from which a message is gone. */
export type Withdraw = (key: string, ref: string, title: string) => Promise<Outcome>

export const createDeliver = ({
  wire,
  log,
  answers,
  windows,
}: Needs): { readonly deliver: Deliver; readonly withdraw: Withdraw } => {
  const latest = createLatest<unknown>()
  const posts = createPosts({ wire, windows, latest, log })
  const toChannel = createToChannel({
    wire,
    posts,
    windows,
    latest,
    pin: createPin({ wire, log }),
    after: createAfter({ wire, log }),
  })
  const toInteraction = createToInteraction({ wire, windows, answers, toChannel, latest })
  return {
    deliver: async (key, message, replaces, once) => {
      const to = readKey(key)
      switch (to.to) {
        case 'channel':
          return toChannel.inChannel(to.channel, { message, replaces, once })
        case 'forum':
          return posts.deliver(to.forum, message, replaces)
        case 'door':
          return toChannel.atDoor(to.user, { message, replaces, once })
        case 'interaction':
          return toInteraction(to, { message, replaces, once })
      }
    },
    withdraw: async (key, ref, title) => {
      const to = readKey(key)
      switch (to.to) {
        case 'channel':
        case 'interaction':
          return to.channel === ref ? posts.withdraw(ref, title) : toChannel.withdraw(to.channel, ref)
        case 'forum':
          return posts.withdraw(ref, title)
        case 'door':
          return toChannel.withdrawAtDoor(to.user, ref)
      }
    },
  }
}

import { z } from 'zod'
import type { Actor, Chat, Seen, View } from '../actor.ts'
import type { Stage } from '../stage.ts'

/** A line in the list of chats. */
export interface ChatLine {
  /** Absent: in private with the bot. */
  readonly id?: string
  readonly title: string
  readonly kind: 'private' | Chat['kind']
  readonly parent?: string
  /** The bot is in it. */
  readonly bot: boolean
  /** How many messages came from others. */
  readonly received: number
  readonly last?: {
    readonly author: string
    readonly from: Seen['from']
    readonly text: string
    readonly at: number
  }
}

/** A message as the page draws it. */
export type Shown = Omit<Seen, 'raw'> & {
  /** Whose command it answers, where the platform says so above the answer. */
  readonly asked?: { readonly by: string; readonly command?: string }
}

/** What one person's phone shows, with one chat open. Plain data. */
export interface Phone {
  readonly person: { readonly id: string; readonly name: string }
  readonly chats: readonly ChatLine[]
  readonly view: Omit<View, 'seen'> & { readonly seen: readonly Shown[] }
}

/** Discord's: 2 is a command; `interaction` is the older place, and the only one that names it. */
const answering = z.object({
  interaction_metadata: z.object({
    type: z.literal(2),
    user: z.object({ username: z.string(), global_name: z.string().nullish() }),
  }),
  interaction: z.object({ name: z.string() }).optional(),
})

const askedFor = (raw: unknown): Shown['asked'] => {
  const read = answering.safeParse(raw)
  if (!read.success) return undefined
  const { interaction, interaction_metadata: by } = read.data
  return { by: by.user.global_name ?? by.user.username, ...(interaction && { command: interaction.name }) }
}

const shown = ({ raw, ...rest }: Seen): Shown => {
  const asked = askedFor(raw)
  return { ...rest, ...(asked && { asked }) }
}

const activity = (actor: Actor): Pick<ChatLine, 'received' | 'last'> => {
  const seen = actor.seen()
  const last = seen.at(-1)
  return {
    received: seen.filter((message) => message.from !== 'me').length,
    ...(last && {
      last: { author: last.author, from: last.from, text: last.text.slice(0, 120), at: last.at },
    }),
  }
}

export const mirror = (stage: Stage, person: Actor, open?: Chat): Phone => {
  const { bot, chats } = stage.snapshot()
  const { seen, ...view } = person.in(open).view()
  return {
    person: { id: person.id, name: person.name },
    chats: [
      { title: bot, kind: 'private', bot: true, ...activity(person.in()) },
      ...chats
        .filter((chat) => chat.members.includes(person.id))
        .map(({ members: _members, ...chat }) => ({ ...chat, ...activity(person.in(chat)) })),
    ],
    view: { ...view, seen: seen.map(shown) },
  }
}

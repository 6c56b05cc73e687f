import { setTimeout as wait } from 'node:timers/promises'
import { day, minute, second, type Clock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import { clip } from '../../base/text.ts'
import type { APIChannel } from 'discord.js'
import type { Ears, Update } from '../../chat/index.ts'
import type { Answers } from './answers.ts'
import { bounded } from './bounded.ts'
import type { Deliver } from './deliver.ts'
import { withoutAddress } from './faults.ts'
import { attend, RefusedByDiscord, type Events } from './gateway.ts'
import { readForum, type Forum } from './forum.ts'
import { keyOf, readJoin, readMessage, readRemoval } from './read-events.ts'
import { isSpoken, isTyping, readInteraction, readTyping, type Spoken } from './read.ts'
import { createTurns } from './turns.ts'
import type { Windows } from './windows.ts'
import type { Wire } from './wire.ts'

interface Needs {
  readonly token: string
  readonly api?: string
  readonly wire: Wire
  readonly answers: Answers
  readonly windows: Windows
  readonly deliver: Deliver
  readonly aside: (command: string) => boolean
  readonly clock: Clock
  readonly log: Log
}

const completes = 8
/** Of the three seconds that Discord waits for proposals. */
const patience = 2_300

export const createListen = (needs: Needs) => {
  const { wire, answers, windows, deliver, aside, clock, log } = needs

  return async (ears: Ears, signal: AbortSignal): Promise<void> => {
    const turns = createTurns()
    const seen = bounded<string, true>(5_000)
    /** By server: the keys of its places. */
    const channels = new Map<string, Set<string>>()
    const forums = new Map<string, Forum>()
    let self = ''

    const once = (id: string): boolean => {
      if (seen.has(id)) return false
      seen.set(id, true)
      return true
    }

    /** Each person is heard in the order of what they do. Never rejects. */
    const inTurn = (update: Update, work: () => Promise<void>): void =>
      void turns
        .after(update.from.key, work)
        .catch((error: unknown) =>
          log.error({ err: withoutAddress(error), update: update.id }, 'an update could not be heard'),
        )

    const hear = (update: Update | undefined): void => {
      if (update && once(update.id)) inTurn(update, () => ears.hear(update))
    }

    const interact = (of: Spoken): void => {
      const { update, answering, again } = readInteraction(of, aside, (id) => forums.get(id))
      if (!once(update.id)) return
      answers.begin(answering, update.said.is === 'pressed' ? update.said.on?.ref : undefined)
      const form = again === undefined ? undefined : windows.behind(again)
      inTurn(update, async () => {
        try {
          if (form) await deliver(update.back.key, { text: [], form })
          else await ears.hear(update)
        } finally {
          await answers.finish(answering)
        }
      })
    }

    const complete = async (of: Parameters<typeof readTyping>[0]): Promise<void> => {
      const typing = readTyping(of)
      const late = wait(patience, [], { ref: false })
      const proposed = await Promise.race([typing ? ears.suggest(typing) : [], late]).catch(
        (error: unknown) => {
          log.error({ err: withoutAddress(error), command: of.data.name }, 'nothing could be proposed')
          return []
        },
      )
      const choices = proposed
        .filter(({ value }) => value !== '' && value.length <= 100)
        .slice(0, 25)
        .map(({ label, value }) => ({ name: clip(label, 100) || value, value }))
      await wire.post(`/interactions/${of.id}/${of.token}/callback`, {
        body: { type: completes, data: { choices } },
        open: true,
      })
    }

    const removed = (keys: readonly string[]): void => readRemoval(keys, self, clock.now()).forEach(hear)

    const see = (channel: APIChannel): void => {
      const forum = readForum(channel)
      if (forum) forums.set(forum.id, forum)
    }
    const remember: Events['CHANNEL_CREATE'] = (channel) => {
      channels.get(channel.guild_id ?? '')?.add(keyOf(channel))
      see(channel)
    }
    const forget: Events['CHANNEL_DELETE'] = (channel) => {
      const key = keyOf(channel)
      for (const there of channels.values()) there.delete(key)
      forums.delete(channel.id)
      removed([key])
    }

    const events: Events = {
      READY: ({ user, guilds }) => {
        self = user.id
        log.info({ guilds: guilds.length }, 'Discord hears us')
      },
      INTERACTION_CREATE: (of) => {
        if (isTyping(of))
          complete(of).catch((error: unknown) =>
            log.warn({ err: withoutAddress(error) }, 'proposals did not arrive'),
          )
        else if (isSpoken(of)) interact(of)
      },
      MESSAGE_CREATE: (of) => hear(readMessage(of)),
      GUILD_CREATE: (guild) => {
        channels.set(guild.id, new Set([...(guild.channels ?? []), ...(guild.threads ?? [])].map(keyOf)))
        guild.channels?.forEach(see)
        // A guild is told at every start; the inbox knows those of the last days, and older ones are no news.
        if (Date.parse(guild.joined_at) > clock.now() - day) hear(readJoin(guild, self))
      },
      GUILD_DELETE: ({ id, unavailable }) => {
        if (unavailable) return
        removed([...(channels.get(id) ?? [])])
        channels.delete(id)
      },
      CHANNEL_CREATE: remember,
      CHANNEL_UPDATE: see,
      THREAD_CREATE: remember,
      CHANNEL_DELETE: forget,
      THREAD_DELETE: forget,
    }

    // A thousand sessions a day at most: what fails again and again is tried less and less often.
    let pause = 5 * second
    while (!signal.aborted) {
      const began = clock.now()
      try {
        await attend(
          { token: needs.token, ...(needs.api !== undefined && { api: needs.api }), events, log },
          signal,
        )
      } catch (error) {
        if (error instanceof RefusedByDiscord) throw error
        pause = clock.now() - began > 10 * minute ? 5 * second : Math.min(2 * pause, 5 * minute)
        log.warn({ err: withoutAddress(error), againInMs: pause }, 'Discord cannot be reached')
        // Woken by the signal, the loop ends.
        await Promise.allSettled([wait(pause, undefined, { signal })])
      }
    }
    await turns.quiet()
  }
}

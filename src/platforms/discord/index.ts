import { systemClock, type Clock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Platform } from '../../chat/index.ts'
import { withAdds } from './buttons.ts'
import { createAnswers } from './answers.ts'
import { drawCommands, sameCommands } from './commands.ts'
import { createCrowd } from './crowd.ts'
import { createDeliver } from './deliver.ts'
import { createEvents } from './events.ts'
import { withoutAddress } from './faults.ts'
import { createFetch } from './fetch.ts'
import { titleOf } from './forum.ts'
import { readKey } from './keys.ts'
import { createListen } from './listen.ts'
import { standingIn } from './standing.ts'
import { platform } from './read.ts'
import { tollOf } from './toll.ts'
import { createWindows } from './windows.ts'
import { createWire } from './wire.ts'
import { looks } from './write.ts'

export interface DiscordOptions {
  readonly token: string
  /** Another REST root than Discord's: `http://host:port/api`; the gateway's address follows from it. */
  readonly api?: string
  readonly perSecond: number
  readonly log: Log
  readonly clock?: Clock
}

const shaped = <T extends object>(told: unknown, is: (told: object) => told is T): T => {
  if (typeof told === 'object' && told !== null && is(told)) return told
  throw new TypeError('Discord answered something else than its documentation says')
}

const hasId = (told: object): told is { readonly id: string } => 'id' in told && typeof told.id === 'string'
const isList = (told: object): told is readonly object[] => Array.isArray(told)

export const createDiscord = ({
  token,
  api,
  perSecond,
  log,
  clock = systemClock,
}: DiscordOptions): Platform => {
  const root = api === undefined ? {} : { api }
  const wire = createWire({ token, ...root, perSecond, onWarning: log.warn.bind(log) })
  const answers = createAnswers({ wire, log })
  const windows = createWindows()
  const { deliver, withdraw } = createDeliver({ wire, log, answers, windows })
  /** Before the commands are known, nothing is said aloud. */
  let asides: ReadonlyMap<string, boolean> = new Map()

  return {
    name: platform,
    can: {
      modals: true,
      position: false,
      asides: true,
      dropsRepeats: true,
      events: true,
      publishes: true,
      threads: true,
      perSecond,
      looks,
    },
    toll: ({ key }, _, replaces) => tollOf(key, replaces),
    publish: async (commands) => {
      asides = new Map(commands.map(({ name, aside }) => [name, aside]))
      const wanted = drawCommands(commands)
      try {
        const { id } = shaped(await wire.get('/applications/@me'), hasId)
        const route = `/applications/${id}/commands` as const
        const there = shaped(await wire.get(route, { query: { with_localizations: 'true' } }), isList)
        if (sameCommands(wanted, there)) return
        await wire.put(route, { body: wanted })
        log.info({ commands: wanted.length }, 'the commands are published on Discord')
      } catch (error) {
        throw withoutAddress(error)
      }
    },
    listen: createListen({
      token,
      ...root,
      wire,
      answers,
      windows,
      deliver,
      aside: (command) => asides.get(command) ?? true,
      clock,
      log,
    }),
    fetch: createFetch(api),
    // Discord tells it with each update, also of the forum around a post.
    standing: (chat, _, heard) => Promise.resolve(heard && standingIn(heard, chat)),
    crowd: createCrowd(wire),
    deliver: ({ key }, message, replaces, once) => deliver(key, withAdds(message, token), replaces, once),
    events: createEvents({ wire }),
    // Its own messages a bot may always delete there.
    withdraw: ({ key }, ref, instead) => withdraw(key, ref, titleOf(instead)),
    repeats: ({ key }) => readKey(key).to === 'forum',
  }
}

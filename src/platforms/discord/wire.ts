import type { RawFile, REST } from 'discord.js'
import type * as Discord from 'discord.js'
import { required } from '../../base/required.ts'
import { faultOf } from './faults.ts'

type Route = `/${string}`

/** One request of ours. `open`: no token of the bot's goes with it; that of the interaction is in its address. */
export interface Request {
  readonly body?: unknown
  readonly files?: RawFile[]
  readonly query?: Readonly<Record<string, string>>
  readonly open?: true
}

export interface Wire {
  get(route: Route, request?: Request): Promise<unknown>
  post(route: Route, request?: Request): Promise<unknown>
  put(route: Route, request?: Request): Promise<unknown>
  patch(route: Route, request?: Request): Promise<unknown>
  delete(route: Route, request?: Request): Promise<unknown>
}

interface Needs {
  readonly token: string
  /** Another root than Discord's: `http://host:port/api`. */
  readonly api?: string
  readonly perSecond: number
  readonly onWarning: (facts: object, words: string) => void
}

/** Longer than that, a limit is the queue's to wait for. */
const patience = 1_500

/** discord.js's REST client, which knows Discord's limits; loaded at the first request, for it takes a third of a second. */
export const createWire = ({ token, api, perSecond, onWarning }: Needs): Wire => {
  let made: Promise<REST> | undefined
  const make = async (): Promise<REST> => {
    const { REST } = required('discord.js') as typeof Discord
    const rest = new REST({
      version: '10',
      ...(api !== undefined && { api }),
      globalRequestsPerSecond: perSecond,
      // Whoever carries letters decides what is tried again: only they know what may be done twice.
      retries: 0,
      timeout: 10_000,
      rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > patience,
      invalidRequestWarningInterval: 500,
    }).setToken(token)
    rest.on('invalidRequestWarning', (facts) =>
      onWarning(facts, 'Discord refuses many requests: 10 000 in ten minutes close the door'),
    )
    return rest
  }
  const send =
    (verb: 'get' | 'post' | 'put' | 'patch' | 'delete') =>
    async (route: Route, { body, files, query, open }: Request = {}): Promise<unknown> => {
      const rest = await (made ??= make())
      try {
        return await rest[verb](route, {
          ...(body !== undefined && { body }),
          ...(files && files.length > 0 && { files }),
          ...(query && { query: new URLSearchParams(query) }),
          ...(open && { auth: false }),
        })
      } catch (error) {
        if (faultOf(error)?.is === 'unauthorized') {
          onWarning({}, 'Discord refuses the token; letters wait until it is put right')
          // It forgets a token that was refused once, and would send nothing any more.
          rest.setToken(token)
        }
        throw error
      }
    }
  return {
    get: send('get'),
    post: send('post'),
    put: send('put'),
    patch: send('patch'),
    delete: send('delete'),
  }
}

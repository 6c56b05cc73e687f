import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import type * as Ws from 'ws'
import { z } from 'zod'
import { required } from '../../src/base/required.ts'
import { intent } from './writing.ts'

const { WebSocketServer } = required('ws') as typeof Ws

const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
} as const

const closing = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decode: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authentication: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  sequence: [4007, 'Invalid seq.'],
  rate: [4008, 'Rate limited.'],
  intents: [4013, 'Invalid intent(s).'],
  disallowed: [4014, 'Disallowed intent(s).'],
} as const

const identify = z.object({
  token: z.string(),
  intents: z.number().int(),
  properties: z.object({}).loose(),
  shard: z.tuple([z.number(), z.number()]).optional(),
})
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() })
const packet = z.object({ op: z.number(), d: z.unknown().optional() })

/** Members, presences, what messages say: only when switched on in the portal. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15)
const known = (1 << 22) | ((1 << 26) - 1)

interface Session {
  readonly id: string
  readonly intents: number
  seq: number
  /** What could still be told again. */
  readonly told: { readonly t: string; readonly s: number; readonly d: object }[]
  socket: WebSocket | undefined
}

interface Needs {
  readonly token: string
  /** Privileged intents that the portal grants. */
  readonly granted: number
  readonly url: () => string
  readonly now: () => number
  /** What READY says, and the guilds that follow it. */
  readonly welcome: () => { readonly ready: object; readonly guilds: readonly object[] }
  readonly violate: (words: string) => void
  readonly heartbeatMs?: number
}

const remembered = 1_000

const send = (
  socket: WebSocket,
  code: number,
  d: unknown,
  more: object = { s: null, t: null },
): undefined => {
  socket.send(JSON.stringify({ op: code, d, ...more }))
}

/** The gateway: sessions that outlive their connections. */
export const createGateway = ({
  token,
  granted,
  url,
  now,
  welcome,
  violate,
  heartbeatMs = 41_250,
}: Needs) => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  const sessions = new Map<string, Session>()
  let begun = 0
  let endsWhenResumed = false

  const refuse = (socket: WebSocket, [code, reason]: readonly [number, string]): undefined => {
    violate(`the gateway closed with ${code}: ${reason}`)
    socket.close(code, reason)
  }

  const tell = (session: Session, t: string, d: object): void => {
    session.seq += 1
    const event = { t, s: session.seq, d }
    session.told.push(event)
    if (session.told.length > remembered) session.told.shift()
    if (session.socket) send(session.socket, op.dispatch, d, { t, s: event.s })
  }

  /** Without the intent for it, words of others in servers are left out. */
  const readable = (session: Session, d: object, needed: number | undefined): object =>
    needed === intent.guildMessages && !(session.intents & intent.content) && 'content' in d
      ? { ...d, content: '', embeds: [], attachments: [], components: [] }
      : d

  const begin = (socket: WebSocket, body: unknown): Session | undefined => {
    const read = identify.safeParse(body)
    if (!read.success) return refuse(socket, closing.decode)
    const { intents } = read.data
    if (read.data.token.replace(/^Bot /, '') !== token) return refuse(socket, closing.authentication)
    if (intents & ~known) return refuse(socket, closing.intents)
    if (intents & privileged & ~granted) return refuse(socket, closing.disallowed)
    const session: Session = { id: randomUUID().replaceAll('-', ''), intents, seq: 0, told: [], socket }
    sessions.set(session.id, session)
    begun += 1
    const { ready, guilds } = welcome()
    tell(session, 'READY', {
      v: 10,
      ...ready,
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: url(),
      shard: read.data.shard ?? [0, 1],
    })
    if (intents & intent.guilds) for (const guild of guilds) tell(session, 'GUILD_CREATE', guild)
    return session
  }

  const resumes = (socket: WebSocket, body: unknown): Session | undefined => {
    const read = resume.safeParse(body)
    if (!read.success) return refuse(socket, closing.decode)
    if (read.data.token.replace(/^Bot /, '') !== token) return refuse(socket, closing.authentication)
    const session = sessions.get(read.data.session_id)
    if (!session) return send(socket, op.invalidSession, false)
    if (read.data.seq > session.seq) return refuse(socket, closing.sequence)
    session.socket = socket
    for (const { t, s, d } of session.told) if (s > read.data.seq) send(socket, op.dispatch, d, { t, s })
    tell(session, 'RESUMED', { _trace: [] })
    if (!endsWhenResumed) return session
    endsWhenResumed = false
    sessions.delete(session.id)
    return send(socket, op.invalidSession, false)
  }

  const attend = (socket: WebSocket): void => {
    let session: Session | undefined
    let [since, sent] = [now(), 0]
    const hears = (data: RawData): undefined => {
      const text = Buffer.isBuffer(data) ? data.toString() : ''
      if (now() - since > 60_000) [since, sent] = [now(), 0]
      sent += 1
      if (sent > 120) return refuse(socket, closing.rate)
      if (Buffer.byteLength(text) > 4_096) return refuse(socket, closing.decode)
      const read = packet.safeParse(parsed(text))
      if (!read.success) return refuse(socket, closing.decode)
      const { op: code, d } = read.data
      switch (code) {
        case op.heartbeat:
          return send(socket, op.acknowledged, null)
        case op.identify:
          if (session) return refuse(socket, closing.alreadyAuthenticated)
          session = begin(socket, d)
          return
        case op.resume:
          if (session) return refuse(socket, closing.alreadyAuthenticated)
          session = resumes(socket, d)
          return
        case op.presence:
        case op.voice:
        case op.members:
          if (!session) refuse(socket, closing.notAuthenticated)
          return
        default:
          return refuse(socket, closing.unknownOpcode)
      }
    }
    socket.on('message', hears)
    socket.on('close', (code) => {
      if (session?.socket !== socket) return
      session.socket = undefined
      // A client that leaves in good order ends its session.
      if (code === 1000 || code === 1001) sessions.delete(session.id)
    })
    send(socket, op.hello, { heartbeat_interval: heartbeatMs, _trace: [] })
  }

  const connected = (): Session[] => [...sessions.values()].filter(({ socket }) => socket !== undefined)

  return {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      server.handleUpgrade(request, socket, head, attend),
    /** Tells every session that has the intent for it. */
    dispatch: (t: string, d: object, needed?: number): void => {
      for (const session of sessions.values())
        if (needed === undefined || session.intents & needed) tell(session, t, readable(session, d, needed))
    },
    listeners: (): number => connected().length,
    /** The connection breaks off; the session can be resumed. */
    drop: (): void => connected().forEach(({ socket }) => socket?.terminate()),
    /** Discord asks to connect anew. */
    reconnect: (): void => connected().forEach(({ socket }) => socket && send(socket, op.reconnect, null)),
    /** The session is no more; `resumable` says otherwise. */
    invalidate: (resumable = false): void => {
      for (const session of connected()) {
        if (!resumable) sessions.delete(session.id)
        if (session.socket) send(session.socket, op.invalidSession, resumable)
      }
    },
    /** How many began. */
    sessions: (): number => begun,
    /** The next session to be resumed ends at that very moment. */
    endsWhenResumed: (): void => {
      endsWhenResumed = true
    },
    close: (): void => {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export type Gateway = ReturnType<typeof createGateway>

/** Where a body is wrong, as Discord tells it: keys down to `_errors`. */
export interface Wrong {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly message: string
}

/** An answer of Discord's that is no success. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: number
  readonly wrongs: readonly Wrong[]
  /** Seconds, with 429. */
  readonly retryAfter: number | undefined
  readonly global: boolean

  constructor(
    status: number,
    code: number,
    message: string,
    more: { wrongs?: readonly Wrong[]; retryAfter?: number; global?: boolean } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.wrongs = more.wrongs ?? []
    this.retryAfter = more.retryAfter
    this.global = more.global ?? false
  }
}

interface Tree {
  [key: string]: Tree | readonly { code: string; message: string }[]
}

const tree = (wrongs: readonly Wrong[]): Tree => {
  const root: Tree = {}
  for (const { path, code, message } of wrongs) {
    let node = root
    for (const key of path) {
      const next = node[key]
      node = next && !Array.isArray(next) ? (next as Tree) : (node[key] = {})
    }
    const there = node['_errors']
    node['_errors'] = [...(Array.isArray(there) ? there : []), { code, message }]
  }
  return root
}

export const bodyOf = ({ code, message, wrongs, retryAfter, global }: Refusal): object =>
  retryAfter === undefined
    ? { message, code, ...(wrongs.length > 0 && { errors: tree(wrongs) }) }
    : { message, retry_after: retryAfter, global, ...(code !== 0 && { code }) }

export const invalid = (...wrongs: readonly Wrong[]): Refusal =>
  new Refusal(400, 50_035, 'Invalid Form Body', { wrongs })

/** The refusals that have one wording, by what they mean. */
export const refusals = {
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  notFound: () => new Refusal(404, 0, '404: Not Found'),
  wrongMethod: () => new Refusal(405, 0, '405: Method Not Allowed'),
  unknownApplication: () => new Refusal(404, 10_002, 'Unknown Application'),
  unknownChannel: () => new Refusal(404, 10_003, 'Unknown Channel'),
  unknownGuild: () => new Refusal(404, 10_004, 'Unknown Guild'),
  unknownMember: () => new Refusal(404, 10_007, 'Unknown Member'),
  threadThere: () => new Refusal(400, 160_004, 'A thread has already been created for this message'),
  wrongChannel: () => new Refusal(400, 50_024, 'Cannot execute action on this channel type'),
  tagWanted: () => new Refusal(400, 40_067, 'A tag is required to create a forum post in this channel'),
  unknownTag: () => new Refusal(404, 10_087, 'Unknown tag'),
  notText: () => new Refusal(400, 50_008, 'Cannot send messages in a non-text channel'),
  archived: () => new Refusal(400, 50_083, 'Thread is archived'),
  pinnedPosts: () =>
    new Refusal(400, 30_047, 'Maximum number of pinned threads in a forum channel has been reached (1)'),
  alreadyPassedOn: () => new Refusal(400, 40_033, 'This message has already been crossposted'),
  unknownMessage: () => new Refusal(404, 10_008, 'Unknown Message'),
  unknownUser: () => new Refusal(404, 10_013, 'Unknown User'),
  unknownWebhook: () => new Refusal(404, 10_015, 'Unknown Webhook'),
  unknownInteraction: () => new Refusal(404, 10_062, 'Unknown interaction'),
  unknownCommand: () => new Refusal(404, 10_063, 'Unknown application command'),
  answered: () => new Refusal(400, 40_060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new Refusal(403, 50_001, 'Missing Access'),
  othersMessage: () => new Refusal(403, 50_005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new Refusal(400, 50_006, 'Cannot send an empty message'),
  tooManyPins: () => new Refusal(400, 30_003, 'Maximum number of pins reached (250)'),
  cannotSend: () => new Refusal(403, 50_007, 'Cannot send messages to this user'),
  missingPermissions: () => new Refusal(403, 50_013, 'Missing Permissions'),
  invalidWebhookToken: () => new Refusal(401, 50_027, 'Invalid Webhook Token'),
  notInDirect: () => new Refusal(403, 50_003, 'Cannot execute action on a DM channel'),
  noMutualGuild: () =>
    new Refusal(403, 50_278, 'Cannot send messages to this user due to having no mutual guilds'),
  invalidJson: () => new Refusal(400, 50_109, 'The request body contains invalid JSON.'),
  server: () => new Refusal(500, 0, '500: Internal Server Error'),
} as const

export const limited = (seconds: number, global = false): Refusal =>
  new Refusal(429, 0, 'You are being rate limited.', { retryAfter: seconds, global })

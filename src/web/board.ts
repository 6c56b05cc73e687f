import type { FastifyPluginAsync } from 'fastify'
import type { Board } from '../engine/board.ts'
import { mayRead } from './metrics.ts'

/** Where the board is. */
export const boardAddress = '/queues'

interface Needs {
  /** Made when somebody asks for it first. */
  readonly board: Board
  /** Without it, only this machine may read. */
  readonly token?: string
}

/** Nothing of the board comes from elsewhere, and nobody else shows it. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"

/** The password that browsers ask for, as a bearer token. */
const bearer = (authorization: string | undefined): string | undefined => {
  const [, basic] = /^Basic ([\w+/=-]+)$/.exec(authorization ?? '') ?? []
  if (basic === undefined) return authorization
  const [, ...password] = Buffer.from(basic, 'base64').toString().split(':')
  return `Bearer ${password.join(':')}`
}

/** What waits in the queues, to look at. A browser is asked for a name, which is ignored, and a password, which is the token. */
export const boardRoutes =
  ({ board, token }: Needs): FastifyPluginAsync =>
  async (web) => {
    web.get(boardAddress, (_, reply) => reply.redirect(`${boardAddress}/`))
    web.get<{ Params: { '*': string }; Querystring: Record<string, unknown> }>(
      `${boardAddress}/*`,
      async (request, reply) => {
        const { headers, params, query } = request
        if (!mayRead(request, token, bearer(headers.authorization)))
          return token === undefined
            ? reply.code(403).send({ error: 'forbidden' })
            : reply
                .code(401)
                .header('www-authenticate', 'Basic realm="queues"')
                .send({ error: 'unauthorized' })
        const answer = await board({ path: `/${params['*']}`, query })
        if (!answer) return reply.callNotFound()
        return reply
          .code(answer.status)
          .header('content-security-policy', policy)
          .type(answer.type)
          .send(answer.body)
      },
    )
  }

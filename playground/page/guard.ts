import type { FastifyInstance, FastifyRequest } from 'fastify'

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined

/** Browsers say where a request comes from in one header or the other; programs say nothing. */
const fromThisPage = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return headers.origin === undefined || hostOf(headers.origin) === headers.host
}

/** Another site, open in the same browser, changes nothing here. */
export const refuseOtherSites = (web: FastifyInstance): void => {
  web.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || fromThisPage(request)) return
    await reply.code(403).send({ problem: 'Requests from other sites are refused' })
  })
}

import { createHash } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import type { Calendar } from '../domain/calendars/model.ts'
import type { Book } from '../phrases/book.ts'
import { writeCalendar } from './ics.ts'

interface Needs {
  readonly read: (token: string) => Promise<Calendar | undefined>
  readonly t: Book
}

/** Calendars ask every quarter of an hour or so; in between they need not. */
const freshFor = 900

/** `/calendriers/<token>.ics`; what has not changed since is not sent again. */
export const calendars =
  ({ read, t }: Needs): FastifyPluginAsync =>
  async (web) => {
    web.get<{ Params: { token: string } }>('/calendriers/:token.ics', async (request, reply) => {
      const calendar = await read(request.params.token)
      if (!calendar) return reply.code(404).send({ error: 'not found' })
      const file = writeCalendar(calendar, t)
      const tag = `"${createHash('sha256').update(file).digest('base64url')}"`
      reply
        .header('etag', tag)
        .header('cache-control', `private, max-age=${freshFor}`)
        .header('x-robots-tag', 'noindex')
      const known = (request.headers['if-none-match'] ?? '')
        .split(',')
        .map((each) => each.trim().replace(/^W\//, ''))
      if (known.includes(tag)) return reply.code(304).send()
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="porte-voix.ics"')
        .send(file)
    })
  }

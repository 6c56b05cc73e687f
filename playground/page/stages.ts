import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Mishap, Stage } from '../stage.ts'

const newcomer = z.object({ name: z.string().trim().min(1).max(64) })

const mishap = z.object({
  what: z.enum(['limit', 'forbidden', 'error', 'page', 'slow', 'cut', 'lost']),
  /** `always`: until it behaves again. */
  times: z.union([z.number().int().min(1).max(1_000), z.literal('always')]).default(1),
  seconds: z.number().min(0).max(60).optional(),
  method: z.string().min(1).optional(),
})

const asMishap = ({ what, times, seconds, method }: z.infer<typeof mishap>): Mishap => ({
  what,
  times: times === 'always' ? Infinity : times,
  ...(seconds !== undefined && { seconds }),
  ...(method !== undefined && { method }),
})

/**
 * `/playground/people`: somebody new on every stage. `/playground/stages/<platform>/mishaps`: POST one, DELETE them all; `…/retells`: the bot
 * hears the last thing twice.
 */
export const stageRoutes = (web: FastifyInstance, stages: readonly Stage[]): void => {
  const named = (params: unknown): Stage | undefined => {
    const { platform } = z.object({ platform: z.string() }).parse(params)
    return stages.find((one) => one.platform === platform)
  }
  const taken = (name: string): boolean =>
    stages.some((stage) => stage.snapshot().people.some((person) => person.name === name))

  web.post('/playground/people', (request, reply) => {
    const wish = newcomer.safeParse(request.body)
    if (!wish.success) return reply.code(400).send({ problem: z.prettifyError(wish.error) })
    const { name } = wish.data
    if (taken(name)) return reply.code(409).send({ problem: 'Somebody has that name' })
    return reply.code(201).send(
      stages.map((stage) => {
        const { id } = stage.person(name)
        return { platform: stage.platform, id, name }
      }),
    )
  })

  web.post('/playground/stages/:platform/mishaps', (request, reply) => {
    const stage = named(request.params)
    if (!stage) return reply.code(404).send({ problem: 'No such platform' })
    const wish = mishap.safeParse(request.body)
    if (!wish.success) return reply.code(400).send({ problem: z.prettifyError(wish.error) })
    stage.misbehave(asMishap(wish.data))
    return reply.code(204).send()
  })

  web.post('/playground/stages/:platform/retells', async (request, reply) => {
    const stage = named(request.params)
    if (!stage) return reply.code(404).send({ problem: 'No such platform' })
    await stage.retells()
    return reply.code(204).send()
  })

  web.delete('/playground/stages/:platform/mishaps', (request, reply) => {
    const stage = named(request.params)
    if (!stage) return reply.code(404).send({ problem: 'No such platform' })
    stage.behave()
    return reply.code(204).send()
  })
}

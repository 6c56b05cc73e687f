import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Actor, Chat } from '../actor.ts'
import type { Stage } from '../stage.ts'
import { act, deed } from './deeds.ts'
import { mirror } from './mirror.ts'

const whose = z.object({ platform: z.string(), person: z.string() })
const where = z.object({ chat: z.string().optional() })
const typing = where.extend({ command: z.string(), option: z.string(), typed: z.string().default('') })

interface Held {
  readonly stage: Stage
  readonly person: Actor
  readonly chat?: Chat
}

const nobody = (reply: FastifyReply) => reply.code(404).send({ problem: 'No such person or chat' })

/** An actor throws when something cannot be done on its phone. */
const attempt = async (reply: FastifyReply, trial: () => Promise<unknown>) => {
  try {
    return await trial()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return reply.code(409).send({ problem: error.message })
  }
}

/**
 * `/playground/phones/<platform>/<person>`: GET gives a `Phone`, with `?chat=` open; POST takes a `Deed` and answers 204 once the bot is quiet,
 * 409 when it cannot be done. `…/completions` gives what the platform proposes while an option is typed.
 */
export const phoneRoutes = (web: FastifyInstance, stages: readonly Stage[]): void => {
  const hold = (params: unknown, query: unknown): Held | undefined => {
    const asked = whose.extend(where.shape).safeParse({ ...Object(query), ...Object(params) })
    if (!asked.success) return undefined
    const { platform, person: id, chat: chatId } = asked.data
    const stage = stages.find((one) => one.platform === platform)
    const person = stage?.actor(id)
    const chat = chatId === undefined ? undefined : stage?.chat(chatId)
    if (!stage || !person || (chatId !== undefined && !chat)) return undefined
    return { stage, person, ...(chat && { chat }) }
  }

  web.get('/playground/phones/:platform/:person', (request, reply) => {
    const held = hold(request.params, request.query)
    return held ? reply.send(mirror(held.stage, held.person, held.chat)) : nobody(reply)
  })

  web.get('/playground/phones/:platform/:person/completions', async (request, reply) => {
    const held = hold(request.params, request.query)
    const asked = typing.safeParse(request.query)
    if (!held || !asked.success) return nobody(reply)
    const { command, option, typed } = asked.data
    return attempt(reply, () => held.person.in(held.chat).completes(command, option, typed))
  })

  web.post('/playground/phones/:platform/:person', async (request, reply) => {
    const held = hold(request.params, request.query)
    if (!held) return nobody(reply)
    const wish = deed.safeParse(request.body)
    if (!wish.success) return reply.code(400).send({ problem: z.prettifyError(wish.error) })
    return attempt(reply, async () => {
      await held.stage.awake()
      await act(held.person.in(held.chat), wish.data)
      return reply.code(204).send()
    })
  })
}

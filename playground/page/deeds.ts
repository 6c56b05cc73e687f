import { z } from 'zod'
import type { Actor } from '../actor.ts'

const words = z.string().max(20_000)
const chosen = z.record(z.string(), words)

/** Everything that can be done with a phone, in the verbs of {@link Actor}. */
export const deed = z.discriminatedUnion('does', [
  z.object({ does: z.literal('says'), text: words.min(1) }),
  z.object({ does: z.literal('asks'), command: words.min(1), options: chosen.default({}) }),
  z.object({ does: z.literal('presses'), label: words, message: z.string().optional() }),
  z.object({ does: z.literal('fills'), answers: chosen }),
  z.object({
    does: z.literal('shares'),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
  }),
  z.object({ does: z.literal('sendsPicture') }),
  z.object({ does: z.literal('follows'), start: words }),
  z.object({ does: z.enum(['dismisses', 'blocks', 'returns', 'invites', 'expels']) }),
])

export type Deed = z.infer<typeof deed>

/** Whoever uses the page presses what they see: nothing is waited for. */
const press = async (actor: Actor, label: string, message: string | undefined): Promise<void> => {
  const { seen, keyboard } = actor.view()
  const among = message === undefined ? seen : seen.filter(({ id }) => id === message)
  const buttons = among.flatMap((each) => each.buttons)
  if (![...buttons, ...keyboard].some((each) => each.label === label))
    throw new Error(`no button « ${label} » is there`)
  return actor.presses(label, message === undefined ? undefined : among[0])
}

/** @throws Error when it cannot be done: the actor's own, worded for developers. */
export const act = async (actor: Actor, wish: Deed): Promise<void> => {
  switch (wish.does) {
    case 'says':
      return actor.says(wish.text)
    case 'asks':
      return actor.asks(wish.command, wish.options)
    case 'presses':
      return press(actor, wish.label, wish.message)
    case 'fills':
      return actor.fills(wish.answers)
    case 'shares':
      return actor.shares({ lat: wish.lat, lon: wish.lon })
    case 'sendsPicture':
      return actor.sendsPicture()
    case 'follows':
      return actor.follows(wish.start)
    case 'dismisses':
      return actor.dismisses()
    case 'blocks':
      return actor.blocks()
    case 'returns':
      return actor.returns()
    case 'invites':
      return actor.invites()
    case 'expels':
      return actor.expels()
  }
}

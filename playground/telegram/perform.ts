import type { Method, Methods } from './method.ts'
import { callbacks } from './methods/callbacks.ts'
import { chats } from './methods/chats.ts'
import { edits } from './methods/edits.ts'
import { messages } from './methods/messages.ts'
import { own } from './methods/own.ts'
import { profile } from './methods/profile.ts'
import { topics } from './methods/topics.ts'
import { isMethod, readParams, strangers, type Raw } from './parameters.ts'
import { bad, Refusal } from './refusal.ts'
import type { World } from './world.ts'

const methods: Methods = { ...own, ...messages, ...edits, ...callbacks, ...profile, ...chats, ...topics }

const names = new Map(Object.keys(methods).map((name) => [name.toLowerCase(), name]))

/** The method as it is spelled; the Bot API does not mind capitals. */
export const spelled = (method: string): string => names.get(method.toLowerCase()) ?? method

/** @throws Refusal */
export const checkParameters = (method: string, raw: Raw): void => {
  const strange = strangers(method, raw)
  if (strange.length === 0) return
  throw bad(`unknown parameter "${strange.join('", "')}" of ${method}`)
}

/** @throws Refusal */
export const perform = (world: World, name: string, raw: Raw): unknown => {
  const method: Method | undefined = methods[name]
  if (!method || !isMethod(name)) throw new Refusal(404, 'Not Found: method not found')
  checkParameters(name, raw)
  return method(world, readParams(raw))
}

import { readdir } from 'node:fs/promises'
import { plainName } from '../base/text.ts'
import type { Action, Command, FormHandler, Handler, Listener, Occasions } from '../chat/index.ts'

/** Every way in, by its name. */
export interface Catalogue {
  readonly commands: readonly Command[]
  /** As people type it: capitals and accents make no difference. */
  command(name: string): Command | undefined
  action(name: string): Action | undefined
  form(name: string): FormHandler | undefined
  listener(on: keyof Occasions): Listener
}

const isHandler = (thing: unknown): thing is Handler =>
  typeof thing === 'object' &&
  thing !== null &&
  'is' in thing &&
  'run' in thing &&
  ['command', 'action', 'form', 'listener'].includes(String(thing.is))

/** Whatever the files of a folder export that can be run. */
export const discover = async (folder: URL): Promise<readonly Handler[]> => {
  const files = (await readdir(folder)).filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).toSorted()
  const modules: readonly object[] = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<object>),
  )
  return modules.flatMap((module) => Object.values(module)).filter(isHandler)
}

const byName = <H>(kind: string, named: readonly (readonly [string, H])[]): ReadonlyMap<string, H> => {
  const map = new Map(named)
  if (map.size < named.length)
    throw new Error(`two ${kind}s bear one name: ${named.map(([name]) => name).join(', ')}`)
  return map
}

const only = <K extends Handler['is']>(handlers: readonly Handler[], is: K) =>
  handlers.filter((handler): handler is Extract<Handler, { is: K }> => handler.is === is)

/** @throws Error when two handlers bear one name, or an occasion has no listener. */
export const createCatalogue = (handlers: readonly Handler[]): Catalogue => {
  const commands = only(handlers, 'command')
  const called = byName(
    'command',
    commands.flatMap((command) =>
      [command.name, ...(command.alias ?? [])].map((name) => [name, command] as const),
    ),
  )
  const actions = byName(
    'action',
    only(handlers, 'action').map((action) => [action.name, action] as const),
  )
  const forms = byName(
    'form',
    only(handlers, 'form').map((form) => [form.name, form] as const),
  )
  const listeners = byName(
    'listener',
    only(handlers, 'listener').map((each) => [each.on, each] as const),
  )
  return {
    commands,
    command: (name) => called.get(plainName(name)),
    action: (name) => actions.get(name),
    form: (name) => forms.get(name),
    listener: (on) => {
      const found = listeners.get(on)
      if (!found) throw new Error(`nobody listens on ${on}`)
      return found
    },
  }
}

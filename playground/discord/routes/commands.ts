import type { Command } from '../model.ts'
import { refusals } from '../refusal.ts'
import { named, type Asked, type Route } from '../routing.ts'
import { checked } from '../rules/body.ts'
import { command, commands, type CommandBody } from '../rules/commands.ts'
import type { World } from '../world.ts'

type Loose = Readonly<Record<string, unknown>>

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === false ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** Options as Discord gives them back: what says nothing is left out. */
const lean = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => !isEmpty(held))
      .map(([key, held]) => [key, lean(held)]),
  )
}

const shown = (asked: Asked, of: Command): object => {
  if (asked.query.get('with_localizations') === 'true') return of
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without)
    if (typeof value !== 'object' || value === null) return value
    const own = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'))
    return Object.fromEntries(own.map(([key, held]) => [key, without(held)]))
  }
  return without(of) as object
}

export const commandRoutes = ({ world }: { readonly world: World }): readonly Route[] => {
  const scopeOf = (asked: Asked): string => {
    if (named(asked, 'application') !== world.bot.id) throw refusals.unknownApplication()
    const guild = asked.params['guild']
    if (guild === undefined) return 'global'
    if (world.guilds.get(guild)?.joined === undefined) throw refusals.missingAccess()
    return guild
  }

  const kept = (scope: string, { options, ...body }: CommandBody): Command => {
    const there = world.commands
      .get(scope)
      ?.find(({ name, type }) => name === body.name && type === body.type)
    const made: Loose = {
      default_member_permissions: null,
      nsfw: false,
      integration_types: [0],
      contexts: null,
      name_localizations: null,
      description_localizations: null,
      ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
      ...(options && options.length > 0 && { options: lean(options) }),
      id: there?.id ?? world.nextId(),
      application_id: world.bot.id,
      version: world.nextId(),
      ...(scope !== 'global' && { guild_id: scope }),
    }
    return made as Command
  }

  const save = (scope: string, list: readonly Command[]): void => {
    world.commands.set(scope, [...list])
    world.changed({ what: 'menu' })
  }

  const there = (asked: Asked): Command => {
    const list = world.commands.get(scopeOf(asked)) ?? []
    const found = list.find(({ id }) => id === named(asked, 'command'))
    if (!found) throw refusals.unknownCommand()
    return found
  }

  const others = (scope: string, id: string): readonly Command[] =>
    (world.commands.get(scope) ?? []).filter((one) => one.id !== id)

  const under = (base: string): readonly Route[] => [
    {
      verb: 'GET',
      path: base,
      run: (asked) => ({ body: (world.commands.get(scopeOf(asked)) ?? []).map((one) => shown(asked, one)) }),
    },
    {
      verb: 'PUT',
      path: base,
      run: (asked) => {
        const scope = scopeOf(asked)
        save(
          scope,
          checked(commands, asked.body).map((body) => kept(scope, body)),
        )
        return { body: world.commands.get(scope) }
      },
    },
    {
      verb: 'POST',
      path: base,
      run: (asked) => {
        const scope = scopeOf(asked)
        const before = world.commands.get(scope)?.length ?? 0
        const made = kept(scope, checked(command, asked.body))
        save(scope, [...others(scope, made.id), made])
        return { status: (world.commands.get(scope)?.length ?? 0) > before ? 201 : 200, body: made }
      },
    },
    { verb: 'GET', path: `${base}/:command`, run: (asked) => ({ body: there(asked) }) },
    {
      verb: 'PATCH',
      path: `${base}/:command`,
      run: (asked) => {
        const scope = scopeOf(asked)
        const { id, application_id: _, version: __, guild_id: ___, ...old } = there(asked)
        const patch = typeof asked.body === 'object' ? asked.body : {}
        const made = { ...kept(scope, checked(command, { ...old, ...patch })), id }
        save(scope, [...others(scope, id), made])
        return { body: made }
      },
    },
    {
      verb: 'DELETE',
      path: `${base}/:command`,
      run: (asked) => {
        save(scopeOf(asked), others(scopeOf(asked), there(asked).id))
        return undefined
      },
    },
  ]
  return [
    ...under('/applications/:application/commands'),
    ...under('/applications/:application/guilds/:guild/commands'),
  ]
}

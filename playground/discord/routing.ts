import type { Upload } from './writing.ts'

export interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly uploads: readonly Upload[]
}

/** Nothing (204), something (200), or something with a status of its own. */
export type Told = undefined | { readonly status?: number; readonly body: unknown }

export interface Route {
  readonly verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/channels/:channel/messages` */
  readonly path: string
  /** The address holds a token of its own. */
  readonly open?: true
  /** @throws Refusal */
  readonly run: (asked: Asked) => Told
}

export interface Found {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

const matched = (path: string, given: readonly string[]): Readonly<Record<string, string>> | undefined => {
  const parts = path.split('/').slice(1)
  if (parts.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of parts.entries()) {
    const value = given[at] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = value
    else if (part !== value) return undefined
  }
  return params
}

/** `verbs`: the path exists, with other verbs. */
export const findRoute = (
  routes: readonly Route[],
  verb: string,
  path: string,
): Found | { readonly verbs: boolean } => {
  const given = path.split('/').slice(1).map(decodeURIComponent)
  let verbs = false
  for (const route of routes) {
    const params = matched(route.path, given)
    if (!params) continue
    if (route.verb === verb) return { route, params }
    verbs = true
  }
  return { verbs }
}

/** A parameter of the path. */
export const named = ({ params }: Asked, name: string): string => params[name] ?? ''

import { z } from 'zod'
import type { Point } from '../../domain/territory/model.ts'

/** Either the centre of every commune by its code, or why not: the gazetteer then keeps its own points. */
export type Centres =
  | { readonly is: 'known'; readonly centres: ReadonlyMap<string, Point>; readonly skipped: number }
  /** No answer (network, time-out, or the caller's own signal): worth another try later. */
  | { readonly is: 'unreachable'; readonly detail: string }
  | { readonly is: 'refused'; readonly status: number }
  /** An answer that holds no centre at all. */
  | { readonly is: 'unreadable'; readonly detail: string }

interface Needs {
  /** `https://geo.api.gouv.fr`, or another server that answers like it. */
  readonly url: string
  /** Who asks, as `User-Agent`: the product and a way to reach those who run it. Latin-1. */
  readonly agent: string
  readonly signal: AbortSignal
  readonly fetch?: typeof fetch
  readonly timeoutMs?: number
}

/** GeoJSON: longitude first. */
const located = z.object({
  code: z.string().regex(/^\d[\dAB]\d{3}$/),
  centre: z.object({
    coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  }),
})

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

type Failure = Exclude<Centres, { is: 'known' }>

const ask = async (
  address: string,
  { agent, signal, fetch: get = fetch, timeoutMs = 60_000 }: Needs,
): Promise<Failure | { readonly is: 'items'; readonly items: readonly unknown[] }> => {
  try {
    const response = await get(address, {
      headers: { accept: 'application/json', 'user-agent': agent },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    const text = await response.text()
    if (!response.ok) return { is: 'refused', status: response.status }
    const items: unknown = readJson(text)
    return Array.isArray(items) ? { is: 'items', items } : { is: 'unreadable', detail: text.slice(0, 80) }
  } catch (error) {
    // Whatever it was that fetch threw, there was no whole answer.
    return { is: 'unreachable', detail: reason(error) }
  }
}

/**
 * The centres of all communes from the State's API (`/communes?fields=code,centre`), and of the arrondissements of Paris,
 * Lyon and Marseille if it has them: two requests, some 4 MB, about 35,000 points. Every failure is an outcome. An item that
 * cannot be read is left out and counted.
 */
export const fetchCentres = async (needs: Needs): Promise<Centres> => {
  const address = `${needs.url.replace(/\/+$/, '')}/communes?fields=code,centre&format=json&geometry=centre`
  const communes = await ask(address, needs)
  if (communes.is !== 'items') return communes
  const districts = await ask(`${address}&type=arrondissement-municipal`, needs)
  const centres = new Map<string, Point>()
  let skipped = 0
  for (const item of [...communes.items, ...(districts.is === 'items' ? districts.items : [])]) {
    const { success, data } = located.safeParse(item)
    if (success) {
      const [lon, lat] = data.centre.coordinates
      centres.set(data.code, { lat, lon })
    } else skipped++
  }
  return centres.size === 0
    ? { is: 'unreadable', detail: `${skipped} items, no centre` }
    : { is: 'known', centres, skipped }
}

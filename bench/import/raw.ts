import { readFileSync } from 'node:fs'

/** Downloads and parses what a first import reads, and keeps nothing: what it costs at the least. */
const [url = ''] = process.argv.slice(2)

const read = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json()

const ids = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.map((item: { readonly id: string }) => item.id) : []

const began = performance.now()
const groups = ids(await read('/carte/liste_groupes/'))
const actions = ids(await read('/carte/liste_evenements/'))
for (const id of groups) await read(`/api/groupes/${id}/`)
for (const id of actions) await read(`/api/evenements/${id}/details/`)
const seconds = (performance.now() - began) / 1_000
const peakMB = Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024
process.stdout.write(
  `${JSON.stringify({ seconds, peakMB, groups: groups.length, actions: actions.length })}\n`,
)

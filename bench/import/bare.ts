/** The questions of a first import, their answers thrown away: nobody can be faster, one question at a time. */
const [url = ''] = process.argv.slice(2)

const read = async (path: string): Promise<string> => (await fetch(`${url}${path}`)).text()
const idsOf = async (path: string): Promise<readonly string[]> =>
  (JSON.parse(await read(path)) as readonly { readonly id: string }[]).map(({ id }) => id)

const began = performance.now()
for (const id of await idsOf('/carte/liste_evenements/')) await read(`/api/evenements/${id}/details/`)
for (const id of await idsOf('/carte/liste_groupes/')) await read(`/api/groupes/${id}/evenements/a-venir/`)
process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - began) / 1_000 })}\n`)

/** What the server says, before it is put on the wire. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const json = (
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})

/** The lists of the map are cached for five minutes. */
export const cached = (value: unknown): Answer => json(value, { 'cache-control': 'public, max-age=300' })

export const notFound = json({ detail: 'Pas trouvé.' }, {}, 404)

export const unauthorised = json(
  { detail: 'Informations d’authentification non fournies.' },
  { 'www-authenticate': 'Bearer realm="api"' },
  401,
)

export const forbidden = json({ detail: 'Vous n’avez pas la permission d’effectuer cette action.' }, {}, 403)

export const notAllowed = json({ detail: 'Méthode non autorisée.' }, { allow: 'GET' }, 405)

export const unprocessable = (field: string, value: string): Answer =>
  json({ [field]: [`Sélectionnez un choix valide. ${value} n’en fait pas partie.`] }, {}, 422)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const page = (status: number, title: string, words: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1><p>${escaped(words)}</p></html>`,
})

export const broken = page(500, 'Server Error (500)', '')

export const redirect = (status: number, location: string): Answer => ({
  status,
  headers: { location },
  body: '',
})

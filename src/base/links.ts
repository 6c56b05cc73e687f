/**
 * What must never travel in a shared link. Action Populaire's e-mails log their reader in by `p` (or `_p`) and `code`,
 * and follow them by the others; `utm_…` is everybody's tracking.
 */
const personal = new Set(['p', '_p', 'code', 'force_login', 'from_message', 'from_activity', 'no_session'])

/** A name or value of a query as a server reads it; what is badly encoded is read literally. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

const isPersonal = (parameter: string): boolean => {
  const name = decoded(parameter.split('=', 1)[0] ?? '')
    .trim()
    .toLowerCase()
  return personal.has(name) || name.startsWith('utm_')
}

/** Redirectors of redirectors: deeper than this, no link works any more. */
const deepest = 4

/** A redirector carries the whole link in one of its parameters: it is cleaned there too. */
const withinParameter = (parameter: string, depth: number): string => {
  const at = parameter.indexOf('=')
  const value = decoded(parameter.slice(at + 1))
  if (depth === deepest || !/^(?:https?:)?\/\//i.test(value)) return parameter
  const clean = impersonal(value, depth + 1)
  return clean === value ? parameter : `${parameter.slice(0, at + 1)}${encodeURIComponent(clean)}`
}

/** `…?a=1&code=2#part` as `…?a=1#part`; what has nothing personal comes back as it was. */
const impersonal = (address: string, depth = 0): string => {
  const start = address.indexOf('?')
  if (start < 0) return address
  const hash = address.indexOf('#', start)
  const end = hash < 0 ? address.length : hash
  const parameters = address.slice(start + 1, end).split(/&(?:amp;)?|;/)
  const kept = parameters.filter((parameter) => !isPersonal(parameter))
  const clean = kept.map((parameter) => withinParameter(parameter, depth))
  if (kept.length === parameters.length && clean.every((parameter, at) => parameter === kept[at]))
    return address
  return `${address.slice(0, start)}${clean.length > 0 ? `?${clean.join('&')}` : ''}${address.slice(end)}`
}

const closing = ').,;:!?…]'

const impersonalWord = (word: string): string => {
  const query = word.indexOf('?')
  if (query < 0 || !/[./]/.test(word.slice(0, query))) return word
  let end = word.length
  while (end > query && closing.includes(word.charAt(end - 1))) end -= 1
  return `${impersonal(word.slice(0, end))}${word.slice(end)}`
}

/** The same text where no link logs its reader in or follows them, whether or not it says `https://`. */
export const impersonalText = (text: string): string => text.replaceAll(/[^\s<>"«»]+/gu, impersonalWord)

/** An absolute http(s) address, cleaned likewise; `undefined` for whatever else. */
export const impersonalLink = (address: string): string | undefined => {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  url.username = ''
  url.password = ''
  return impersonal(url.href)
}

import { bad } from './refusal.ts'

/**
 * Why Telegram does not take this address, as it words it; `undefined` when it does. A bare host name (`localhost`) is no web address for Telegram.
 */
const wrong = (address: string): string | undefined => {
  if (/^tg:/i.test(address))
    return /^tg:(\/\/)?[\w-]+(\?[^\s]*)?$/i.test(address) ? undefined : 'Wrong tg URL'
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return 'Unsupported URL protocol'
  if (address === '') return 'URL must be non-empty'
  const whole = scheme === undefined ? `http://${address}` : address
  if (/\s/.test(whole) || !URL.canParse(whole)) return 'Wrong HTTP URL'
  const { hostname } = new URL(whole)
  return hostname.includes('.') || hostname.startsWith('[') ? undefined : 'Wrong HTTP URL'
}

/** @throws Refusal, `what` being the thing that has the address. */
export const checkLink = (what: 'inline keyboard button URL' | 'entity URL', address: unknown): void => {
  if (typeof address !== 'string') throw bad(`${what} must be of type String`)
  const why = wrong(address)
  if (why !== undefined) throw bad(`${what} '${address}' is invalid: ${why}`)
}

import { randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for one another, read aloud or on a small screen. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const size = 8
const written = new RegExp(`^[${alphabet}]{${size}}$`)

/** A code to copy by hand, one of 6.5 × 10¹¹: `ABCD-2345`. */
export const newCode = (): string => {
  const letters = Array.from({ length: size }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${letters.slice(0, size / 2)}-${letters.slice(size / 2)}`
}

/** The code, however it was copied: capitals, spaces and dashes do not matter. `undefined` when it is no code. */
export const readCode = (text: string): string | undefined => {
  const letters = text.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '')
  if (!written.test(letters)) return undefined
  return `${letters.slice(0, size / 2)}-${letters.slice(size / 2)}`
}

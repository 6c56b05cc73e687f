import type { Fields, Values } from './field.ts'

/** What a button carries: which handler, and its values as text. */
export interface Route {
  readonly to: 'press' | 'form'
  readonly name: string
  readonly parts: readonly string[]
}

/** The smallest room that a platform gives: Telegram's `callback_data`, in bytes of UTF-8. */
export const routeBytes = 64

const version = '1'
const marks = { press: 'p', form: 'f' } as const

const escape = (part: string): string => part.replaceAll('~', '~0').replaceAll('.', '~1')
const unescape = (part: string): string => part.replaceAll('~1', '.').replaceAll('~0', '~')

/** @throws RangeError when the values do not fit: what a button carries is bounded by whoever makes it. */
export const writeRoute = ({ to, name, parts }: Route): string => {
  const text = [version + marks[to], name, ...parts.map(escape)].join('.')
  if (Buffer.byteLength(text) > routeBytes)
    throw new RangeError(`a button cannot carry ${Buffer.byteLength(text)} bytes: ${name}`)
  return text
}

/** `undefined` for a route of another version, or for what is no route at all. */
export const readRoute = (text: string): Route | undefined => {
  const [mark, name, ...parts] = text.split('.')
  if (!name) return undefined
  const to = mark === version + marks.press ? 'press' : mark === version + marks.form ? 'form' : undefined
  return to && { to, name, parts: parts.map(unescape) }
}

/** The values in the order of their fields; absent ones are empty. */
export const writeParts = <F extends Fields>(fields: F, values: Values<F>): readonly string[] => {
  const given: Readonly<Record<string, unknown>> = values
  const parts = Object.entries(fields).map(([name, field]) =>
    given[name] === undefined ? '' : field.write(given[name]),
  )
  while (parts.at(-1) === '') parts.pop()
  return parts
}

/** `undefined` when a required value is missing or one cannot be read: the button is of another time. */
export const readParts = (
  fields: Fields,
  parts: readonly string[],
): Readonly<Record<string, unknown>> | undefined => {
  const values: Record<string, unknown> = {}
  for (const [at, [name, field]] of Object.entries(fields).entries()) {
    const part = parts[at] ?? ''
    const value = part === '' ? undefined : field.read(part)
    if (value === undefined && (field.required || part !== '')) return undefined
    if (value !== undefined) values[name] = value
  }
  return values
}

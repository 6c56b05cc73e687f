import type { Fields } from '../chat/index.ts'

/** Values read, or the field that could not be, with what was given for it (empty: nothing was). */
export type Reading =
  | { readonly is: 'read'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly is: 'unreadable'; readonly field: string; readonly given: string }

/** Each value by the name of its field, as a window or a menu of options gives them. */
export const readNamed = (fields: Fields, given: Readonly<Record<string, string>>): Reading => {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const text = given[name]?.trim() ?? ''
    const value = text === '' ? undefined : field.read(text)
    if (value === undefined && (field.required || text !== ''))
      return { is: 'unreadable', field: name, given: text }
    if (value !== undefined) values[name] = value
  }
  return { is: 'read', values }
}

/** What is said in one line, each field with its part of it; `given` stays as it was said. */
const parted = (
  fields: Fields,
  line: string,
  given: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => {
  const parts: Record<string, string> = { ...given }
  let rest = line.trim()
  for (const [name, field] of Object.entries(fields)) {
    const found = rest === '' || given[name] !== undefined ? undefined : field.spot?.(rest)
    if (!found) continue
    parts[name] = found.value
    rest = found.rest
  }
  const open = openOf(fields)
  if (open !== undefined) parts[open] = rest
  return parts
}

/** The field of what is left over. */
const openOf = (fields: Fields): string | undefined =>
  Object.entries(fields).find(([, field]) => !field.spot)?.[0]

/**
 * All in one line, as people type: fields that can be spotted in a sentence are taken out of it first,
 * and the first of the others gets what remains.
 */
export const readLine = (fields: Fields, line: string): Reading => readNamed(fields, parted(fields, line))

/** A menu of options; whoever types all of it into the first one is understood as well. */
export const readOptions = (fields: Fields, options: Readonly<Record<string, string>>): Reading => {
  const open = openOf(fields)
  const said = open === undefined ? undefined : options[open]
  return readNamed(fields, said === undefined ? options : parted(fields, said, options))
}

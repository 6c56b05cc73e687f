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

/**
 * All in one line, as people type: fields that can be spotted in a sentence are taken out of it first,
 * and the first of the others gets what remains.
 */
export const readLine = (fields: Fields, line: string): Reading => {
  const given: Record<string, string> = {}
  let rest = line.trim()
  for (const [name, field] of Object.entries(fields)) {
    const found = rest === '' ? undefined : field.spot?.(rest)
    if (!found) continue
    given[name] = found.value
    rest = found.rest
  }
  const open = Object.entries(fields).find(([, field]) => !field.spot)?.[0]
  if (open !== undefined) given[open] = rest
  return readNamed(fields, given)
}

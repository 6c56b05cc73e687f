import { mostLines, only, rules, type Rule } from './table.ts'
import type { Import, Source } from './sources.ts'

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

const ruleOf = (path: string): Rule | undefined => rules.find((rule) => within(path, rule.of))

const packageAllowed = (rule: Rule, { of: name }: Import): boolean =>
  name.startsWith('node:')
    ? rule.node === true
    : (rule.packages?.some((one) => one === '*' || one === name) ?? false)

const insideAllowed = (rule: Rule, { of: path, types }: Import): boolean =>
  within(path, rule.of) ||
  rule.may.some((folder) => within(path, folder)) ||
  (types && (rule.types?.some((folder) => within(path, folder)) ?? false))

/** Imports that the table does not allow. */
export const strayImports = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, imports }) => {
    const rule = ruleOf(path)
    if (!rule) return [`${path}: no rule of the table is about it`]
    return imports
      .filter((one) => !(one.inside ? insideAllowed(rule, one) : packageAllowed(rule, one)))
      .map((one) => `${path} imports ${one.types ? 'types of ' : ''}${one.of}`)
  })

/** Circles of files that need each other to run, each told once. */
export const circles = (sources: readonly Source[]): readonly string[] => {
  const needs = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter((one) => one.inside && !one.types).map((one) => one.of),
    ]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) found.push([...way.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const next of needs.get(path) ?? []) walk(next, [...way, path])
    done.add(path)
  }
  for (const path of needs.keys()) walk(path, [])
  return found
}

/** Things that stand where they may not. */
export const strayMarks = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, marks }) =>
    marks
      .filter(({ is }) => !only[is].some((folder) => within(path, folder)))
      .map(({ is, line, text }) => `${path}:${line} holds ${is}: ${text}`),
  )

export const tooLong = (sources: readonly Source[]): readonly string[] =>
  sources.filter(({ lines }) => lines > mostLines).map(({ path, lines }) => `${path} has ${lines} lines`)

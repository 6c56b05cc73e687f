import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { variables } from '../src/environment.ts'

const top = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, top), 'utf8')

const pages = [
  ...readdirSync(top).filter((name) => name.endsWith('.md')),
  ...readdirSync(new URL('docs', top), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

describe('the documents', () => {
  it('tell operators of every variable', () => {
    const operations = read('docs/operations.md')
    const example = read('.env.example')
    expect(variables.filter((name) => !operations.includes(`\`${name}\``))).toEqual([])
    expect(variables.filter((name) => !example.includes(`\n# ${name}=`))).toEqual([])
  })

  it('set nothing in .env.example: a copy of it changes nothing', () => {
    const lines = read('.env.example').split('\n')
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  })

  it.each(pages)('link only to what exists: %s', (page) => {
    const links = [
      ...read(page)
        .replaceAll(/`[^`]*`/g, '')
        .matchAll(/\]\(([^)#\s]+)[^)]*\)/g),
    ].map(([, to = '']) => to)
    const local = links.filter((to) => !/^[a-z]+:/.test(to))
    expect(local.filter((to) => !existsSync(new URL(to, new URL(page, top))))).toEqual([])
  })

  it('number each decision once', () => {
    const numbers = readdirSync(new URL('docs/decisions', top)).map((name) => name.slice(0, 3))
    expect(numbers).toEqual([...new Set(numbers)])
    expect(numbers.every((number) => /^\d{3}$/.test(number))).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { circles, strayImports, strayMarks, tooLong } from './architecture/check.ts'
import { readFiles, readSources, type Files, type Source } from './architecture/sources.ts'

const top = new URL('../', import.meta.url)
const folders = ['src', 'commands', 'playground', 'bench', 'test']

type Look = (sources: readonly Source[]) => readonly string[]

const check = (look: Look, files: Files): readonly string[] => look(readSources(files))

describe('the house', () => {
  const sources = readSources(readFiles(top, folders))

  it('imports downwards only, and each package in its own place', () => {
    expect(strayImports(sources)).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(circles(sources)).toEqual([])
  })

  it('keeps the environment, the clock, classes, sentences and acts where they belong', () => {
    expect(strayMarks(sources)).toEqual([])
  })

  it('has files that fit on three screens', () => {
    expect(tooLong(sources)).toEqual([])
  })
})

describe('the plan notices', () => {
  it('an import that goes up, but not one of a type where types may', () => {
    const files = {
      'src/domain/a.ts': `import { b } from '../chat/b.ts'`,
      'src/phrases/a.ts': `import { b } from '../domain/b.ts'`,
      'src/phrases/b.ts': `import type { b } from '../domain/b.ts'`,
      'src/phrases/c.ts': `import { type b } from '../domain/b.ts'`,
      'src/phrases/d.ts': `import { type b, c } from '../domain/b.ts'`,
      'src/phrases/e.ts': `export { b } from '../domain/b.ts'`,
      'src/phrases/f.ts': `export const f = () => import('../domain/b.ts')`,
    }
    expect(check(strayImports, files)).toEqual([
      'src/domain/a.ts imports src/chat/b.ts',
      'src/phrases/a.ts imports src/domain/b.ts',
      'src/phrases/d.ts imports src/domain/b.ts',
      'src/phrases/e.ts imports src/domain/b.ts',
      'src/phrases/f.ts imports src/domain/b.ts',
    ])
  })

  it('a package outside its place', () => {
    const files = {
      'src/engine/a.ts': `import { Telegraf } from 'telegraf'`,
      'src/platforms/discord/a.ts': `import type { X } from 'telegraf/types'\nimport { Client } from 'discord.js'`,
      'src/store/a.ts': `import { sql } from 'drizzle-orm/pg-core'`,
      'commands/a.ts': `import { readFile } from 'node:fs/promises'`,
      'elsewhere/a.ts': '',
    }
    expect(check(strayImports, files)).toEqual([
      'src/engine/a.ts imports telegraf',
      'src/platforms/discord/a.ts imports types of telegraf',
      'commands/a.ts imports node:fs',
      'elsewhere/a.ts: no rule of the table is about it',
    ])
  })

  it('a circle', () => {
    const files = {
      'src/base/a.ts': `import { b } from './b.ts'`,
      'src/base/b.ts': `import { c } from './c.ts'`,
      'src/base/c.ts': `import { a } from './a.ts'`,
      'src/base/d.ts': `import type { e } from './e.ts'`,
      'src/base/e.ts': `import { d } from './d.ts'`,
    }
    expect(check(circles, files)).toEqual(['src/base/a.ts → src/base/b.ts → src/base/c.ts → src/base/a.ts'])
  })

  it('what stands where it may not', () => {
    const files = {
      'src/engine/environment.ts': 'export const port = () => process.env.PORT',
      'src/engine/clock.ts': 'export const now = () => [Date.now(), new Date(), new Date(0)]',
      'src/engine/class.ts': 'export class Service {}\nexport class Refused extends TypeError {}',
      'src/engine/act.ts': [
        'export const fine = new Set([1])',
        'fine.add(2)',
        'const later = () => setTimeout(later, 1)',
        'export const timer = setTimeout(later, 1)',
        'export const text = await later()',
      ].join('\n'),
      'src/engine/sentence.ts': [
        'export const fine = `réunion`',
        'export const said = `C’est noté`',
        'export const mixed = (n: number) => `${n} personnes à l’heure`',
        'export const english = "it is noted"',
      ].join('\n'),
      'src/engine/index.ts': `export * from './act.ts'\nexport { fine } from './act.ts'`,
    }
    expect(check(strayMarks, files)).toEqual([
      'src/engine/environment.ts:1 holds environment: process.env',
      'src/engine/clock.ts:1 holds clock: Date.now()',
      'src/engine/clock.ts:1 holds clock: new Date()',
      'src/engine/class.ts:1 holds class: export class Service {}',
      'src/engine/act.ts:2 holds act: fine.add(2)',
      'src/engine/act.ts:4 holds act: setTimeout(later, 1)',
      'src/engine/act.ts:5 holds act: await later()',
      'src/engine/sentence.ts:2 holds sentence: `C’est noté`',
      'src/engine/sentence.ts:3 holds sentence: } personnes à l’heure`',
      "src/engine/index.ts:1 holds barrel: export * from './act.ts'",
    ])
  })

  it('a file that goes on and on', () => {
    const files = { 'src/base/a.ts': '\n'.repeat(250) + '1', 'src/base/b.ts': '\n'.repeat(249) + '1\n' }
    expect(check(tooLong, files)).toEqual(['src/base/a.ts has 251 lines'])
  })
})

import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Command, Handler } from '../../src/chat/index.ts'
import { createCatalogue, discover } from '../../src/engine/catalogue.ts'
import { menus } from '../../src/phrases/menu.ts'
import * as presses from '../../src/views/presses.ts'

const folder = new URL('../../commands/', import.meta.url)

const isCommand = (handler: Handler): handler is Command => handler.is === 'command'

const isMaker = (thing: unknown): thing is { readonly name: string } =>
  typeof thing === 'object' && thing !== null && 'does' in thing && 'name' in thing

const handlers = await discover(folder)
const commands = handlers.filter(isCommand)

describe('the menu', () => {
  it('has each command, and nothing that nobody answers', () => {
    expect(commands.map(({ name }) => name).toSorted()).toEqual(Object.keys(menus.fr).toSorted())
  })

  it('finds each command in the file of its name', () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''))
    expect(commands.map(({ name }) => name).filter((name) => !files.includes(name))).toEqual([])
  })

  it.each(Object.keys(menus) as (keyof typeof menus)[])('describes each option in %s', (language) => {
    for (const { name, fields } of commands) {
      const { description, options = {} } = menus[language][name]
      expect(Object.keys(options).toSorted()).toEqual(Object.keys(fields).toSorted())
      for (const words of [description, ...Object.values(options)])
        expect(words.length).toBeLessThanOrEqual(100)
    }
  })

  it('answers every button and every form that there is', () => {
    const catalogue = createCatalogue(handlers)
    const makers = Object.values<unknown>(presses).filter(isMaker)
    expect(makers.length).toBeGreaterThan(10)
    const unanswered = makers.filter(({ name }) => !catalogue.action(name) && !catalogue.form(name))
    expect(unanswered.map(({ name }) => name)).toEqual([])
  })
})

import { length } from '../../../src/base/text.ts'
import type { Methods } from '../method.ts'
import type { Params } from '../parameters.ts'
import { bad } from '../refusal.ts'
import { findRoom } from '../rooms.ts'
import type { BotCommand, Scope } from '../types.ts'
import type { World } from '../world.ts'

const mostCommands = 100
const mostMenu = 4096

const scopes: Readonly<Record<string, readonly string[]>> = {
  default: [],
  all_private_chats: [],
  all_group_chats: [],
  all_chat_administrators: [],
  chat: ['chat_id'],
  chat_administrators: ['chat_id'],
  chat_member: ['chat_id', 'user_id'],
}

const readScope = (params: Params): Scope => {
  const given = params.json('scope')
  if (given === undefined) return { type: 'default' }
  if (typeof given !== 'object' || given === null || !('type' in given))
    throw bad("can't parse BotCommandScope: expected an Object")
  const scope = given as Scope
  const needed = scopes[scope.type]
  if (!needed) throw bad("can't parse BotCommandScope: unsupported type specified")
  const strange = Object.keys(scope).find((name) => name !== 'type' && !needed.includes(name))
  if (strange !== undefined) throw bad(`can't parse BotCommandScope: unknown field "${strange}"`)
  const missing = needed.find((name) => !(name in scope))
  if (missing !== undefined) throw bad(`can't parse BotCommandScope: Can't find field "${missing}"`)
  return scope
}

const readLanguage = (params: Params): string => {
  const code = params.string('language_code') ?? ''
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw bad('invalid language code specified')
  return code
}

export const menuKey = ({ type, chat_id, user_id }: Scope, language: string): string =>
  [type, chat_id ?? '', user_id ?? '', language].join(' ')

const readCommands = (params: Params): readonly BotCommand[] => {
  const given = params.json('commands')
  if (!Array.isArray(given)) throw bad("can't parse commands: expected an Array")
  if (given.length > mostCommands) throw bad('BOT_COMMANDS_TOO_MUCH')
  const commands = given.map((value: unknown): BotCommand => {
    if (typeof value !== 'object' || value === null) throw bad("can't parse BotCommand: expected an Object")
    const { command, description, ...rest } = value as Readonly<Record<string, unknown>>
    if (Object.keys(rest).length > 0)
      throw bad(`can't parse BotCommand: unknown field "${Object.keys(rest)[0]}"`)
    const name = typeof command === 'string' ? command.replace(/^\//, '') : ''
    if (!/^[a-z0-9_]{1,32}$/.test(name)) throw bad('BOT_COMMAND_INVALID')
    if (typeof description !== 'string' || description.trim() === '' || length(description) > 256)
      throw bad('BOT_COMMAND_DESCRIPTION_INVALID')
    return { command: name, description }
  })
  if (JSON.stringify(commands).length > mostMenu * 4) throw bad('BOT_COMMANDS_TOO_MUCH')
  return commands
}

const text =
  (of: (world: World) => Map<string, string>, name: string, most: number): Methods[string] =>
  (world, params) => {
    const words = params.string(name) ?? ''
    if (length(words) > most) throw bad(`${name} is too long`)
    const language = readLanguage(params)
    if (words === '') of(world).delete(language)
    else of(world).set(language, words)
    return true
  }

const textOf =
  (of: (world: World) => Map<string, string>, name: string): Methods[string] =>
  (world, params) => ({ [name]: of(world).get(readLanguage(params)) ?? of(world).get('') ?? '' })

const names = (world: World): Map<string, string> => world.profile.names
const descriptions = (world: World): Map<string, string> => world.profile.descriptions
const shortDescriptions = (world: World): Map<string, string> => world.profile.shortDescriptions

export const profile: Methods = {
  setMyCommands: (world, params) => {
    const scope = readScope(params)
    const commands = readCommands(params)
    const key = menuKey(scope, readLanguage(params))
    if (commands.length === 0) world.profile.commands.delete(key)
    else world.profile.commands.set(key, commands)
    world.changed({ what: 'menu' })
    return true
  },
  getMyCommands: (world, params) =>
    world.profile.commands.get(menuKey(readScope(params), readLanguage(params))) ?? [],
  deleteMyCommands: (world, params) => {
    world.profile.commands.delete(menuKey(readScope(params), readLanguage(params)))
    world.changed({ what: 'menu' })
    return true
  },

  setMyName: text(names, 'name', 64),
  getMyName: textOf(names, 'name'),
  setMyDescription: text(descriptions, 'description', 512),
  getMyDescription: textOf(descriptions, 'description'),
  setMyShortDescription: text(shortDescriptions, 'short_description', 120),
  getMyShortDescription: textOf(shortDescriptions, 'short_description'),

  setChatMenuButton: (world, params) => {
    const given = params.json('menu_button') ?? { type: 'default' }
    const type = typeof given === 'object' && given !== null && 'type' in given ? given.type : undefined
    if (type !== 'commands' && type !== 'default' && type !== 'web_app')
      throw bad("can't parse menu button: MenuButton has unsupported type")
    const chat = params.has('chat_id') ? findRoom(world, params).facts.id : 0
    if (type === 'default' && chat !== 0) world.profile.menuButtons.delete(chat)
    else world.profile.menuButtons.set(chat, given)
    return true
  },
  getChatMenuButton: (world, params) =>
    world.profile.menuButtons.get(params.integer('chat_id') ?? 0) ??
    world.profile.menuButtons.get(0) ?? { type: 'commands' },

  setMyDefaultAdministratorRights: (world, params) => {
    world.profile.rights.set(params.boolean('for_channels'), params.json('rights') ?? {})
    return true
  },
  getMyDefaultAdministratorRights: (world, params) =>
    world.profile.rights.get(params.boolean('for_channels')) ?? {},
}

import type { Choice } from '../../src/chat/message.ts'
import type { Interactions } from './interactions.ts'
import {
  doing,
  type Channel,
  type Command,
  type CommandOption,
  type Interaction,
  type Json,
  type Message,
  type User,
  type Window,
} from './model.ts'
import {
  ownPermissions,
  channelShape,
  memberShape,
  messageShape,
  permissionsOf,
  userShape,
} from './shapes.ts'
import { commandsFor, type Pressable } from './viewing.ts'
import type { Upload, Writing } from './writing.ts'
import type { World } from './world.ts'

/** A window that is open on somebody's screen. */
export interface Open {
  readonly window: Window
  readonly source: Interaction
}

interface Needs {
  readonly world: World
  readonly writing: Writing
  readonly interactions: Interactions
  readonly windows: Map<string, Open>
}

const optionKinds = { string: 3, integer: 4, boolean: 5, number: 10 } as const

const valueOf = ({ type, name, choices }: CommandOption, typed: string): string | number | boolean => {
  const chosen = choices?.find(({ name: words, value }) => value === typed || words === typed)
  if (choices && choices.length > 0 && !chosen) throw new Error(`/${name} offers no choice « ${typed} »`)
  const value = chosen?.value ?? typed
  if (type === optionKinds.integer || type === optionKinds.number) return Number(value)
  return type === optionKinds.boolean ? value === 'true' : value
}

const answersTo = (
  { asked }: Window,
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> => {
  const values = new Map<string, string>()
  for (const [label, value] of Object.entries(given)) {
    const question = asked.find((one) => one.label.toLowerCase().includes(label.toLowerCase()))
    if (!question) throw new Error(`the window does not ask « ${label} »`)
    values.set(question.component.custom_id, value)
  }
  return values
}

/** The component as its submission tells it. @throws Error when Discord's client would not send it. */
const submitted = (
  asked: Window['asked'][number],
  given: string | undefined,
  at: number,
  upload: () => string,
): Json => {
  const { component, label } = asked
  const required = component.required ?? true
  const id = at * 2 + 2
  if (component.type === 3) {
    const wanted = given ?? component.options.find((option) => option.default)?.value
    const option = component.options.find(({ value, label: words }) => value === wanted || words === wanted)
    if (wanted && !option) throw new Error(`« ${label} » offers no choice « ${wanted} »`)
    if (!option && required) throw new Error(`« ${label} » must be answered`)
    return { type: 3, id, custom_id: component.custom_id, values: option ? [option.value] : [] }
  }
  if (component.type === 19) {
    if ((given ?? '') === '' && required) throw new Error(`« ${label} » must be answered`)
    return { type: 19, id, custom_id: component.custom_id, values: given ? [upload()] : [] }
  }
  const value = given ?? component.value ?? ''
  const size = Array.from(value).length
  if (required && value.trim() === '') throw new Error(`« ${label} » must be answered`)
  if (size > (component.max_length ?? 4_000))
    throw new Error(`« ${label} » takes ${component.max_length} characters`)
  if (value !== '' && size < (component.min_length ?? 0))
    throw new Error(`« ${label} » wants more characters`)
  return { type: 4, id, custom_id: component.custom_id, value }
}

const given = ({ id, name, type }: Command, options: readonly Json[]): Json => ({
  data: { id, name, type, ...(options.length > 0 && { options }) },
})

/** What people do, as Discord tells the bot. */
export const createPeople = ({ world, writing, interactions, windows }: Needs) => {
  const context = (user: User, channel: Channel): Json => {
    const guild = world.guilds.get(channel.guild ?? '')
    const common = {
      channel_id: channel.id,
      channel: channelShape(world, channel),
      locale: user.language,
      app_permissions: ownPermissions(world.channels.get(channel.parent ?? '') ?? channel),
      entitlements: [],
      attachment_size_limit: 10_485_760,
    }
    const owners = {
      ...(guild ? guild.joined !== undefined && { '0': guild.id } : { '0': '0' }),
      ...(user.installed && { '1': user.id }),
    }
    if (!guild)
      return { ...common, context: 1, user: userShape(user), authorizing_integration_owners: owners }
    return {
      ...common,
      context: 0,
      guild_id: guild.id,
      guild_locale: 'fr',
      guild: { id: guild.id, locale: 'fr', features: [] },
      member: { ...memberShape(user, guild), permissions: permissionsOf(user.id, guild) },
      authorizing_integration_owners: owners,
    }
  }

  const commandNamed = (user: User, channel: Channel, name: string): Command | undefined =>
    commandsFor(world, user, channel).find((command) => command.name === name)

  return {
    commandNamed,

    write: (user: User, channel: Channel, content: string, uploads: readonly Upload[] = []): Message =>
      writing.post(channel, {
        author: user.id,
        body: {
          content,
          allowed_mentions: { parse: ['users'], users: undefined, roles: undefined, replied_user: undefined },
        },
        uploads,
      }),

    /** @throws Error when the options are not those of the command. */
    command: (
      user: User,
      channel: Channel,
      command: Command,
      options: Readonly<Record<string, string>>,
    ): Interaction => {
      const unknown = Object.keys(options).find(
        (name) => !command.options?.some((option) => option.name === name),
      )
      if (unknown !== undefined) throw new Error(`/${command.name} has no option ${unknown}`)
      const filled = (command.options ?? []).flatMap((option) => {
        const typed = options[option.name]
        if (typed === undefined && option.required) throw new Error(`/${command.name} wants ${option.name}`)
        return typed === undefined
          ? []
          : [{ name: option.name, type: option.type, value: valueOf(option, typed) }]
      })
      const told = { ...context(user, channel), ...given(command, filled) }
      return interactions.begin({ type: doing.command, user: user.id, channel, told })
    },

    /** @throws Error when no such command stands in the menu of a message, or of a person. */
    apply: (user: User, channel: Channel, name: string, target: Message | User): Interaction => {
      const type = 'content' in target ? 3 : 2
      const command = (world.commands.get('global') ?? []).find(
        (one) => one.type === type && one.name === name,
      )
      if (!command) throw new Error(`the menu has no ${name}`)
      const resolved =
        'content' in target
          ? { messages: { [target.id]: messageShape(world, target) } }
          : { users: { [target.id]: userShape(target) } }
      const data = { id: command.id, name, type, target_id: target.id, resolved }
      const told = { ...context(user, channel), data }
      return interactions.begin({ type: doing.command, user: user.id, channel, told })
    },

    /** @throws Error when nothing is proposed for that option. */
    type: (user: User, channel: Channel, command: Command, name: string, typed: string): Interaction => {
      const option = command.options?.find((one) => one.name === name)
      if (!option?.autocomplete) throw new Error(`/${command.name} proposes nothing for ${name}`)
      const told = {
        ...context(user, channel),
        ...given(command, [{ name, type: option.type, value: typed, focused: true }]),
      }
      return interactions.begin({ type: doing.typing, user: user.id, channel, told })
    },

    press: (user: User, channel: Channel, message: Message, { id, value }: Pressable): Interaction => {
      const data =
        value === undefined
          ? { custom_id: id, component_type: 2, id: 1 }
          : { custom_id: id, component_type: 3, id: 1, values: [value] }
      const told = { ...context(user, channel), data, message: messageShape(world, message) }
      return interactions.begin({ type: doing.component, user: user.id, channel, told, source: message })
    },

    /** The window is gone from the screen; Discord tells nobody. */
    dismiss: (user: User): void => {
      const there = windows.get(user.id)
      if (!windows.delete(user.id) || !there) return
      world.changed({ what: 'form', chat: there.source.channel, person: user.id })
    },

    /** @throws Error when Discord's client would not send it. */
    fill: (user: User, { window, source }: Open, answers: Readonly<Record<string, string>>): Interaction => {
      const channel = world.channel(source.channel)
      const values = answersTo(window, answers)
      const attachments: Record<string, Json> = {}
      const upload = (): string => {
        const { bytes: _, ...told } = writing.keep(channel.id)
        attachments[told.id] = { ...told, proxy_url: told.url, ephemeral: true }
        return told.id
      }
      const components = window.asked.map((asked, at) => ({
        type: 18,
        id: at * 2 + 1,
        component: submitted(asked, values.get(asked.component.custom_id), at, upload),
      }))
      const message = world.find(channel.id, source.source ?? '')
      windows.delete(user.id)
      world.changed({ what: 'form', chat: channel.id, person: user.id })
      const told = {
        ...context(user, channel),
        data: {
          custom_id: window.id,
          components,
          ...(Object.keys(attachments).length > 0 && { resolved: { attachments } }),
        },
        ...(message && { message: messageShape(world, message) }),
      }
      return interactions.begin({
        type: doing.modal,
        user: user.id,
        channel,
        told,
        ...(message && { source: message }),
      })
    },

    proposals: ({ choices }: Interaction): readonly Choice[] =>
      choices.map(({ name, value }) => ({ label: name, value })),
  }
}

export type People = ReturnType<typeof createPeople>

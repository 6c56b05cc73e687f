import { aPicture } from '../sample.ts'
import { plain } from '../../src/base/rich.ts'
import type { MenuEntry, OpenForm, Seen, ShownButton } from '../actor.ts'
import { drawn } from './markdown.ts'
import { flag, kind, type Channel, type Command, type Message, type User, type Window } from './model.ts'
import { messageShape } from './shapes.ts'
import type { World } from './world.ts'

/** What a client shows. */

const tones: Readonly<Record<number, ShownButton['tone']>> = { 1: 'primary', 3: 'success', 4: 'danger' }

/** A button, and what pressing it sends; the options of a menu are shown as buttons that choose them. */
export interface Pressable extends ShownButton {
  readonly id?: string
  readonly value?: string
}

export const buttonsOf = ({ components }: Message): readonly Pressable[] =>
  components.flatMap((row, at) =>
    row.components.flatMap((of): Pressable[] => {
      const common = { row: at, ...(of.disabled && { disabled: true as const }) }
      if (of.type === 3)
        return of.options.map(({ label, value }) => ({ ...common, label, id: of.custom_id, value }))
      const tone = tones[of.style]
      return [
        {
          ...common,
          label: of.label ?? '',
          ...(of.url !== undefined && { url: of.url }),
          ...(of.custom_id !== undefined && { id: of.custom_id }),
          ...(tone && { tone }),
        },
      ]
    }),
  )

const imageOf = ({ attachments, embeds }: Message): Seen['image'] => {
  const file = attachments.find(({ content_type: type }) => type.startsWith('image/'))
  if (file) return { url: file.url, alt: file.description ?? '' }
  for (const { image, description } of embeds)
    if (typeof image === 'object' && image !== null && 'url' in image && typeof image.url === 'string')
      return { url: image.url, alt: typeof description === 'string' ? description : '' }
  return undefined
}

const isHiddenFrom = (world: World, person: string, { flags, interaction }: Message): boolean =>
  (flags & flag.ephemeral) !== 0 && world.interactions.get(interaction ?? '')?.user !== person

export const messagesFor = (world: World, person: string, channel: string): readonly Message[] =>
  (world.messages.get(channel) ?? []).filter((message) => !isHiddenFrom(world, person, message))

export const seenBy = (world: World, person: string, message: Message): Seen => {
  const rich = drawn(message.content, world)
  const image = imageOf(message)
  return {
    id: message.id,
    order: message.order,
    from: message.author === world.bot.id ? 'bot' : message.author === person ? 'me' : 'other',
    author: world.users.get(message.author)?.name ?? '',
    text: plain(rich),
    rich,
    buttons: buttonsOf(message).map(({ id: _id, value: _value, ...button }) => button),
    ...(image && { image }),
    edited: message.edited !== undefined,
    onlyMe: (message.flags & flag.ephemeral) !== 0,
    silent: (message.flags & flag.suppressNotifications) !== 0,
    ...(message.pinned && { pinned: true }),
    at: message.at,
    raw: messageShape(world, message),
  }
}

/** Commands that a person is offered there: the server's own, then those of everywhere. */
export const commandsFor = (world: World, user: User, channel: Channel): readonly Command[] => {
  const context = channel.type === kind.direct ? 1 : 0
  const guild = world.guilds.get(channel.guild ?? '')
  const animates = guild?.animators.has(user.id) ?? false
  const reaches = ({ integration_types }: Command): boolean =>
    guild === undefined ||
    guild.joined !== undefined ||
    (user.installed && Array.isArray(integration_types) && integration_types.includes(1))
  return [
    ...(guild ? (world.commands.get(guild.id) ?? []) : []),
    ...(world.commands.get('global') ?? []),
  ].filter(
    (command) =>
      command.type === 1 &&
      reaches(command) &&
      (command.contexts ?? [0, 1, 2]).includes(context) &&
      (guild === undefined || animates || (command.default_member_permissions ?? null) === null),
  )
}

export const menuOf = (commands: readonly Command[], language: string): readonly MenuEntry[] =>
  commands.map((command) => ({
    name: command.name_localizations?.[language] ?? command.name,
    description: command.description_localizations?.[language] ?? command.description,
    options: (command.options ?? []).map((option) => ({
      name: option.name,
      description: option.description_localizations?.[language] ?? option.description,
      required: option.required ?? false,
      completes: option.autocomplete ?? false,
      ...(option.choices && {
        choices: option.choices.map((choice) => ({
          value: choice.value,
          label: choice.name_localizations?.[language] ?? choice.name,
        })),
      }),
    })),
  }))

export const formOf = ({ title, asked }: Window): OpenForm => ({
  title,
  questions: asked.map(({ label, hint, component }) => ({
    name: component.custom_id,
    label,
    ...(hint !== undefined && { hint }),
    required: component.required ?? true,
    long: component.type === 4 && component.style === 2,
    ...(component.type === 4 && component.max_length !== undefined && { most: component.max_length }),
    ...(component.type === 4 && component.value !== undefined && { value: component.value }),
    ...(component.type === 19 && { choices: [{ value: aPicture, label: aPicture }] }),
    ...(component.type === 3 && {
      choices: component.options.map(({ value, label: words }) => ({ value, label: words })),
    }),
  })),
})

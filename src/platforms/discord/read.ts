import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
  APIUser,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
} from 'discord.js'
import type { Instant } from '../../base/clock.ts'
import { storable } from '../../base/text.ts'
import { readRoute, type Place, type Said, type Speaker, type Typing, type Update } from '../../chat/index.ts'
import { againOf, routeOf } from './buttons.ts'
import type { Forum } from './forum.ts'
import { standingOf } from './standing.ts'
import { answerKey, channelKey, doorKey, type Answering, type Mode } from './keys.ts'

export const platform = 'discord'

/** Discord counts milliseconds from 2015, in the upper 42 bits of an id. */
export const instantOf = (id: string): Instant => Number((BigInt(id) >> 22n) + 1_420_070_400_000n) as Instant

export const speakerOf = (user: APIUser, nick?: string | null, language?: string): Speaker => ({
  key: user.id,
  name: storable(nick ?? user.global_name ?? user.username),
  ...(language && { language }),
  door: { platform, key: doorKey(user.id) },
})

/** Interactions that say something. Pings never come by the gateway. */
export type Spoken =
  | APIChatInputApplicationCommandInteraction
  | APIMessageApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction

const kinds: {
  readonly command: InteractionType.ApplicationCommand
  readonly component: InteractionType.MessageComponent
  readonly typing: InteractionType.ApplicationCommandAutocomplete
  readonly modal: InteractionType.ModalSubmit
} = { command: 2, component: 3, typing: 4, modal: 5 }
const slash: ApplicationCommandType.ChatInput = 1
const menu: ApplicationCommandType.Message = 3
const fileUpload: ComponentType.FileUpload = 19

export const isTyping = (of: APIInteraction): of is APIApplicationCommandAutocompleteInteraction =>
  of.type === kinds.typing

export const isSpoken = (of: APIInteraction): of is Spoken =>
  of.type === kinds.component ||
  of.type === kinds.modal ||
  (of.type === kinds.command && (of.data.type === slash || of.data.type === menu))

const botPrivate: InteractionContextType.BotDM = 1

/** Contexts are newer than interactions: without one, the guild tells. */
const isPrivate = ({ context, guild_id }: APIInteraction): boolean =>
  context === botPrivate || (context === undefined && guild_id === undefined)

/** Whoever installed the bot for themselves brings it to places that never asked for it: there it speaks to them alone. */
const broughtAlong = ({ authorizing_integration_owners: owners }: APIInteraction): boolean =>
  owners !== undefined && '1' in owners && !('0' in owners)

const announcements: ChannelType.GuildAnnouncement = 5

const placeOf = (channel: string, alone: boolean, type: ChannelType | undefined): Place => ({
  kind: alone ? 'private' : type === announcements ? 'channel' : 'group',
  key: channelKey(channel),
})

const optionsOf = (of: APIChatInputApplicationCommandInteraction): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (of.data.options ?? []).flatMap((option) =>
      'value' in option ? [[option.name, storable(String(option.value))]] : [],
    ),
  )

const answersOf = ({ data }: APIModalSubmitInteraction): Readonly<Record<string, string>> =>
  Object.fromEntries(
    data.components
      .flatMap((row) => ('components' in row ? row.components : 'component' in row ? [row.component] : []))
      .flatMap((field) => {
        if (field.type === fileUpload) return []
        const value = 'values' in field ? field.values[0] : field.value
        return value === undefined || value === null || value === ''
          ? []
          : [[field.custom_id, storable(String(value))]]
      }),
  )

/** What was put into a window, by the names of its questions. */
const filesOf = ({ data }: APIModalSubmitInteraction): Readonly<Record<string, string>> =>
  Object.fromEntries(
    data.components
      .flatMap((field) => ('component' in field ? [field.component] : []))
      .flatMap((field) => {
        const [id] = field.type === fileUpload ? field.values : []
        const file = id === undefined ? undefined : data.resolved?.attachments?.[id]
        return file ? [[field.custom_id, file.url]] : []
      }),
  )

const isSlash = (of: Spoken): of is APIChatInputApplicationCommandInteraction =>
  of.type === kinds.command && of.data.type === slash

/** The menu of a message hands it to us: its words, and its first picture. */
const passedOn = ({ data }: APIMessageApplicationCommandInteraction): Said => {
  const { content = '', attachments = [] } = data.resolved.messages[data.target_id] ?? {}
  const text = storable(content)
  const file = attachments.find(({ content_type: type }) => type?.startsWith('image/'))?.url
  const brought = file === undefined ? {} : { file }
  return text === ''
    ? { is: 'other', ...brought }
    : { is: 'text', text, markup: text, passedOn: true, ...brought }
}

const filled = (of: APIModalSubmitInteraction): Said => {
  const files = filesOf(of)
  return {
    is: 'filled',
    route: routeOf(of.data.custom_id),
    answers: answersOf(of),
    ...(Object.keys(files).length > 0 && { files }),
  }
}

const saidIn = (of: Spoken): Said => {
  if (isSlash(of)) return { is: 'command', name: of.data.name, options: optionsOf(of) }
  if (of.type === kinds.command) return passedOn(of)
  if (of.type === kinds.modal) return filled(of)
  return {
    is: 'pressed',
    route: routeOf(of.data.custom_id),
    on: { home: channelKey(of.message.channel_id), ref: of.message.id },
  }
}

const modeOf = (of: Spoken, said: Said, again: string | undefined): Mode => {
  if (said.is === 'pressed') return readRoute(said.route)?.to === 'form' ? 'open' : 'update'
  if (!('message' in of) || !of.message) return 'reply'
  return again === undefined ? 'update' : 'amend'
}

export interface Heard {
  readonly update: Update
  /** How it is answered: `update.back`, read. */
  readonly answering: Answering
  /** The window that the button opens again. */
  readonly again?: string
}

/** `aside`: is the answer to that command only for whoever asks? Discord must know before anything else is known. */
export const readInteraction = (
  of: Spoken,
  aside: (command: string) => boolean,
  forumOf: (channel: string) => Forum | undefined = () => undefined,
): Heard => {
  const user = of.member?.user ?? of.user
  const channel = of.channel?.id ?? of.channel_id
  if (!user || !channel) throw new TypeError('an interaction without a user or a channel')
  const alone = isPrivate(of)
  const parent = of.channel && 'parent_id' in of.channel ? of.channel.parent_id : undefined
  const standing = alone ? undefined : standingOf(of, parent ? forumOf(parent) : undefined)
  const said = saidIn(of)
  const again = of.type === kinds.command ? undefined : againOf(of.data.custom_id)
  const mode = modeOf(of, said, again)
  const hides = broughtAlong(of) || (said.is === 'command' ? aside(said.name) : mode === 'reply')
  const answering: Answering = {
    to: 'interaction',
    mode,
    reach: alone ? 'private' : hides ? 'asker' : 'chat',
    application: of.application_id,
    id: of.id,
    channel,
    token: of.token,
  }
  return {
    answering,
    ...(again && mode === 'open' && { again }),
    update: {
      platform,
      id: `i${of.id}`,
      at: instantOf(of.id),
      from: speakerOf(user, of.member?.nick, of.locale),
      place: placeOf(channel, alone, of.channel?.type),
      back: { platform, key: answerKey(answering) },
      said,
      ...(standing && { standing }),
    },
  }
}

/** `undefined` when nothing is being typed. */
export const readTyping = ({ data }: APIApplicationCommandAutocompleteInteraction): Typing | undefined => {
  const option = data.options.find((given) => 'focused' in given && given.focused)
  return option && 'value' in option
    ? { command: data.name, option: option.name, typed: storable(String(option.value)) }
    : undefined
}

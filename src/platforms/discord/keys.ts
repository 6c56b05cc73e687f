/**
 * The keys of Discord's addresses:
 * `c:<channel>`, `f:<forum>` (each message is a post of its own), `u:<user>` (their private messages), and
 * `i:<mode>:<application>:<interaction>:<channel>:<token>`, the answer to one interaction, good for 15 minutes.
 */

/**
 * How an interaction was first answered: `reply`, with a message that waits for its words; `update`, by leaving the message of the
 * button as it is; `amend`, likewise, but that message asked to correct a form, and the answer takes its place; `open`, not at all yet,
 * since a window must be the first answer.
 */
export type Mode = 'reply' | 'update' | 'amend' | 'open'

/** Who sees the messages of an answer: whoever is in the chat unless they are asides; the asker alone; the two who talk in private. */
export type Reach = 'chat' | 'asker' | 'private'

export interface Answering {
  readonly to: 'interaction'
  readonly mode: Mode
  readonly reach: Reach
  readonly application: string
  readonly id: string
  readonly channel: string
  readonly token: string
}

export type Key =
  | { readonly to: 'channel'; readonly channel: string }
  | { readonly to: 'forum'; readonly forum: string }
  | { readonly to: 'door'; readonly user: string }
  | Answering

const modes: Readonly<Record<string, Mode>> = { r: 'reply', u: 'update', a: 'amend', o: 'open' }
const reaches: Readonly<Record<string, Reach>> = { c: 'chat', a: 'asker', p: 'private' }

export const channelKey = (channel: string): string => `c:${channel}`
export const forumKey = (forum: string): string => `f:${forum}`
export const doorKey = (user: string): string => `u:${user}`
export const answerKey = ({ mode, reach, application, id, channel, token }: Answering): string =>
  ['i', `${mode[0]}${reach[0]}`, application, id, channel, token].join(':')

/** @throws RangeError for what is no key of ours. */
export const readKey = (key: string): Key => {
  const [kind, first, application, id, channel, ...token] = key.split(':')
  if (kind === 'c' && first) return { to: 'channel', channel: first }
  if (kind === 'f' && first) return { to: 'forum', forum: first }
  if (kind === 'u' && first) return { to: 'door', user: first }
  const [mode, reach] = [modes[first?.[0] ?? ''], reaches[first?.[1] ?? '']]
  if (kind === 'i' && mode && reach && application && id && channel && token.length > 0)
    return { to: 'interaction', mode, reach, application, id, channel, token: token.join(':') }
  throw new RangeError('not an address on Discord')
}

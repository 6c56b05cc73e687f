import { plain } from '../../base/rich.ts'
import { clip, folded } from '../../base/text.ts'
import type { Message } from '../../chat/index.ts'
import { discord } from '../../phrases/discord.ts'
import { isShape } from './delivered.ts'

/** Forums, and those that show pictures. */
const types: readonly unknown[] = [15, 16]

/** No post without a tag. */
const demandsTag = 1 << 4

interface Tag {
  readonly id: string
  readonly name: string
  /** Only those who manage threads give it. */
  readonly moderated: boolean
}

export interface Forum {
  readonly id: string
  readonly name: string
  readonly tags: readonly Tag[]
  readonly demandsTag: boolean
}

const wordsOf = (told: unknown): string => (typeof told === 'string' ? told : '')

const readTag = (told: unknown): readonly Tag[] =>
  isShape(told) && typeof told['id'] === 'string'
    ? [{ id: told['id'], name: wordsOf(told['name']), moderated: told['moderated'] === true }]
    : []

export const isForum = (told: unknown): boolean => isShape(told) && types.includes(told['type'])

/** A channel as Discord tells it; `undefined` for one that has no posts. */
export const readForum = (told: unknown): Forum | undefined => {
  if (!isShape(told) || !isForum(told) || typeof told['id'] !== 'string') return undefined
  const { id, name, flags, available_tags: tags } = told
  return {
    id,
    name: wordsOf(name),
    tags: Array.isArray(tags) ? tags.flatMap(readTag) : [],
    demandsTag: typeof flags === 'number' && (flags & demandsTag) !== 0,
  }
}

/** What our posts are filed under: the tag whose name says so, or else, where one is demanded, the first one. */
export const tagFor = ({ tags, demandsTag: demanded }: Forum, manages = false): Tag | undefined => {
  const free = manages ? tags : tags.filter(({ moderated }) => !moderated)
  return free.find(({ name }) => discord.ownTags.test(folded(name))) ?? (demanded ? free[0] : undefined)
}

const longestTitle = 100

/** What a message is called where it has a place of its own: its title, or else its first line. */
export const titleOf = ({ title, text }: Pick<Message, 'title' | 'text'>): string => {
  const first =
    title ??
    plain(text)
      .split('\n')
      .find((line) => line.trim() !== '')
  return clip(first?.trim() || '…', longestTitle)
}

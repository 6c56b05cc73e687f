import type { MessageBody } from './rules/messages.ts'

type Allowed = MessageBody['allowed_mentions']

/** Who is pinged by these words: everyone, here, users and roles by their ids; what is not forbidden is allowed, as on Discord. */
export const pingedBy = (content: string, allowed: Allowed): readonly string[] => {
  const may = (kind: 'users' | 'roles' | 'everyone', id?: string): boolean => {
    if (!allowed) return true
    if (allowed.parse?.includes(kind)) return true
    return kind !== 'everyone' && id !== undefined && (allowed[kind] ?? []).includes(id)
  }
  const found = new Set<string>()
  for (const [, mark, id] of content.matchAll(/<@(?<mark>[!&]?)(?<id>\d{15,20})>/g))
    if (id !== undefined && may(mark === '&' ? 'roles' : 'users', id)) found.add(id)
  for (const [, all] of content.matchAll(/@(?<all>everyone|here)/g))
    if (all !== undefined && may('everyone')) found.add(all)
  return [...found]
}

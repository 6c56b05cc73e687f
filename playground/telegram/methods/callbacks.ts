import { length } from '../../../src/base/text.ts'
import type { Methods } from '../method.ts'
import { bad } from '../refusal.ts'
import type { Query, World } from '../world.ts'

/** After that, Telegram has forgotten the press. */
export const mostAge = 15_000

const mostWords = 200

export const toastsOf = (world: World, person: number, chat: number): string[] => {
  const key = `${person} ${chat}`
  const toasts = world.toasts.get(key) ?? []
  world.toasts.set(key, toasts)
  return toasts
}

const opens = (world: World, query: Query, url: string): void => {
  const own =
    url.startsWith(`https://t.me/${world.bot.username}?start=`) ||
    url.startsWith(`t.me/${world.bot.username}?start=`)
  if (!own) throw bad('URL_INVALID')
  const opened = world.opened.get(query.person) ?? []
  world.opened.set(query.person, [...opened, url])
}

export const callbacks: Methods = {
  answerCallbackQuery: (world, params) => {
    const query = world.queries.get(params.string('callback_query_id') ?? '')
    const words = params.string('text') ?? ''
    if (!query || query.answered || world.clock.now() - query.at > mostAge)
      throw bad('query is too old and response timeout expired or query ID is invalid')
    if (length(words) > mostWords) throw bad('MESSAGE_TOO_LONG')
    const url = params.string('url')
    if (url) opens(world, query, url)
    query.answered = true
    if (words) toastsOf(world, query.person, query.chat).push(words)
    world.changed({ what: 'toast', chat: String(query.chat), person: String(query.person) })
    return true
  },
}

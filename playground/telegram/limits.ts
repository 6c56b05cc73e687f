import { tooMany } from './refusal.ts'

/** What Telegram grants to a bot for free: messages and edits alike. */
const everywhere = { most: 30, within: 1_000 }
/** Short bursts to one chat are let through. */
const oneChat = { most: 6, within: 3_000 }
const oneGroup = { most: 20, within: 60_000 }

const counted = /^(send(?!ChatAction)|edit|copy|forward|createForumTopic)/

export interface Limits {
  /** @throws Refusal with how long to wait. */
  check(method: string, chat: string | undefined): void
}

export const noLimits: Limits = { check: () => undefined }

export const realLimits = (now: () => number): Limits => {
  const sent = new Map<string, number[]>()
  const over = (key: string, { most, within }: typeof everywhere): number => {
    const recent = (sent.get(key) ?? []).filter((at) => at > now() - within)
    sent.set(key, recent)
    const first = recent.at(-most)
    return recent.length < most || first === undefined ? 0 : first + within - now()
  }
  return {
    check: (method, chat) => {
      if (!counted.test(method)) return
      const windows = [
        { key: '', limit: everywhere },
        ...(chat ? [{ key: chat, limit: oneChat }] : []),
        ...(chat?.startsWith('-') ? [{ key: `${chat} minute`, limit: oneGroup }] : []),
      ]
      const wait = Math.max(...windows.map(({ key, limit }) => over(key, limit)))
      if (wait > 0) throw tooMany(Math.ceil(wait / 1000))
      for (const { key } of windows) sent.get(key)?.push(now())
    },
  }
}

import { expect, vi } from 'vitest'
import type { Actor, Seen } from '../../playground/actor.ts'
import { plain, type Rich } from '../../src/base/rich.ts'

/** Everything that the bot says to this person here, in messages or in passing. */
const said = (actor: Actor): readonly string[] => [
  ...actor.toasts(),
  ...actor
    .seen()
    .filter(({ from }) => from === 'bot')
    .map(({ text }) => text),
]

const worded = (words: Rich | string): string => (typeof words === 'string' ? words : plain(words))

/** How many times the bot says these words to this person here. */
export const times = (actor: Actor, words: Rich | string): number =>
  said(actor).filter((each) => each.includes(worded(words))).length

/** Waits until the bot says these words, in a message or in passing. */
export const hears = (actor: Actor, words: Rich | string): Promise<void> =>
  vi.waitFor(
    () => {
      expect(
        times(actor, words),
        `${worded(words)}\n--- among:\n${said(actor).join('\n---\n')}`,
      ).toBeGreaterThan(0)
    },
    { timeout: 20_000, interval: 20 },
  )

/** The newest message of the bot with these words; waits for it. */
export const sees = async (actor: Actor, words: Rich | string | RegExp): Promise<Seen> => {
  const fits = ({ from, text }: Seen): boolean =>
    from === 'bot' && (words instanceof RegExp ? words.test(text) : text.includes(worded(words)))
  return vi.waitFor(
    () => {
      const found = actor.seen().findLast(fits)
      if (found) return found
      throw new Error(
        `${actor.name} does not see « ${words instanceof RegExp ? String(words) : worded(words)} » among:\n${said(actor).join('\n---\n')}`,
      )
    },
    { timeout: 20_000, interval: 20 },
  )
}

export const labels = ({ buttons }: Seen): readonly string[] => buttons.map(({ label }) => label)

/** Where its buttons lead. */
export const links = ({ buttons }: Seen): readonly string[] =>
  buttons.flatMap(({ url }) => (url === undefined ? [] : [url]))

/** The message as it is now. */
export const again = (actor: Actor, { id }: Seen): Seen => {
  const there = actor.seen().find((each) => each.id === id)
  if (!there) throw new Error('that message is gone')
  return there
}

import { rich } from '../../../src/base/rich.ts'
import type { Log } from '../../../src/base/log.ts'
import { choice, command, form, optional, press, words } from '../../../src/chat/index.ts'
import type { Address, Command, Ears, Message, Outcome, Platform, Update } from '../../../src/chat/index.ts'
import type { Chat } from '../../../playground/actor.ts'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { startDiscord, type DiscordOptions, type DiscordStage } from '../../../playground/discord/index.ts'

/** What a bot without a memory answers. */
export type Answer = (update: Update) => readonly Message[] | Promise<readonly Message[]>

export interface Bot extends AsyncDisposable {
  readonly stage: DiscordStage
  readonly platform: Platform
  readonly heard: readonly Update[]
  readonly outcomes: readonly Outcome[]
  readonly logged: readonly string[]
  /** Requests of the bot since it listens: the verb and the path, without tokens. */
  calls(): readonly string[]
  stop(): Promise<void>
}

const run = () => ({ text: [] })

/** Real names of commands; what they do is the test's business. */
export const commands: readonly Command[] = [
  command({
    name: 'actions',
    fields: { lieu: optional(words({ completes: 'area' })), type: optional(choice(['tracts', 'autre'])) },
    run,
  }),
  command({ name: 'reglages', fields: {}, aside: true, run }),
]

export const attend = press('attend', { answer: words() })
export const naming = form('naming', {
  carried: {},
  asked: { name: words({ most: 10 }) },
  words: () => ({ title: 'Votre nom', questions: { name: { label: 'Nom affiché' } } }),
})

export const quietLog = (into: string[] = []): Log => {
  const write =
    (level: string) =>
    (facts: object, told: string): void => {
      into.push(
        `${level} ${told} ${JSON.stringify(facts, (_, value: unknown) => (value instanceof Error ? { ...Object.fromEntries(Object.entries(value)), message: value.message } : value))}`,
      )
    }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

const shortened = (method: string): string =>
  method
    .replaceAll(/\/\d{15,20}/g, '/:id')
    .replaceAll(/\/[\w-]{60,}/g, '/:token')
    .replaceAll('%40', '@')

interface Needs {
  readonly stage?: DiscordOptions
  readonly published?: readonly Command[]
  readonly suggest?: Ears['suggest']
}

/** The real adapter on a make-believe Discord, with a bot that carries its answers at once. */
export const startBot = async (
  answer: Answer,
  { stage: options, published = commands, suggest }: Needs = {},
): Promise<Bot> => {
  const logged: string[] = []
  const stage = await startDiscord(options)
  const platform = createDiscord({ token: stage.token, api: stage.api, perSecond: 50, log: quietLog(logged) })
  await platform.publish(published)
  const heard: Update[] = []
  const outcomes: Outcome[] = []
  const stopping = new AbortController()
  const listening = platform.listen(
    {
      hear: async (update) => {
        heard.push(update)
        if (update.said.is === 'added' || update.said.is === 'removed') return
        for (const message of await answer(update))
          outcomes.push(await platform.deliver(update.back, message))
      },
      suggest: suggest ?? (() => Promise.resolve([])),
    },
    stopping.signal,
  )
  const stop = async (): Promise<void> => {
    stopping.abort()
    await listening
  }
  const deadline = performance.now() + 10_000
  while (stage.gateway.listeners() === 0 && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 10))
  const before = stage.ledger().length
  return {
    stage,
    platform,
    heard,
    outcomes,
    logged,
    calls: () =>
      stage
        .ledger()
        .slice(before)
        .map(({ method }) => shortened(method)),
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await stage[Symbol.asyncDispose]()
    },
  }
}

/** Messages as one line each: who sees them, words, buttons. */
export const lines = (seen: ReturnType<ReturnType<DiscordStage['person']>['seen']>): readonly string[] =>
  seen.map(
    ({ from, onlyMe, text, edited, buttons }) =>
      `${from}${onlyMe ? ' (me)' : ''}${edited ? ' (edited)' : ''}: ${text}${buttons.map(({ label }) => ` [${label}]`).join('')}`,
  )

export const card: Message = {
  text: rich`Tractage`,
  rows: [[attend.button('Je participe', { answer: 'yes' })]],
}

export const says =
  (...messages: readonly Message[]): Answer =>
  () =>
    messages

/** Answers everything with a card, and its button in its place. */
export const answering = (): Promise<Bot> =>
  startBot(({ said }) => (said.is === 'pressed' ? [{ text: rich`noté`, instead: true }] : [card]))

export const channel = (chat: Chat): Address => ({ platform: 'discord', key: `c:${chat.id}` })

export const refOf = (outcome: Outcome | undefined): string => {
  if (outcome?.is !== 'delivered') throw new Error(`not delivered: ${outcome?.is}`)
  return outcome.ref
}

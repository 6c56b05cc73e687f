import type { Log } from '../../../src/base/log.ts'
import type { Message, Outcome, Update } from '../../../src/chat/index.ts'
import {
  createTelegram,
  type TelegramOptions,
  type TelegramPlatform,
} from '../../../src/platforms/telegram/index.ts'
import {
  startTelegram,
  type TelegramOptions as StageNeeds,
  type TelegramStage,
} from '../../../playground/telegram/index.ts'

/** What a bot without a memory answers. */
export type Answer = (update: Update) => readonly Message[] | Promise<readonly Message[]>

export interface Bot extends AsyncDisposable {
  readonly stage: TelegramStage
  readonly platform: TelegramPlatform
  readonly heard: readonly Update[]
  readonly outcomes: readonly Outcome[]
  readonly logged: readonly string[]
  /** Stops listening; resolves when it has ended. */
  stop(): Promise<void>
}

export const quietLog = (into: string[] = []): Log => {
  const write =
    (level: string) =>
    (facts: object, words: string): void => {
      into.push(
        `${level} ${words} ${JSON.stringify(facts, (_, value: unknown) => (value instanceof Error ? value.message : value))}`,
      )
    }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

/** The real adapter on a make-believe Telegram, with a bot that carries its answers at once. */
export const startBot = async (
  answer: Answer,
  needs: { readonly stage?: StageNeeds; readonly bot?: Partial<TelegramOptions> } = {},
): Promise<Bot> => {
  const logged: string[] = []
  const stage = await startTelegram(needs.stage)
  const platform = createTelegram({
    token: stage.token,
    apiRoot: stage.url,
    perSecond: 30,
    log: quietLog(logged),
    ...needs.bot,
  })
  const heard: Update[] = []
  const outcomes: Outcome[] = []
  const stopping = new AbortController()
  const listening = platform.listen(
    {
      hear: async (update) => {
        heard.push(update)
        for (const message of await answer(update))
          outcomes.push(await platform.deliver(update.back, message))
      },
      suggest: () => Promise.resolve([]),
    },
    stopping.signal,
  )
  listening.catch(() => undefined)
  const stop = async (): Promise<void> => {
    stopping.abort()
    await listening
  }
  return {
    stage,
    platform,
    heard,
    outcomes,
    logged,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await stage[Symbol.asyncDispose]()
    },
  }
}

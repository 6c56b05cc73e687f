import type { Clock } from './base/clock.ts'
import { createStack } from './base/stack.ts'
import type { Platform } from './chat/index.ts'
import type { Config } from './config.ts'
import type { Progress } from './domain/imports/model.ts'
import { operators } from './phrases/operators.ts'
import type { Page } from './web/web.ts'
import { startActionPopulaire } from '../playground/action-populaire/index.ts'
import { startDiscord } from '../playground/discord/index.ts'
import { makeMovement } from '../playground/movement/index.ts'
import { createPage, playgroundOperators, playgroundPeople } from '../playground/page/index.ts'
import type { Stage } from '../playground/stage.ts'
import { startTelegram } from '../playground/telegram/index.ts'

/** What stands in for the world outside. */
export interface Pretended extends AsyncDisposable {
  /** The configuration, pointing at the make-believe servers where it names no real one. */
  readonly config: Config
  /** Once the bots listen: people come in. */
  readonly open: (platforms: readonly Platform[]) => void
  readonly page: (progress: () => Progress | undefined) => Page
}

const hereAt = (port: number): string => `http://127.0.0.1:${port}`

/** Make-believe platforms for those that have no token, and a made-up movement where no real one is named. */
export const pretend = async (config: Config, clock: Clock): Promise<Pretended> => {
  const servers = createStack()
  const telegram = config.telegram ? undefined : servers.use(await startTelegram({ clock }))
  const discord = config.discord ? undefined : servers.use(await startDiscord({ clock }))
  const movement = config.madeUp
    ? servers.use(await startActionPopulaire({ movement: makeMovement({ start: clock.now() }), clock }))
    : undefined
  const stages: readonly Stage[] = [telegram, discord].filter((stage) => stage !== undefined)
  return {
    config: {
      ...config,
      // Somebody make-believe must be able to give roles.
      operators: [...config.operators, ...playgroundOperators(stages.map(({ platform }) => platform))],
      ...(telegram && { telegram: { token: telegram.token, apiRoot: telegram.url } }),
      ...(discord && { discord: { token: discord.token, api: discord.api } }),
      ...(movement && { actionPopulaireUrl: movement.url }),
      // Whoever plays is at this machine: calendars can be tried, too.
      ...(telegram && discord && { publicUrl: config.publicUrl ?? hereAt(config.web.port) }),
    },
    open: () => void playgroundPeople(stages),
    page: (progress) =>
      createPage({
        stages,
        clock,
        movement: () => (movement ? operators.madeUp : config.actionPopulaireUrl),
        progress: () => {
          const now = progress()
          return now && now.done < now.total
            ? { words: operators.importing, done: now.done, total: now.total }
            : undefined
        },
      }),
    [Symbol.asyncDispose]: () => servers[Symbol.asyncDispose](),
  }
}

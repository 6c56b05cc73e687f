import { Client, DiscordAPIError, Events, GatewayIntentBits, Partials, type Interaction } from 'discord.js'
import { startDiscord } from '../../../playground/discord/index.ts'

/** A bot as people write them with discord.js, in a server of two. */
export const startBare = async () => {
  const stage = await startDiscord()
  const anna = stage.person('Anna')
  const bea = stage.person('Béa')
  const chat = stage.group('Montreuil', [anna, bea])
  const errors: unknown[] = []
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: stage.api },
  })
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(stage.token)
  await ready
  if (!client.isReady()) throw new Error('not ready')
  const { commands } = client.application
  return {
    stage,
    anna,
    bea,
    chat,
    client,
    /** What went wrong in {@link answers}. */
    errors,
    answers: (react: (interaction: Interaction) => Promise<unknown>): void => {
      client.on(Events.InteractionCreate, (interaction) => {
        react(interaction).catch((error: unknown) => errors.push(error))
      })
    },
    publish: (...all: Parameters<typeof commands.set>[0][number][]) => commands.set(all),
    /** Discord's code of what went wrong. */
    code: (at: number): unknown => (errors[at] instanceof DiscordAPIError ? errors[at].code : errors[at]),
    [Symbol.asyncDispose]: async () => {
      await client.destroy()
      await stage[Symbol.asyncDispose]()
    },
  }
}

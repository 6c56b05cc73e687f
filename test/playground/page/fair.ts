import Fastify, { type FastifyInstance } from 'fastify'
import { startDiscord, type DiscordStage } from '../../../playground/discord/index.ts'
import { createPage, playgroundPeople, type Progress } from '../../../playground/page/index.ts'
import { startTelegram, type TelegramStage } from '../../../playground/telegram/index.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { startBareDiscord } from './bare-discord.ts'
import { startBareTelegram } from './bare-telegram.ts'

export interface Fair extends AsyncDisposable {
  readonly telegram: TelegramStage
  readonly discord: DiscordStage
  readonly web: FastifyInstance
  /** Where a browser finds it. */
  readonly address: string
  /** How far the page says that the import is, from now on. */
  readonly shown: { progress: Progress | undefined }
  /** Somebody's identifier on a platform. */
  id(platform: string, name: string): string
}

/** Both stages with bare bots, the ready-made people, and the page on a server of this machine. */
export const openFair = async (): Promise<Fair> => {
  const telegram = await startTelegram()
  const discord = await startDiscord()
  const stages = [telegram, discord]
  const people = playgroundPeople(stages)
  const bots = [await startBareTelegram(telegram), await startBareDiscord(discord)]
  // Browsers keep connections that they may need: a server would wait for them.
  const web = Fastify({ forceCloseConnections: true })
  const shown: { progress: Progress | undefined } = { progress: undefined }
  await web.register(
    createPage({
      stages,
      clock: systemClock,
      movement: () => 'Mouvement inventé : trois départements',
      progress: () => shown.progress,
    }),
  )
  const address = await web.listen({ host: '127.0.0.1', port: 0 })
  return {
    telegram,
    discord,
    web,
    address,
    shown,
    id: (platform, name) => {
      const actor = people.find((one) => one.name === name)?.actors.find((one) => one.platform === platform)
      if (!actor) throw new Error(`nobody is called ${name}`)
      return actor.id
    },
    [Symbol.asyncDispose]: async () => {
      await web.close()
      for (const one of [...bots, ...stages]) await one[Symbol.asyncDispose]()
    },
  }
}

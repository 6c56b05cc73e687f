import { setMaxListeners } from 'node:events'
import { mkdir } from 'node:fs/promises'
import type { Clock } from './base/clock.ts'
import type { Log } from './base/log.ts'
import { createStack } from './base/stack.ts'
import { claiming } from './claiming.ts'
import type { Platform } from './chat/index.ts'
import { whereOf, type Config } from './config.ts'
import type { Gazetteer } from './domain/territory/ports.ts'
import { readCalendar } from './domain/calendars/service.ts'
import { discover } from './engine/catalogue.ts'
import { createHouse } from './house.ts'
import { createImporting, version } from './importing.ts'
import { fetchCentres } from './outside/gazetteer/centres.ts'
import { createGazetteer } from './outside/gazetteer/gazetteer.ts'
import { operators } from './phrases/operators.ts'
import { createDiscord } from './platforms/discord/index.ts'
import { createTelegram, type TelegramPlatform } from './platforms/telegram/index.ts'
import { createPace } from './queue/pace.ts'
import { createQueue } from './queue/queue.ts'
import { openDatabase } from './store/database.ts'
import { claimsOf } from './store/bots.ts'
import { createStore } from './store/store.ts'
import { boardAddress } from './web/board.ts'
import { createLetterMetrics } from './web/letter-metrics.ts'
import { createMetrics } from './web/metrics.ts'
import { createWeb, type Page } from './web/web.ts'

/** A platform does not want us: a wrong token, most often. */
export class PlatformRefusal extends Error {
  readonly platform: string

  constructor(platform: string, options: ErrorOptions) {
    super(`${platform} refuses us`, options)
    this.name = 'PlatformRefusal'
    this.platform = platform
  }
}

interface Needs {
  readonly config: Config
  readonly keys: readonly Buffer[]
  readonly clock: Clock
  readonly log: Log
  /** What the program says to whoever started it. */
  readonly say: (line: string) => void
}

const commands = new URL('../commands/', import.meta.url)

const telegramOf = ({ telegram, rates }: Config, log: Log, clock: Clock): TelegramPlatform | undefined =>
  telegram &&
  createTelegram({
    token: telegram.token,
    ...(telegram.apiRoot !== undefined && { apiRoot: telegram.apiRoot }),
    ...(telegram.webhook && { webhook: telegram.webhook }),
    perSecond: rates.telegram,
    log,
    clock,
  })

const discordOf = ({ discord, rates }: Config, log: Log, clock: Clock): Platform | undefined =>
  discord &&
  createDiscord({
    token: discord.token,
    ...(discord.api !== undefined && { api: discord.api }),
    perSecond: rates.discord,
    log,
    clock,
  })

/** Runs what the configuration asks for until the signal, then ends what is under way. */
export const run = async (
  { config: asked, keys, clock, log, say }: Needs,
  signal: AbortSignal,
): Promise<void> => {
  await using open = createStack()
  // Loaded only where it is needed: real servers know nothing of the playground.
  const pretended = asked.playground
    ? open.use(await (await import('./pretend.ts')).pretend(asked, clock))
    : undefined
  const config = pretended?.config ?? asked
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const database = open.use(await openDatabase({ where: whereOf(config), log }))
  const store = open.use(await createStore({ database, keys, clock, log }))
  // Make-believe bots are new each time, and alone.
  const keepsClaim = await claiming({ sql: database.sql, claims: claimsOf(asked), log })
  const where =
    config.redisUrl === undefined
      ? { sql: database.sql }
      : { redis: config.redisUrl, house: store.mark('queue') }
  const queue = open.use(await createQueue({ where, log }))
  const pace = open.use(await createPace({ where, mark: (name) => store.mark(name), log }))

  // Read when it is first needed: to start must not wait for it.
  let gazetteer: Gazetteer | undefined
  const territory = (): Gazetteer => (gazetteer ??= createGazetteer())
  const betterCentres = async (url: string): Promise<void> => {
    const answer = await fetchCentres({ url, agent: `PorteVoix/${version} (+${config.contact})`, signal })
    if (answer.is === 'known') gazetteer = createGazetteer({ centres: answer.centres })
    else log.warn({ answer }, 'no better coordinates for the communes; those at hand serve')
  }

  const telegram = telegramOf(config, log, clock)
  const platforms = [telegram, discordOf(config, log, clock)].filter((platform) => platform !== undefined)
  const importing = createImporting({ config, store, territory, clock, log })
  const rates = new Map(platforms.map(({ name, can }) => [name, can.perSecond]))
  const metrics = createMetrics()
  const meters = createLetterMetrics({
    register: metrics,
    rates,
    waiting: async () => {
      const now = clock.now()
      return new Map([...(await store.outbox.oldest(now))].map(([lane, since]) => [lane, now - since]))
    },
  })
  const house = createHouse({
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    store,
    queue,
    pace,
    meters,
    platforms,
    handlers: await discover(commands),
    territory,
    operators: config.operators,
    ...(importing && { importing: importing.work }),
    ...(config.actionPopulaireUrl !== undefined && { sourceUrl: config.actionPopulaireUrl }),
    clock,
    log,
  })

  const stop = new AbortController()
  const ended = AbortSignal.any([signal, stop.signal])
  // Every part listens to it, and each platform.
  setMaxListeners(0, ended)
  const does = (role: 'bot' | 'worker' | 'web'): boolean => config.roles.has(role)
  const webhook = config.telegram?.webhook
  /** With a webhook, Telegram is heard by whoever has the web part. */
  const heard = platforms.filter(
    (platform) => does('bot') || (platform === telegram && webhook !== undefined && does('web')),
  )
  const listen = async (platform: Platform): Promise<void> => {
    try {
      await house.listen(platform, ended)
    } catch (error) {
      log.error({ err: error, platform: platform.name }, 'the platform refuses us')
      throw new PlatformRefusal(platform.name, { cause: error })
    }
  }
  /** Read when somebody asks for it first. */
  let board: ReturnType<typeof queue.board> | undefined
  const serve = async (): Promise<void> => {
    const pages: readonly Page[] = pretended ? [pretended.page(() => importing?.progress())] : []
    const web = open.use(
      createWeb({
        log,
        checks: {
          database: () => store.ready(),
          queue: () => queue.ready(),
          ...Object.fromEntries(heard.map(({ name }) => [name, () => house.ready(name)])),
        },
        metrics,
        ...(config.web.metricsToken !== undefined && { metricsToken: config.web.metricsToken }),
        ...(webhook &&
          telegram && { webhook: { ...webhook, receive: (update) => telegram.receive(update) } }),
        board: async (request) => (await (board ??= queue.board(boardAddress, [...rates.keys()])))(request),
        calendar: (token) => readCalendar(store.calendars, token, clock.now()),
        pages,
      }),
    )
    const address = await web.listen(config.web, ended)
    pretended?.open(platforms)
    say(pretended ? operators.playing(address) : operators.running(address))
  }

  if (platforms.length === 0) say(operators.nobody)
  if (config.geoApiUrl !== undefined && !config.playground) void betterCentres(config.geoApiUrl)
  const serving = does('web') ? serve() : Promise.resolve()
  // Whoever started us waits for the address; what people write meanwhile waits for us.
  const living = [
    serving,
    ...heard.map((platform) => serving.then(() => listen(platform))),
    // Before somebody asks for it: whoever is answered first would wait for a second or two.
    serving.then(() => void (does('web') || does('bot') ? setImmediate(territory) : undefined)),
    ...(does('worker') ? [serving.then(() => house.work(ended))] : []),
    keepsClaim(ended),
    until(ended),
  ]
  try {
    await Promise.all(living)
  } finally {
    stop.abort()
    await Promise.allSettled(living)
  }
}

const until = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

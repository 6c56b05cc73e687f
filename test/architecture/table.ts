/** Who may import whom, and who may name which package: the house's plan, as the test executes it. */
export interface Rule {
  /** Where it applies: a folder of files, or one file. */
  readonly of: string
  readonly may: readonly string[]
  /** Only their types. */
  readonly types?: readonly string[]
  readonly packages?: readonly string[]
  /** May it use what Node brings (files, sockets, processes)? */
  readonly node?: true
}

/** The first rule that fits a path is its rule; a folder may always import itself. */
export const rules: readonly Rule[] = [
  { of: 'src/base', may: [], packages: ['temporal-polyfill'], node: true },
  { of: 'src/domain', may: ['src/base'], packages: ['temporal-polyfill'] },
  { of: 'src/phrases', may: ['src/base'], types: ['src/domain'], packages: ['temporal-polyfill'] },
  { of: 'src/chat', may: ['src/base', 'src/domain'], types: ['src/phrases'] },
  { of: 'src/views', may: ['src/base', 'src/domain', 'src/phrases', 'src/chat'] },
  { of: 'commands', may: ['src/base', 'src/chat', 'src/domain', 'src/views'] },
  { of: 'src/engine', may: ['src/base', 'src/domain', 'src/phrases', 'src/chat', 'src/views'], node: true },
  {
    of: 'src/jobs',
    may: ['src/base', 'src/domain', 'src/chat', 'src/views', 'src/engine'],
    packages: ['node-cron'],
  },
  {
    of: 'src/store',
    // The order of lanes is a list, and nobody else's to repeat.
    may: ['src/base', 'src/domain', 'src/chat', 'src/engine/letter.ts'],
    types: ['src/engine'],
    packages: ['drizzle-orm', 'postgres', '@electric-sql/pglite'],
    node: true,
  },
  {
    of: 'src/queue',
    may: ['src/base', 'src/domain', 'src/engine'],
    packages: ['@bull-board/api', 'bullmq', 'ioredis', 'postgres', '@electric-sql/pglite'],
    node: true,
  },
  {
    of: 'src/platforms/telegram',
    may: ['src/base', 'src/chat', 'src/phrases'],
    types: ['src/domain'],
    packages: ['telegraf'],
    node: true,
  },
  {
    of: 'src/platforms/discord',
    may: ['src/base', 'src/chat', 'src/phrases'],
    types: ['src/domain'],
    packages: ['discord.js'],
    node: true,
  },
  {
    of: 'src/outside',
    may: ['src/base', 'src/domain'],
    packages: ['htmlparser2', 'ical.js', 'zod'],
    node: true,
  },
  {
    of: 'src/web',
    may: ['src/base', 'src/domain', 'src/engine', 'src/phrases'],
    packages: ['fastify', 'ical-generator', 'prom-client', 'temporal-polyfill'],
    node: true,
  },
  {
    of: 'src/doctor',
    may: ['src/base', 'src/phrases', 'src/config.ts', 'src/store/migrate.ts', 'src/store/bots.ts'],
    packages: ['postgres', 'ioredis', 'zod'],
    node: true,
  },
  { of: 'src/environment.ts', may: [], types: ['src/domain'], packages: ['zod'] },
  {
    of: 'src/config.ts',
    may: ['src/environment.ts', 'src/phrases'],
    types: ['src/domain'],
    node: true,
  },
  { of: 'src/secret.ts', may: ['src/config.ts', 'src/environment.ts', 'src/phrases'], node: true },
  { of: 'src/log.ts', may: ['src/base'], types: ['src/environment.ts'], packages: ['pino'] },
  {
    of: 'playground',
    may: ['src/base', 'src/domain'],
    types: ['src/chat'],
    packages: ['fastify', 'htm', 'ws', 'zod'],
    node: true,
  },
  { of: 'src', may: ['src', 'commands', 'playground'], node: true },
  { of: 'bench', may: ['src', 'commands', 'playground', 'test'], packages: ['*'], node: true },
  { of: 'test', may: ['src', 'commands', 'playground', 'bench'], packages: ['*'], node: true },
]

/** The only files where something of a kind may stand; a folder stands for all its files. */
export const only = {
  environment: ['src/config.ts', 'test', 'bench'],
  clock: ['src/base/clock.ts', 'test', 'bench'],
  // PGlite's own hook for what happens between two queries is a method to override.
  class: ['src/store/pglite.ts', 'test'],
  act: ['src/main.ts', 'src/template.ts', 'src/outside/gazetteer/make.ts', 'bench', 'test'],
  // Names of places are not sentences, and the playground speaks for itself.
  sentence: ['src/phrases', 'src/domain/territory', 'src/outside/gazetteer', 'playground', 'bench', 'test'],
  barrel: ['src/chat/index.ts'],
} as const

export const mostLines = 250

import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Account } from './domain/people/model.ts'
import type { DepartmentCode } from './domain/territory/model.ts'
import {
  environment,
  roles,
  variables,
  type LogLevel,
  type Read,
  type Role,
  type Variable,
} from './environment.ts'
import { operators } from './phrases/operators.ts'

/** Telegram sends its updates to `url`, which is `path` on our web part, and shows the secret each time. */
export interface Webhook {
  readonly url: string
  readonly path: string
  readonly secret: string
}

/** What the operator wants, once checked. Addresses end without a slash; what is absent is off. */
export interface Config {
  readonly telegram?: { readonly token: string; readonly apiRoot?: string; readonly webhook?: Webhook }
  readonly discord?: { readonly token: string; readonly api?: string }
  readonly rates: { readonly telegram: number; readonly discord: number }
  /** Make-believe platforms stand in for those that have no token. */
  readonly playground: boolean
  readonly databaseUrl?: string
  readonly redisUrl?: string
  readonly dataDir: string
  /** 32 bytes each, the first one writes; absent: the key is kept in `dataDir` (see `secret.ts`). */
  readonly secretKeys?: readonly Buffer[]
  readonly actionPopulaireUrl?: string
  /** Groups and actions are made up, because this is the playground and nobody named where to find real ones. */
  readonly madeUp: boolean
  /** Empty: all of them. */
  readonly departments: readonly DepartmentCode[]
  readonly geoApiUrl?: string
  readonly publicUrl?: string
  /** Where those whose services we ask can reach us: an e-mail address or a link. */
  readonly contact: string
  readonly web: { readonly host: string; readonly port: number; readonly metricsToken?: string }
  readonly roles: ReadonlySet<Role>
  readonly operators: readonly Account[]
  readonly logLevel: LogLevel
  readonly production: boolean
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The operator must mend something; each line says what, and how. */
export class ConfigError extends Error {
  readonly complaints: readonly string[]

  constructor(complaints: readonly string[]) {
    super([operators.refused, ...complaints.map((line) => `  ${line}`)].join('\n'))
    this.name = 'ConfigError'
    this.complaints = complaints
  }
}

/** Here nothing means "none"; elsewhere an empty value is the same as no value. */
const mayBeEmpty: ReadonlySet<string> = new Set<Variable>(['ACTION_POPULAIRE_URL', 'GEO_API_URL'])

const given = (env: Environment): Environment =>
  Object.fromEntries(
    variables
      .map((name) => [name, env[name]?.trim()] as const)
      .filter(([name, value]) => value !== undefined && (value !== '' || mayBeEmpty.has(name))),
  )

const complain = (variable: Variable, sentence: string): string => operators.complaint(variable, sentence)

const contradictions = (read: Read): readonly string[] => [
  // Other servers than Telegram's own give tokens of other shapes.
  ...(read.TELEGRAM_TOKEN && !read.TELEGRAM_API_ROOT && !/^\d+:[\w-]+$/.test(read.TELEGRAM_TOKEN)
    ? [complain('TELEGRAM_TOKEN', operators.wrong.TELEGRAM_TOKEN)]
    : []),
  ...(read.DATABASE_URL && !read.SECRET_KEY
    ? [complain('SECRET_KEY', operators.secretNeeded(keyFile(read.DATA_DIR)))]
    : []),
  ...(read.TELEGRAM_WEBHOOK_SECRET && !read.PUBLIC_URL
    ? [complain('TELEGRAM_WEBHOOK_SECRET', operators.webhookNeedsAddress)]
    : []),
]

/** The database that everything is kept in: a server's, or one embedded in a folder. */
export const whereOf = ({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): { readonly url: string } | { readonly pglite: string } =>
  databaseUrl === undefined ? { pglite: join(dataDir, 'base') } : { url: databaseUrl }

/** Where the key is kept when nobody gives one. */
export const keyFile = (dataDir: string): string => join(dataDir, 'secret.key')

/** Nobody can guess the path without the secret, nor the secret from the path. */
const webhook = (publicUrl: string, secret: string): Webhook => {
  const path = `/telegram/${createHmac('sha256', secret).update('webhook path').digest('base64url')}`
  return { url: publicUrl + path, path, secret }
}

/** Nothing names a server of this world: somebody is having a look. */
const havingALook = (read: Read): boolean =>
  !read.TELEGRAM_TOKEN && !read.DISCORD_TOKEN && !read.DATABASE_URL && !read.REDIS_URL && !read.PUBLIC_URL

/** Tokens begin with the bot's own identifier: better than nobody, whoever asks can look the bot up. */
const botOf = ({ TELEGRAM_TOKEN, DISCORD_TOKEN }: Read): string => {
  const id = Buffer.from(DISCORD_TOKEN?.split('.')[0] ?? '', 'base64url').toString()
  if (/^\d+$/.test(id)) return `https://discord.com/users/${id}`
  const [number = ''] = TELEGRAM_TOKEN?.split(':') ?? []
  return /^\d+$/.test(number) ? `tg://user?id=${number}` : 'porte-voix'
}

const telegram = ({ TELEGRAM_TOKEN, TELEGRAM_API_ROOT, ...read }: Read): Config['telegram'] =>
  TELEGRAM_TOKEN === undefined
    ? undefined
    : {
        token: TELEGRAM_TOKEN,
        ...(TELEGRAM_API_ROOT && { apiRoot: TELEGRAM_API_ROOT }),
        ...(read.PUBLIC_URL &&
          read.TELEGRAM_WEBHOOK_SECRET && {
            webhook: webhook(read.PUBLIC_URL, read.TELEGRAM_WEBHOOK_SECRET),
          }),
      }

const configured = (read: Read, env: Environment): Config => {
  const chats = telegram(read)
  const playground = read.PLAYGROUND === 'on' || (read.PLAYGROUND === undefined && havingALook(read))
  return {
    ...(chats && { telegram: chats }),
    ...(read.DISCORD_TOKEN && {
      discord: { token: read.DISCORD_TOKEN, ...(read.DISCORD_API && { api: read.DISCORD_API }) },
    }),
    rates: { telegram: read.TELEGRAM_RATE, discord: read.DISCORD_RATE },
    playground,
    ...(read.DATABASE_URL && { databaseUrl: read.DATABASE_URL }),
    ...(read.REDIS_URL && { redisUrl: read.REDIS_URL }),
    dataDir: read.DATA_DIR,
    ...(read.SECRET_KEY && { secretKeys: read.SECRET_KEY }),
    ...(read.ACTION_POPULAIRE_URL && { actionPopulaireUrl: read.ACTION_POPULAIRE_URL }),
    madeUp: playground && env['ACTION_POPULAIRE_URL'] === undefined,
    departments: read.DEPARTMENTS,
    ...(read.GEO_API_URL && { geoApiUrl: read.GEO_API_URL }),
    ...(read.PUBLIC_URL && { publicUrl: read.PUBLIC_URL }),
    contact: read.CONTACT ?? read.PUBLIC_URL ?? botOf(read),
    web: {
      host: read.HOST,
      port: read.PORT,
      ...(read.METRICS_TOKEN && { metricsToken: read.METRICS_TOKEN }),
    },
    roles: new Set(roles.filter((role) => read.ROLE.includes('all') || read.ROLE.includes(role))),
    operators: read.OPERATORS,
    logLevel: read.LOG_LEVEL,
    production: env['NODE_ENV'] === 'production',
  }
}

/** @throws ConfigError with one complaint for each variable that cannot be read. */
export const readConfig = (env: Environment): Config => {
  const result = environment.safeParse(given(env))
  if (result.success) {
    const complaints = contradictions(result.data)
    if (complaints.length > 0) throw new ConfigError(complaints)
    return configured(result.data, env)
  }
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0] as Variable))
  throw new ConfigError([...wrong].map((variable) => complain(variable, operators.wrong[variable])))
}

const dotEnv = (file: string): Environment => {
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

/** The process's environment; what it lacks is looked for in the `.env` of the current folder. */
export const processEnvironment = (): Environment => ({ ...dotEnv('.env'), ...process.env })

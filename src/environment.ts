import { z } from 'zod'
import type { Account } from './domain/people/model.ts'
import type { DepartmentCode } from './domain/territory/model.ts'

export const roles = ['bot', 'worker', 'web'] as const
export type Role = (typeof roles)[number]

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const address = (scheme: RegExp) => {
  const isAddress = (text: string): boolean => scheme.test(URL.parse(text)?.protocol ?? '')
  return z
    .string()
    .refine(isAddress)
    .transform((text) => text.replace(/\/+$/, ''))
}

const web = () => address(/^https?:$/)

const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .pipe(z.array(item))

const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))

const department = z
  .string()
  .toUpperCase()
  .regex(/^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[4-8]|99-(0[1-9]|1[01]))$/)
  .transform((code) => code as DepartmentCode)

const account = z
  .string()
  .regex(/^(telegram|discord):\d+$/)
  .transform((text): Account => {
    const [platform = '', key = ''] = text.split(':')
    return { platform, key }
  })

/** 32 bytes as base64, with or without padding, of either alphabet. */
export const secretKey = z
  .string()
  .regex(/^[\w+/-]{43}=?$/)
  .transform((text) => Buffer.from(text, 'base64'))

export const secretKeyList = list(secretKey).refine((keys) => keys.length > 0)

const noSpace = z.string().regex(/^[^\s/]+$/)

/** Every variable that the program reads, as text, and what it becomes. */
export const environment = z.object({
  TELEGRAM_TOKEN: noSpace.optional(),
  TELEGRAM_API_ROOT: web().optional(),
  DISCORD_TOKEN: z
    .string()
    .transform((text) => text.replace(/^Bot\s+/i, ''))
    .pipe(noSpace)
    .optional(),
  // discord.js adds the version itself.
  DISCORD_API: web()
    .transform((text) => text.replace(/\/v\d+$/, ''))
    .optional(),
  DATABASE_URL: address(/^postgres(ql)?:$/).optional(),
  REDIS_URL: address(/^rediss?:$/).optional(),
  DATA_DIR: z.string().default('./data'),
  SECRET_KEY: secretKeyList.optional(),
  ACTION_POPULAIRE_URL: z.literal('').or(web()).default('https://actionpopulaire.fr'),
  DEPARTMENTS: list(department).default([]),
  GEO_API_URL: z.literal('').or(web()).default('https://geo.api.gouv.fr'),
  PUBLIC_URL: web().optional(),
  // Goes into a header: ASCII, without what would end it.
  CONTACT: z
    .string()
    .regex(/^[!-'*-~]+[@.][!-'*-~]+$/)
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional(),
  PORT: whole(0, 65_535).default(8080),
  HOST: noSpace.default('127.0.0.1'),
  ROLE: list(z.enum([...roles, 'all'])).default(['all']),
  OPERATORS: list(account).default([]),
  TELEGRAM_RATE: whole(1, 10_000).default(30),
  DISCORD_RATE: whole(1, 10_000).default(50),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  METRICS_TOKEN: noSpace.optional(),
  PLAYGROUND: z.enum(['on', 'off']).optional(),
})

export type Variable = keyof typeof environment.shape
export type Read = z.output<typeof environment>

export const variables = Object.keys(environment.shape) as readonly Variable[]

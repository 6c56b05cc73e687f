import { z } from 'zod'
import type { Config } from '../config.ts'
import { doctor } from '../phrases/doctor.ts'
import { unusable, type Ask } from './ask.ts'
import { ill, off, well, type Finding } from './finding.ts'

const words = doctor.discord
const { discord: about, permissions: aboutPermissions } = doctor.about

const application = z.object({
  name: z.string(),
  flags: z.number().default(0),
  interactions_endpoint_url: z.string().nullish(),
})

const gateway = z.object({ session_start_limit: z.object({ remaining: z.number() }) })

const servers = z.array(
  z.object({ name: z.string(), permissions: z.string().regex(/^\d+$/).transform(BigInt) }),
)

/** Flags of an application, for a bot in few servers and in many (Discord's documentation, "Application Flags"). */
const privileged = [
  ['PRESENCE', (1 << 12) | (1 << 13)],
  ['SERVER MEMBERS', (1 << 14) | (1 << 15)],
  ['MESSAGE CONTENT', (1 << 18) | (1 << 19)],
] as const

const administrator = 1n << 3n

const rights = [
  ['view', 1n << 10n],
  ['send', 1n << 11n],
  ['links', 1n << 14n],
  ['thread', 1n << 38n],
] as const

/** A bot that is refused so many new sessions is told apart from one that restarts now and then. */
const fewSessions = 20

const intents = (flags: number): Finding => {
  const open = privileged.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name)
  return open.length === 0
    ? well(about, words.noIntents)
    : ill(about, words.privileged(open.join(', ')), words.privilegedRemedy)
}

const permissions = (of: z.output<typeof servers>): readonly Finding[] => {
  const says = doctor.permissions
  if (of.length === 0) return [ill(aboutPermissions, says.none, says.noneRemedy)]
  const lacking = of.flatMap(({ name, permissions: has }) => {
    const missing = rights.filter(([, bit]) => (has & (bit | administrator)) === 0n)
    const named = missing.map(([right]) => says.rights[right]).join(', ')
    return missing.length === 0 ? [] : [ill(aboutPermissions, says.missing(name, named), says.missingRemedy)]
  })
  return lacking.length > 0 ? lacking : [well(aboutPermissions, says.fine(of.length))]
}

/** The token, the intents, the way interactions come, and the rights in each server (200 of them at most). */
export const examineDiscord = async (discord: Config['discord'], ask: Ask): Promise<readonly Finding[]> => {
  if (!discord) return [off(about, words.off)]
  const root = discord.api ?? 'https://discord.com/api'
  const call = (path: string) =>
    ask(`${root}/v10${path}`, {
      authorization: `Bot ${discord.token}`,
      'user-agent': 'DiscordBot (Porte-voix, doctor)',
    })

  const self = await call('/applications/@me')
  if (self.is === 'answer' && self.status === 401) return [ill(about, words.refused, words.refusedRemedy)]
  const bot = self.is === 'answer' ? application.safeParse(self.body).data : undefined
  if (!bot) return [unusable(about, root, self)]

  const door = await call('/gateway/bot')
  const sessions = door.is === 'answer' ? gateway.safeParse(door.body).data?.session_start_limit : undefined
  const guilds = await call('/users/@me/guilds')
  const invited = guilds.is === 'answer' ? servers.safeParse(guilds.body).data : undefined
  const elsewhere = bot.interactions_endpoint_url
  return [
    well(about, words.fine(bot.name)),
    ...(elsewhere
      ? [ill(about, words.elsewhere(URL.parse(elsewhere)?.host ?? elsewhere), words.elsewhereRemedy)]
      : []),
    intents(bot.flags),
    ...(sessions && sessions.remaining < fewSessions
      ? [ill(about, words.fewSessions(sessions.remaining), words.fewSessionsRemedy)]
      : []),
    ...(sessions ? [] : [unusable(about, root, door)]),
    ...(invited ? permissions(invited) : [unusable(aboutPermissions, root, guilds)]),
  ]
}

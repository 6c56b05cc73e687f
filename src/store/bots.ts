import { createHash } from 'node:crypto'
import { minute } from '../base/clock.ts'
import type { Sql } from '../base/sql.ts'

/** Whoever was not seen for that long is gone, in milliseconds. */
export const absence = minute

/** What tells a bot from others: tokens begin with its identifier, which is no secret. */
const botOf = (token: string): string =>
  createHash('sha256')
    .update(token.split(/[:.]/)[0] ?? '')
    .digest('base64url')
    .slice(0, 16)

/** What was said of a platform, as far as that matters here. */
type Given = { readonly token: string } | undefined

export interface Claim {
  readonly platform: string
  readonly bot: string
}

/** Of the bots that have a token. */
export const claimsOf = (of: { readonly telegram?: Given; readonly discord?: Given }): readonly Claim[] =>
  (['telegram', 'discord'] as const).flatMap((platform) => {
    const given = of[platform]
    return given ? [{ platform, bot: botOf(given.token) }] : []
  })

const now = 'floor(extract(epoch from clock_timestamp()) * 1000)::bigint'

/**
 * Letters, people and linked chats are those of one bot on each platform: what one of them wrote another one cannot deliver. False while
 * another one is at work on the same tables. To be claimed again before {@link absence} ends.
 */
export const claim = async ({ ask }: Sql, { platform, bot }: Claim): Promise<boolean> => {
  const { rows } = await ask(
    `insert into porte_voix.bots as b (platform, bot, seen) values ($1, $2, ${now})
     on conflict (platform) do update set bot = excluded.bot, seen = excluded.seen
     where b.bot = excluded.bot or abs(excluded.seen - b.seen) > $3::int
     returning bot`,
    [platform, bot, absence],
  )
  return rows.length > 0
}

/** Another one may come at once; others of the same bot claim it again. */
export const leave = async ({ ask }: Sql, { platform, bot }: Claim): Promise<void> => {
  await ask('delete from porte_voix.bots where platform = $1 and bot = $2', [platform, bot])
}

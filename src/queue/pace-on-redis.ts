import type { Redis } from 'ioredis'
import { fair, inFull, refusalSpan, refusalSpans, termsOf, type Pace, type Slot } from '../engine/pace.ts'
import { QueueUnavailable } from '../engine/unavailable.ts'
import { connectAsking, connected, isAway, prefixOf } from './redis.ts'

/*
 * GCRA: for the platform and for each chat, the instant at which the next message would be due if all came evenly (`next`).
 * A chat may be ahead of that by its burst. `held`: nothing before. `bulk`: when a letter other than an answer last had a slot.
 */
const reserve = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local ahead, far, bulk, fair = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3] == '1', tonumber(ARGV[4])
local function read(key)
  local of = redis.call('HMGET', key, 'next', 'held', 'bulk')
  return tonumber(of[1] or 0), tonumber(of[2] or 0), tonumber(of[3] or 0)
end
local function keep(key, field, value, last)
  redis.call('HSET', key, field, string.format('%.3f', value))
  local left = redis.call('PTTL', key)
  redis.call('PEXPIRE', key, math.max(left, math.ceil(last - now) + 60000))
end
local nextOverall, heldOverall, lastBulk = read(KEYS[1])
local verdicts = {}
for n = 2, #KEYS do
  local of = 3 * n - 1
  local per, chatPer, burst = tonumber(ARGV[of]), tonumber(ARGV[of + 1]), tonumber(ARGV[of + 2])
  local nextChat, heldChat = 0, 0
  if chatPer > 0 then nextChat, heldChat = read(KEYS[n]) end
  local inChat = math.max(nextChat - (burst - 1) * chatPer, heldChat) - now
  if inChat > 1 then
    table.insert(verdicts, 'chat')
    table.insert(verdicts, tostring(inChat))
  else
    local at, wait = now, 0
    if per > 0 then
      at = math.max(nextOverall, now)
      local reach = ahead
      if bulk and now - lastBulk > fair then reach = far end
      if heldOverall > now then wait = heldOverall - now
      elseif at - now > reach then
        wait = at - now - ahead
        if bulk then wait = math.min(wait, math.max(lastBulk + fair - now, 1)) end
      else
        nextOverall = at + per
        if bulk then lastBulk = now end
      end
    end
    if wait > 0 then
      table.insert(verdicts, 'platform')
      table.insert(verdicts, tostring(wait))
      break
    end
    if chatPer > 0 then
      local due = math.max(nextChat, at) + chatPer
      keep(KEYS[n], 'next', due, due)
    end
    table.insert(verdicts, 'go')
    table.insert(verdicts, tostring(at - now))
  end
end
keep(KEYS[1], 'next', nextOverall, nextOverall)
if bulk then keep(KEYS[1], 'bulk', lastBulk, nextOverall) end
return verdicts
`

const hold = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local held = math.max(tonumber(redis.call('HGET', KEYS[1], 'held') or 0), now + ARGV[1])
redis.call('HSET', KEYS[1], 'held', string.format('%.3f', held))
redis.call('PEXPIRE', KEYS[1], math.max(redis.call('PTTL', KEYS[1]), math.ceil(held - now) + 60000))
return 1
`

const late = `
if redis.call('HEXISTS', KEYS[1], 'next') == 1 then redis.call('HINCRBYFLOAT', KEYS[1], 'next', ARGV[1]) end
return 1
`

const refused = `
local span = math.floor(redis.call('TIME')[1] / ARGV[2])
if ARGV[1] ~= '0' then
  redis.call('HINCRBY', KEYS[1], span, ARGV[1])
  redis.call('EXPIRE', KEYS[1], ARGV[2] * (ARGV[3] + 1))
end
local sum, all = 0, redis.call('HGETALL', KEYS[1])
for n = 1, #all, 2 do
  if tonumber(all[n]) <= span - ARGV[3] then redis.call('HDEL', KEYS[1], all[n])
  else sum = sum + all[n + 1] end
end
return tostring(sum)
`

interface Needs {
  readonly url: string
  readonly house: string
  readonly mark: (name: string) => string
  readonly complain: (error: Error) => void
}

const slots = (told: unknown): readonly Slot[] => {
  if (!Array.isArray(told)) throw new TypeError('Redis answered something else than the script')
  return told.map(String).flatMap((is, at, all): readonly Slot[] => {
    if (at % 2 === 1) return []
    const inMs = Math.max(0, Number(all[at + 1]))
    return [is === 'go' ? { is, inMs } : { is: 'wait', inMs, on: is === 'chat' ? 'chat' : 'platform' }]
  })
}

/** ioredis keeps their digests, and says them in full to a Redis that does not know them. */
const scripts = {
  reserve: { lua: reserve },
  hold: { lua: hold, numberOfKeys: 1 },
  late: { lua: late, numberOfKeys: 1 },
  refused: { lua: refused, numberOfKeys: 1 },
}

type Script = (...told: readonly (string | number)[]) => Promise<unknown>

const withScripts = (redis: Redis): Redis & Readonly<Record<keyof typeof scripts, Script>> => {
  for (const [name, script] of Object.entries(scripts)) redis.defineCommand(name, script)
  return redis as Redis & Readonly<Record<keyof typeof scripts, Script>>
}

const asked = async (told: Promise<unknown>): Promise<unknown> => {
  try {
    return await told
  } catch (error) {
    throw isAway(error) ? new QueueUnavailable({ cause: error }) : error
  }
}

export const openPaceOnRedis = async ({ url, house, mark, complain }: Needs): Promise<Pace> => {
  const redis = withScripts(connectAsking(url, complain))
  await connected(redis)
  const prefix = prefixOf(house)
  const keyOf = (platform: string, chat?: string): string =>
    `${prefix}:pace:${mark(chat === undefined ? platform : `${platform} ${chat}`)}`

  return {
    reserve: async (wish) => {
      const { each, ahead, far, bulk } = termsOf(wish)
      const overall = keyOf(wish.platform)
      const keys = [overall, ...each.map(({ chat }) => (chat ? keyOf(wish.platform, chat.key) : overall))]
      const values = each.flatMap((one) => [one.overall, one.chat?.per ?? 0, one.chat?.burst ?? 1])
      const told = redis.reserve(keys.length, ...keys, ahead, far, bulk ? 1 : 0, fair, ...values)
      return inFull(slots(await asked(told)), wish)
    },
    late: async (platform, ms) => {
      await asked(redis.late(keyOf(platform), ms))
    },
    hold: async ({ platform, chat }, ms) => {
      await asked(redis.hold(keyOf(platform, chat), ms))
    },
    refused: async (platform, times) =>
      Number(await asked(redis.refused(keyOf(`refusals ${platform}`), times, refusalSpan, refusalSpans))),
    // Redis forgets by itself.
    forget: async () => {},
    [Symbol.asyncDispose]: async () => {
      redis.disconnect()
    },
  }
}

import type { Redis } from 'ioredis'
import { fair, inFull, refusalSpan, refusalSpans, termsOf, type Pace, type Slot } from '../engine/pace.ts'
import { QueueUnavailable } from '../engine/unavailable.ts'
import { connectAsking, connected, isAway, prefixOf } from './redis.ts'

/*
 * GCRA: for the platform and for each chat, the instant at which the next message would be due if all came evenly (`next`).
 * A chat may be ahead of that by its burst. `held`: nothing before, as was said at `since`. `bulk`: when a letter other than an answer last
 * had a slot. Beside that, a log of the last slots of the platform: when they really were, as far as was told.
 * What lies so far ahead that nobody can have reserved it was written before the clock was set back.
 */
const reserve = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local ahead, far, bulk, fair = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3] == '1', tonumber(ARGV[4])
local most, cycle, catchUp = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local function read(key, reach)
  local of = redis.call('HMGET', key, 'next', 'held', 'bulk', 'since')
  local due, held, last = tonumber(of[1] or 0), tonumber(of[2] or 0), tonumber(of[3] or 0)
  if due > now + reach then due = 0 end
  if tonumber(of[4] or 0) > now + 1000 then held = 0 end
  if last > now + 1000 then last = 0 end
  return due, held, last
end
local function keep(key, field, value, last)
  redis.call('HSET', key, field, string.format('%.3f', value))
  local left = redis.call('PTTL', key)
  redis.call('PEXPIRE', key, math.max(left, math.ceil(last - now) + 60000))
end
local nextOverall, heldOverall, lastBulk = read(KEYS[1], far + 5 * cycle)
if most > 0 then
  local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
  if last[2] and tonumber(last[2]) > now + far + 5 * cycle then redis.call('DEL', KEYS[2]) end
end
local function free()
  if most == 0 then return 0 end
  local one = redis.call('ZRANGE', KEYS[2], -most, -most, 'WITHSCORES')
  return one[2] and tonumber(one[2]) + cycle or 0
end
local function log(at)
  if most == 0 then return 0 end
  local place = redis.call('HINCRBY', KEYS[1], 'place', 1)
  redis.call('ZADD', KEYS[2], string.format('%.3f', at), place)
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -most - 1)
  redis.call('PEXPIRE', KEYS[2], math.ceil(at - now) + 60000)
  return place
end
local verdicts = {}
local function say(is, ms, place, at)
  table.insert(verdicts, is)
  table.insert(verdicts, tostring(ms))
  table.insert(verdicts, place and tostring(place) or '')
  table.insert(verdicts, at and string.format('%.3f', at) or '')
end
for n = 3, #KEYS do
  local of = 3 * n - 1
  local per, chatPer, burst = tonumber(ARGV[of]), tonumber(ARGV[of + 1]), tonumber(ARGV[of + 2])
  local nextChat, heldChat = 0, 0
  if chatPer > 0 then nextChat, heldChat = read(KEYS[n], far + (burst + 1) * chatPer) end
  local inChat = math.max(nextChat - (burst - 1) * chatPer, heldChat) - now
  if inChat > 1 then
    say('chat', inChat)
  else
    local at, wait, place = now, 0, nil
    if per > 0 then
      at = math.max(nextOverall - catchUp, free(), now)
      local reach = ahead
      if bulk and now - lastBulk > fair then reach = far end
      if heldOverall > now then wait = heldOverall - now
      elseif at - now > reach then
        wait = at - now - ahead
        if bulk then wait = math.min(wait, math.max(lastBulk + fair - now, 1)) end
      else
        nextOverall = math.max(nextOverall, at) + per
        place = log(at)
        if bulk then lastBulk = now end
      end
    end
    if wait > 0 then
      say('platform', wait)
      break
    end
    if chatPer > 0 then
      local due = math.max(nextChat, at) + chatPer
      keep(KEYS[n], 'next', due, due)
    end
    say('go', at - now, place, at)
  end
end
keep(KEYS[1], 'next', nextOverall, nextOverall)
if bulk then keep(KEYS[1], 'bulk', lastBulk, nextOverall) end
return verdicts
`

const hold = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local before = redis.call('HMGET', KEYS[1], 'held', 'since')
local held = now + ARGV[1]
if tonumber(before[2] or 0) <= now + 1000 then held = math.max(tonumber(before[1] or 0), held) end
redis.call('HSET', KEYS[1], 'held', string.format('%.3f', held), 'since', string.format('%.3f', now))
redis.call('PEXPIRE', KEYS[1], math.max(redis.call('PTTL', KEYS[1]), math.ceil(held - now) + 60000))
return 1
`

const late = `
if ARGV[1] == '0' then
  if redis.call('HEXISTS', KEYS[1], 'next') == 1 then redis.call('HINCRBYFLOAT', KEYS[1], 'next', ARGV[2]) end
elseif redis.call('ZSCORE', KEYS[2], ARGV[1]) then redis.call('ZINCRBY', KEYS[2], ARGV[2], ARGV[1]) end
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

const fields = 4

const slots = (told: unknown): readonly Slot[] => {
  if (!Array.isArray(told)) throw new TypeError('Redis answered something else than the script')
  const all = told.map(String)
  return Array.from({ length: all.length / fields }, (_, nth): Slot => {
    const [is, ms, place, at] = all.slice(nth * fields)
    const inMs = Math.max(0, Number(ms))
    if (is !== 'go') return { is: 'wait', inMs, on: is === 'chat' ? 'chat' : 'platform' }
    return { is, inMs, ...(place && { ticket: { place: Number(place), at: Number(at) } }) }
  })
}

/** ioredis keeps their digests, and says them in full to a Redis that does not know them. */
const scripts = {
  reserve: { lua: reserve },
  hold: { lua: hold, numberOfKeys: 1 },
  late: { lua: late, numberOfKeys: 2 },
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

  const logOf = (platform: string): string => `${keyOf(platform)}:log`

  return {
    reserve: async (wish) => {
      const { each, ahead, far, bulk, most, cycle, catchUp } = termsOf(wish)
      const overall = keyOf(wish.platform)
      const chats = each.map(({ chat }) => (chat ? keyOf(wish.platform, chat.key) : overall))
      const keys = [overall, logOf(wish.platform), ...chats]
      const terms = [ahead, far, bulk ? 1 : 0, fair, most, cycle, catchUp]
      const values = each.flatMap((one) => [one.overall, one.chat?.per ?? 0, one.chat?.burst ?? 1])
      return inFull(slots(await asked(redis.reserve(keys.length, ...keys, ...terms, ...values))), wish)
    },
    late: async (platform, { place }, ms) => {
      await asked(redis.late(keyOf(platform), logOf(platform), place, ms))
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

import { fair, termsOf, type Pace, type Slot } from '../engine/pace.ts'
import { QueueUnavailable } from '../engine/unavailable.ts'
import { connectAsking, connected, isAway, prefix } from './redis.ts'

/*
 * GCRA: for the platform and for each chat, the instant at which the next message would be due if all came evenly (`next`).
 * A chat may be ahead of that by its burst. `held`: nothing before. `bulk`: when a letter other than an answer last had a slot.
 */
const reserve = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local per, chatPer, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local ahead, far, bulk, fair = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6] == '1', tonumber(ARGV[7])
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
local nextChat, heldChat = 0, 0
if chatPer > 0 then nextChat, heldChat = read(KEYS[2]) end
local inChat = math.max(nextChat - (burst - 1) * chatPer, heldChat) - now
if inChat > 1 then return { 'chat', tostring(inChat) } end
local at = now
if per > 0 then
  if heldOverall > now then return { 'platform', tostring(heldOverall - now) } end
  at = math.max(nextOverall, now)
  local reach = ahead
  if bulk and now - lastBulk > fair then reach = far end
  if at - now > reach then
    local again = at - now - ahead
    if bulk then again = math.min(again, math.max(lastBulk + fair - now, 1)) end
    return { 'platform', tostring(again) }
  end
  keep(KEYS[1], 'next', at + per, at + per)
  if bulk then keep(KEYS[1], 'bulk', now, at + per) end
end
if chatPer > 0 then
  local due = math.max(nextChat, at) + chatPer
  keep(KEYS[2], 'next', due, due)
end
return { 'go', tostring(at - now) }
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

interface Needs {
  readonly url: string
  readonly mark: (name: string) => string
  readonly complain: (error: Error) => void
}

const slot = (told: unknown): Slot => {
  if (!Array.isArray(told)) throw new TypeError('Redis answered something else than the script')
  const [is, text] = told.map(String)
  const inMs = Math.max(0, Number(text))
  if (is === 'go') return { is, inMs }
  return { is: 'wait', inMs, on: is === 'chat' ? 'chat' : 'platform' }
}

export const openPaceOnRedis = async ({ url, mark, complain }: Needs): Promise<Pace> => {
  const redis = connectAsking(url, complain)
  await connected(redis)
  const keyOf = (platform: string, chat?: string): string =>
    `${prefix}:pace:${mark(chat === undefined ? platform : `${platform} ${chat}`)}`

  const run = async (
    script: string,
    keys: readonly string[],
    values: readonly number[],
  ): Promise<unknown> => {
    try {
      return await redis.eval(script, keys.length, ...keys, ...values)
    } catch (error) {
      throw isAway(error) ? new QueueUnavailable({ cause: error }) : error
    }
  }

  return {
    reserve: async (wish) => {
      const { overall, chat, ahead, far, bulk } = termsOf(wish)
      const keys = [keyOf(wish.platform), keyOf(wish.platform, chat?.key ?? '')]
      return slot(
        await run(reserve, keys, [overall, chat?.per ?? 0, chat?.burst ?? 1, ahead, far, bulk ? 1 : 0, fair]),
      )
    },
    late: async (platform, ms) => {
      await run(late, [keyOf(platform)], [ms])
    },
    hold: async ({ platform, chat }, ms) => {
      await run(hold, [keyOf(platform, chat)], [ms])
    },
    // Redis forgets by itself.
    forget: async () => {},
    [Symbol.asyncDispose]: async () => {
      redis.disconnect()
    },
  }
}

import { createHash } from 'node:crypto'
import { limited } from './refusal.ts'

interface Bucket {
  left: number
  readonly resets: number
}

interface Rule {
  readonly most: number
  readonly seconds: number
}

/** Discord's own numbers are not promised; these are what it gives today. */
const rules: readonly (readonly [RegExp, Rule])[] = [
  [/^POST \/channels\/[^/]+\/messages$/, { most: 5, seconds: 5 }],
  [/^PATCH \/channels\/[^/]+\/messages\//, { most: 5, seconds: 5 }],
  [/^\w+ \/webhooks\//, { most: 5, seconds: 2 }],
  [/^POST \/users\/@me\/channels$/, { most: 10, seconds: 10 }],
]
const other: Rule = { most: 50, seconds: 1 }
const overall = 50

/** The first answer to an interaction counts for nothing. */
const exempt = /^POST \/interactions\//

export interface Limits {
  /** Headers for this request. @throws Refusal 429 when it is one too many. */
  check(method: string): Readonly<Record<string, string>>
}

export const noLimits: Limits = { check: () => ({}) }

/** Limits as in the headers: a bucket by route and by its channel, server or token, and one for all. */
export const createLimits = (now: () => number): Limits => {
  const buckets = new Map<string, Bucket>()
  const take = (key: string, { most, seconds }: Rule): Bucket => {
    const held = buckets.get(key)
    const bucket = held && held.resets > now() ? held : { left: most, resets: now() + seconds * 1_000 }
    bucket.left -= 1
    buckets.set(key, bucket)
    return bucket
  }
  const after = ({ resets }: Bucket): number => Math.max(0, resets - now()) / 1_000

  return {
    check: (method) => {
      if (exempt.test(method)) return {}
      if (!method.includes(' /webhooks/')) {
        const all = take('all', { most: overall, seconds: 1 })
        if (all.left < 0) throw limited(after(all), true)
      }
      const [pattern, rule] = rules.find(([route]) => route.test(method)) ?? [/^/, other]
      const major = /^\w+ \/(?:channels|guilds|webhooks\/[^/]+)\/[^/]+/.exec(method)?.[0] ?? method
      const bucket = take(`${pattern} ${major}`, rule)
      if (bucket.left < 0) throw limited(after(bucket))
      return {
        'x-ratelimit-limit': String(rule.most),
        'x-ratelimit-remaining': String(bucket.left),
        'x-ratelimit-reset': (bucket.resets / 1_000).toFixed(3),
        'x-ratelimit-reset-after': after(bucket).toFixed(3),
        'x-ratelimit-bucket': createHash('sha256').update(String(pattern)).digest('hex').slice(0, 32),
      }
    },
  }
}

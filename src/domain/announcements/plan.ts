import { later, hour, type Instant } from '../../base/clock.ts'
import { paris, wall, type Zone } from '../../base/zones.ts'
import type { Settings } from '../links/model.ts'
import { sayHours } from './filter.ts'
import type { Candidate, Forecast, RelayState } from './model.ts'

/** What becomes of an announcement in a chat, when it leaves at that instant. */
export interface Plan {
  readonly candidate: Candidate
  readonly state: RelayState
  readonly until?: Instant
}

/** Messages a second, all in all; somewhat less than what the platforms grant. */
const pace: Readonly<Record<string, number>> & { readonly telegram: number } = { telegram: 25, discord: 40 }

/** The next moment when the chat takes messages; `undefined`: it does now. */
export const opening = (
  { from, to }: Pick<Settings, 'from' | 'to'>,
  zone: Zone,
  now: Instant,
): Instant | undefined => {
  if (from === to) return undefined
  const here = wall(now, zone)
  const open = from < to ? here.hour >= from && here.hour < to : here.hour >= from || here.hour < to
  if (open) return undefined
  const today = here
    .toPlainDate()
    .toZonedDateTime({ timeZone: zone, plainTime: `${String(from).padStart(2, '0')}:00` })
  const next = today.epochMilliseconds > now ? today : today.add({ days: 1 })
  return later(now, next.epochMilliseconds - now)
}

export const planFor = (
  candidate: Candidate,
  now: Instant,
  zoneOf: (department: string) => Zone | undefined,
  patience = sayHours,
): Plan => {
  const { link, say, department } = candidate
  if (link.trouble) return { candidate, state: 'troubled' }
  if (!link.settings.announcements) return { candidate, state: 'muted' }
  if (say?.mode === 'asked') return { candidate, state: 'waiting', until: later(now, patience * hour) }
  const zone = (department === undefined ? undefined : zoneOf(department)) ?? paris
  const until = opening(link.settings, zone, now)
  return until === undefined ? { candidate, state: 'sent' } : { candidate, state: 'later', until }
}

export const forecastOf = (plans: readonly Plan[], unlinked: number, members: number): Forecast => {
  const count = (state: RelayState): number => plans.filter((plan) => plan.state === state).length
  const chats: Record<string, number> = {}
  const crowds = new Map<string, number>()
  let uncounted = 0
  for (const { candidate, state } of plans)
    if (state === 'sent' || state === 'later' || state === 'waiting') {
      const { crowd } = candidate.link
      // Two channels of one server have the same people.
      if (crowd) crowds.set(crowd.of, Math.max(crowds.get(crowd.of) ?? 0, crowd.people))
      else uncounted += 1
      chats[candidate.link.address.platform] = (chats[candidate.link.address.platform] ?? 0) + 1
    }
  return {
    chats,
    sent: count('sent'),
    waiting: count('waiting'),
    later: count('later'),
    muted: count('muted'),
    troubled: count('troubled'),
    unlinked,
    members,
    people: [...crowds.values()].reduce((all, people) => all + people, 0),
    uncounted,
    seconds: Math.max(
      1,
      Math.ceil(members / pace.telegram),
      ...Object.entries(chats).map(([platform, sent]) => Math.ceil(sent / (pace[platform] ?? 20))),
    ),
  }
}

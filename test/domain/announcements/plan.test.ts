import { describe, expect, it } from 'vitest'
import { hour, instant } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { paris, type Zone } from '../../../src/base/zones.ts'
import { forecastOf, planFor } from '../../../src/domain/announcements/plan.ts'
import { nextOf } from '../../../src/domain/announcements/repeats.ts'
import type { Candidate } from '../../../src/domain/announcements/model.ts'
import { readDate } from '../../../src/domain/dates/read.ts'
import { usual, type Link, type Settings } from '../../../src/domain/links/model.ts'

/** Wednesday, 10:00 in Paris. */
const morning = instant('2026-11-25T09:00:00Z')
const night = instant('2026-11-25T22:30:00Z')
const zoneOf = (code: string): Zone | undefined => (code === '974' ? ('Indian/Reunion' as Zone) : paris)

const chat = (settings: Partial<Settings> = {}, of: Partial<Link> = {}): Candidate => ({
  link: {
    id: newId.link(),
    address: { platform: 'telegram', key: '-1' },
    title: 'Discussion',
    since: morning,
    settings: { ...usual, ...settings },
    ...of,
  },
  department: '93',
})

describe('What becomes of an announcement in a chat', () => {
  it('is to arrive, when the chat takes announcements at that hour', () => {
    expect(planFor(chat(), morning, zoneOf).state).toBe('sent')
    expect(planFor(chat({ announcements: false }), morning, zoneOf).state).toBe('muted')
    expect(planFor(chat({}, { trouble: 'kicked' }), morning, zoneOf).state).toBe('troubled')
  })

  it('waits for the chat’s hours, on its own clock', () => {
    const late = planFor(chat(), night, zoneOf)
    expect(late).toMatchObject({ state: 'later', until: instant('2026-11-26T07:00:00Z') })
    // In La Réunion it is two in the morning, three hours ahead.
    const far = planFor({ ...chat(), department: '974' }, night, zoneOf)
    expect(far).toMatchObject({ state: 'later', until: instant('2026-11-26T04:00:00Z') })
    expect(planFor(chat({ from: 0, to: 0 }), night, zoneOf).state).toBe('sent')
    expect(planFor(chat({ from: 20, to: 2 }), night, zoneOf).state).toBe('sent')
  })

  it('waits for its group, when the group wants to be asked', () => {
    const asked = planFor({ ...chat(), say: { mode: 'asked', otherwise: 'decline' } }, morning, zoneOf)
    expect(asked).toMatchObject({ state: 'waiting', until: morning + 24 * hour })
    expect(
      planFor({ ...chat(), say: { mode: 'automatic', otherwise: 'relay' } }, morning, zoneOf).state,
    ).toBe('sent')
  })

  it('is told beforehand: how many, where, how long', () => {
    const plans = [
      ...Array.from({ length: 299 }, () => chat()),
      chat({}, { crowd: { people: 140, of: 'a group' } }),
      chat({}, { address: { platform: 'discord', key: 'c:1' }, crowd: { people: 1_200, of: 'a server' } }),
      // Another channel of the same server, and one that takes nothing.
      chat({}, { address: { platform: 'discord', key: 'c:2' }, crowd: { people: 1_190, of: 'a server' } }),
      chat({ announcements: false }, { crowd: { people: 9_000, of: 'a mute one' } }),
      chat({ announcements: false }),
      chat({}, { trouble: 'forbidden' }),
    ].map((each) => planFor(each, morning, zoneOf))
    expect(forecastOf(plans, 7, 4)).toEqual({
      members: 4,
      people: 1_340,
      uncounted: 299,
      chats: { telegram: 300, discord: 2 },
      sent: 302,
      waiting: 0,
      later: 0,
      muted: 2,
      troubled: 1,
      unlinked: 7,
      seconds: 12,
    })
  })
})

describe('An announcement that comes back', () => {
  const read = (words: string) => {
    const found = readDate(words, { now: morning, zone: paris })
    if (found.is !== 'one' || found.reading.is !== 'series') throw new Error(`not a series: ${words}`)
    return { rule: found.reading.rule, zone: paris, start: found.reading.start }
  }

  it('does so until its last day, across a change of the clocks, and stops by itself', () => {
    const { start, ...repeats } = read('tous les lundis à 9h jusqu’au 12 avril 2027')
    expect(start).toBe(instant('2026-11-30T08:00:00Z'))
    const times = [start]
    for (let next = nextOf(repeats, start); next !== undefined; next = nextOf(repeats, next)) times.push(next)
    expect(times.at(-1)).toBe(instant('2027-04-12T07:00:00Z'))
    expect(times).toHaveLength(20)
  })
})

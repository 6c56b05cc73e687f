import { describe, expect, it } from 'vitest'
import { instant } from '../../src/base/clock.ts'
import {
  dayOf,
  instantAt,
  isZone,
  paris,
  sameHour,
  startOfDay,
  type Day,
  type Zone,
} from '../../src/base/zones.ts'

const zone = (name: string): Zone => {
  if (!isZone(name)) throw new Error(name)
  return name
}
const day = (text: string): Day => text as Day

describe('The clocks of the Republic', () => {
  it('knows the zones that the movement lives in', () => {
    for (const name of [
      'Europe/Paris',
      'Indian/Reunion',
      'America/Cayenne',
      'Pacific/Marquesas',
      'America/Miquelon',
    ])
      expect(isZone(name)).toBe(true)
    expect(isZone('Europe/Montreuil')).toBe(false)
  })

  it('tells the hour of the wall on both nights when the hour changes', () => {
    expect(instantAt(day('2026-03-29'), '18:00', paris)).toBe(instant('2026-03-29T16:00Z'))
    expect(instantAt(day('2026-03-28'), '18:00', paris)).toBe(instant('2026-03-28T17:00Z'))
    expect(instantAt(day('2026-10-25'), '18:00', paris)).toBe(instant('2026-10-25T17:00Z'))
    expect(startOfDay(day('2026-10-26'), paris) - startOfDay(day('2026-10-25'), paris)).toBe(25 * 3_600_000)
  })

  it('knows that the day begins elsewhere first', () => {
    const at = instant('2026-11-27T15:00Z')
    expect(dayOf(at, paris)).toBe('2026-11-27')
    expect(dayOf(at, zone('Pacific/Noumea'))).toBe('2026-11-28')
    expect(dayOf(at, zone('Pacific/Marquesas'))).toBe('2026-11-27')
  })

  it('sees when two clocks agree', () => {
    const winter = instant('2026-12-01T12:00Z')
    expect(sameHour(winter, paris, zone('Europe/Brussels'))).toBe(true)
    expect(sameHour(winter, paris, zone('Indian/Reunion'))).toBe(false)
  })
})

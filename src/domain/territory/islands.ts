import type { Zone } from '../../base/zones.ts'
import type { CommuneCode } from './model.ts'

const marquesas = 'Pacific/Marquesas' as Zone

/** Communes whose clocks are not those of their department, by INSEE code: the Marquesas (UTC−9:30) and Gambier (UTC−9). IANA tz database. */
const apart: Readonly<Record<string, Zone>> = {
  '98718': marquesas,
  '98723': marquesas,
  '98731': marquesas,
  '98746': marquesas,
  '98756': marquesas,
  '98757': marquesas,
  '98719': 'Pacific/Gambier' as Zone,
}

export const zoneApart = (code: CommuneCode): Zone | undefined => apart[code]

import type { Zone } from '../../base/zones.ts'
import type { Department, DepartmentCode } from './model.ts'
import { countries, type Country } from './countries.ts'

/** The eleven, in order: what they cover, and the zone where most of their voters live. */
const rows: readonly (readonly [covers: string, zone: string])[] = [
  ['États-Unis, Canada', 'America/New_York'],
  ['Amérique latine, Caraïbes', 'America/Sao_Paulo'],
  ['Europe du Nord', 'Europe/London'],
  ['Benelux', 'Europe/Brussels'],
  ['Péninsule ibérique, Monaco', 'Europe/Madrid'],
  ['Suisse, Liechtenstein', 'Europe/Zurich'],
  ['Europe centrale, Balkans', 'Europe/Berlin'],
  ['Italie, Grèce, Turquie, Israël, Palestine', 'Europe/Rome'],
  ['Maghreb, Afrique de l’Ouest', 'Africa/Casablanca'],
  ['Proche-Orient, Afrique centrale, orientale et australe', 'Asia/Beirut'],
  ['Europe de l’Est, Asie, Océanie', 'Asia/Bangkok'],
]

/** The constituencies of French citizens abroad, `99-01` to `99-11`. */
export const constituencies = (): readonly Department[] =>
  rows.map(([covers, zone], at) => {
    const ordinal = at === 0 ? '1re' : `${at + 1}e`
    return {
      is: 'department',
      code: `99-${String(at + 1).padStart(2, '0')}` as DepartmentCode,
      name: `${ordinal} circonscription de l’étranger (${covers})`,
      within: `dans la ${ordinal} circonscription de l’étranger`,
      zone: zone as Zone,
    }
  })

export interface Abroad {
  country(iso: string): Country | undefined
  readonly countries: readonly Country[]
}

export const createAbroad = (): Abroad => {
  const all = countries()
  const byIso = new Map(all.map((country) => [country.iso, country]))
  return { countries: all, country: (iso) => byIso.get(iso.toUpperCase()) }
}

/** How people call all of them at once, in words that are folded and in full. */
export const everywhereAbroad: readonly string[] = [
  '99',
  'etranger',
  'francais de l etranger',
  'francaises de l etranger',
  'francais es de l etranger',
  'francaises et francais de l etranger',
  'francais a l etranger',
  'francais etranger',
  'francais etablis hors de france',
  'hors de france',
  'francais du monde',
  'circonscriptions de l etranger',
  'circonscription de l etranger',
  'circo etranger',
  'fe',
  'expat',
  'expats',
  'expatries',
]

import { folded } from '../../base/text.ts'
import type { Zone } from '../../base/zones.ts'
import type { Venue } from '../actions/model.ts'
import type { Group } from '../groups/model.ts'
import type { Commune } from '../territory/model.ts'
import type { Gazetteer } from '../territory/ports.ts'
import type { Placed } from './model.ts'

type Map = Pick<Gazetteer, 'find' | 'zoneOf' | 'zoneAt' | 'communesOf'>

/** Typing errors are not believed here: a street may resemble a village. */
const sameName = (town: Commune, words: string): boolean => {
  const said = folded(words)
    .replace(/^\d{5} /, '')
    .replace(/ \d{2,3}$/, '')
  return folded(town.name) === said || (town.formerly !== undefined && folded(town.formerly) === said)
}

/** Where several have that name, the one of the group's department is meant. */
const oneTown = (territory: Map, words: string, department?: Group['department']): Commune | undefined => {
  const found = territory.find(words)
  const areas = found.is === 'one' ? [found.area] : found.is === 'several' ? found.areas : []
  const towns = areas.filter((area) => area.is === 'commune')
  if (found.is === 'one') return towns[0]
  const [near, ...others] = towns.filter((town) => town.department === department && sameName(town, words))
  return others.length === 0 ? near : undefined
}

/** The town at the end of an address: « 12 rue de la Paix, 93370 Montfermeil », « marché, Lille », « place Voltaire à Ivry ». */
const townIn = (
  words: string,
  territory: Map,
  department: Group['department'],
): { readonly town: Commune; readonly rest: string } | undefined => {
  const postal = /^(.*?)[\s,]*\b(\d{5})\b[\s,]*(\S.*)?$/u.exec(words)
  if (postal) {
    const [, before = '', code = '', after = ''] = postal
    const town = oneTown(territory, `${code} ${after}`.trim())
    if (town) return { town, rest: before }
  }
  for (const split of [/^(.*),\s*([^,]+)$/u, /^(.*?)\s+(?:à|a)\s+(\p{Lu}.*)$/u, /^()(.+)$/u]) {
    const [, before = '', name = ''] = split.exec(words) ?? []
    const town = name.trim().length > 1 ? oneTown(territory, name.trim(), department) : undefined
    if (town && sameName(town, name.trim())) return { town, rest: before }
  }
  return undefined
}

const street =
  /^\d|\b(?:rue|avenue|boulevard|place|quai|cours|all[ée]e|impasse|chemin|route|square|passage)\b/iu

const named = (words: string): Pick<Venue, 'name' | 'address'> => {
  const said = words.replaceAll(/^[\s,;–-]+|[\s,;–-]+$/g, '')
  if (said === '') return {}
  return street.test(said) ? { address: said } : { name: said }
}

const address = /^https?:\/\/\S+$/

/** A group is known by its postal code and the name of its town. */
const zoneOfGroup = ({ department, postalCode = '', city = '' }: Group, territory: Map): Zone => {
  const communes = territory.communesOf(postalCode)
  const town = communes.find(({ name }) => folded(name) === folded(city)) ?? communes[0]
  return town && town.department === department ? territory.zoneAt(town) : territory.zoneOf(department)
}

/** What somebody wrote for a place; without a town it is in that of the group. */
export const placeOf = (words: string, group: Group, territory: Map): Placed => {
  const said = words.replaceAll(/\s+/g, ' ').trim()
  const zone = zoneOfGroup(group, territory)
  const ofGroup = { ...(group.department !== undefined && { department: group.department }), zone }
  if (address.test(said)) return { venue: { online: said }, ...ofGroup, assumed: false }
  const found = said === '' ? undefined : townIn(said, territory, group.department)
  if (found) {
    const { town, rest } = found
    const [postalCode] = town.postalCodes
    return {
      venue: {
        ...named(rest),
        city: town.name,
        ...(town.postalCodes.length === 1 && postalCode !== undefined && { postalCode }),
        ...(town.point && { point: town.point }),
      },
      department: town.department,
      zone: territory.zoneAt(town),
      assumed: false,
    }
  }
  return {
    venue: {
      ...named(said),
      ...(group.city !== undefined && { city: group.city }),
      ...(group.postalCode !== undefined && { postalCode: group.postalCode }),
      ...(group.point && { point: group.point }),
    },
    ...ofGroup,
    assumed: true,
  }
}

import type { MadeUpPlace } from './model.ts'
import { bare, of } from './french.ts'
import type { Random } from './random.ts'
import { said, type Town } from './towns.ts'

const streets = [
  'rue Jean-Jaurès',
  'rue de la République',
  'avenue Louise-Michel',
  'rue des Lilas',
  'boulevard Ambroise-Croizat',
  'rue Olympe-de-Gouges',
  'place du 8-Mai-1945',
  'rue Aimé-Césaire',
  'rue de la Fraternité',
  'allée des Cerisiers',
] as const

/** Where something happens; the market has no number in its street. */
export type Setting = 'market' | 'station' | 'square' | 'hall' | 'café' | 'library' | 'corner'

const stationOf = (town: Town, quarter: string): string => {
  if (town.name === 'Paris') return `Métro ${bare(quarter)}`
  return town.department === '974' ? `Gare routière ${of(town.name)}` : `Gare ${of(town.name)}`
}

const named = (setting: Setting, town: Town, quarter: string): string => {
  switch (setting) {
    case 'market':
      return `Marché ${of(quarter)}`
    case 'station':
      return stationOf(town, quarter)
    case 'square':
      return `Parvis de la mairie ${of(said(town))}`
    case 'hall':
      return `Maison des associations ${of(said(town))}`
    case 'café':
      return `Café L’Éclaircie, ${bare(quarter)}`
    case 'library':
      return `Médiathèque ${of(quarter)}`
    case 'corner':
      return `Devant le groupe scolaire ${of(quarter)}`
  }
}

/** Spread over about 700 m around the middle of the commune. */
export const placeIn = (
  town: Town,
  setting: Setting,
  random: Random,
  quarter = random.pick(town.quarters),
): MadeUpPlace => ({
  name: named(setting, town, quarter),
  address: `${1 + random.below(120)} ${random.pick(streets)}`,
  postalCode: town.postalCode,
  city: town.name,
  department: town.country === 'FR' || town.country === 'RE' ? town.department : '',
  country: town.country,
  lat: Number((town.lat + random.drift() * 0.006).toFixed(5)),
  lon: Number((town.lon + random.drift() * 0.008).toFixed(5)),
})

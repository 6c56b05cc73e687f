import type { Zone } from '../../base/zones.ts'

/** Whose hour it is, where French says it better than the data of Unicode. */
const hours: Readonly<Record<string, string>> = {
  'Europe/Paris': 'heure de Paris',
  'Indian/Reunion': 'heure de La Réunion',
  'Indian/Mayotte': 'heure de Mayotte',
  'Indian/Kerguelen': 'heure des Kerguelen',
  'America/Guadeloupe': 'heure de la Guadeloupe',
  'America/Martinique': 'heure de la Martinique',
  'America/Cayenne': 'heure de la Guyane',
  'America/Miquelon': 'heure de Saint-Pierre-et-Miquelon',
  'America/St_Barthelemy': 'heure de Saint-Barthélemy',
  'America/Marigot': 'heure de Saint-Martin',
  'Pacific/Noumea': 'heure de la Nouvelle-Calédonie',
  'Pacific/Tahiti': 'heure de Tahiti',
  'Pacific/Marquesas': 'heure des Marquises',
  'Pacific/Gambier': 'heure des Gambier',
  'Pacific/Wallis': 'heure de Wallis-et-Futuna',
  'Europe/London': 'heure de Londres',
  'Europe/Brussels': 'heure de Bruxelles',
  'Europe/Athens': 'heure d’Athènes',
  'Europe/Lisbon': 'heure de Lisbonne',
  'America/Montreal': 'heure de Montréal',
  'America/Toronto': 'heure de Montréal',
  'America/New_York': 'heure de New York',
  'Asia/Tokyo': 'heure de Tokyo',
}

/** `heure de La Réunion`; for zones without a name of their own: `heure locale (Dakar)`. */
export const hourOf = (zone: Zone): string => {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return hours[zone] ?? `heure locale (${place})`
}

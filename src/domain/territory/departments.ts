import { paris, type Zone } from '../../base/zones.ts'
import type { Department, DepartmentCode } from './model.ts'

type Row = readonly [code: string, name: string, within: string, zone?: string]

/**
 * Names of the State's geographic code. With « et » inside, « en » (Académie française); elsewhere what people there say.
 * Zones overseas are those of the IANA database; Polynesia's is Tahiti's (the Marquesas and Gambier have their own: see islands.ts).
 */
const rows: readonly Row[] = [
  ['01', 'Ain', 'dans l’Ain'],
  ['02', 'Aisne', 'dans l’Aisne'],
  ['03', 'Allier', 'dans l’Allier'],
  ['04', 'Alpes-de-Haute-Provence', 'dans les Alpes-de-Haute-Provence'],
  ['05', 'Hautes-Alpes', 'dans les Hautes-Alpes'],
  ['06', 'Alpes-Maritimes', 'dans les Alpes-Maritimes'],
  ['07', 'Ardèche', 'en Ardèche'],
  ['08', 'Ardennes', 'dans les Ardennes'],
  ['09', 'Ariège', 'en Ariège'],
  ['10', 'Aube', 'dans l’Aube'],
  ['11', 'Aude', 'dans l’Aude'],
  ['12', 'Aveyron', 'dans l’Aveyron'],
  ['13', 'Bouches-du-Rhône', 'dans les Bouches-du-Rhône'],
  ['14', 'Calvados', 'dans le Calvados'],
  ['15', 'Cantal', 'dans le Cantal'],
  ['16', 'Charente', 'en Charente'],
  ['17', 'Charente-Maritime', 'en Charente-Maritime'],
  ['18', 'Cher', 'dans le Cher'],
  ['19', 'Corrèze', 'en Corrèze'],
  ['2A', 'Corse-du-Sud', 'en Corse-du-Sud'],
  ['2B', 'Haute-Corse', 'en Haute-Corse'],
  ['21', 'Côte-d’Or', 'en Côte-d’Or'],
  ['22', 'Côtes-d’Armor', 'dans les Côtes-d’Armor'],
  ['23', 'Creuse', 'dans la Creuse'],
  ['24', 'Dordogne', 'en Dordogne'],
  ['25', 'Doubs', 'dans le Doubs'],
  ['26', 'Drôme', 'dans la Drôme'],
  ['27', 'Eure', 'dans l’Eure'],
  ['28', 'Eure-et-Loir', 'en Eure-et-Loir'],
  ['29', 'Finistère', 'dans le Finistère'],
  ['30', 'Gard', 'dans le Gard'],
  ['31', 'Haute-Garonne', 'en Haute-Garonne'],
  ['32', 'Gers', 'dans le Gers'],
  ['33', 'Gironde', 'en Gironde'],
  ['34', 'Hérault', 'dans l’Hérault'],
  ['35', 'Ille-et-Vilaine', 'en Ille-et-Vilaine'],
  ['36', 'Indre', 'dans l’Indre'],
  ['37', 'Indre-et-Loire', 'en Indre-et-Loire'],
  ['38', 'Isère', 'en Isère'],
  ['39', 'Jura', 'dans le Jura'],
  ['40', 'Landes', 'dans les Landes'],
  ['41', 'Loir-et-Cher', 'en Loir-et-Cher'],
  ['42', 'Loire', 'dans la Loire'],
  ['43', 'Haute-Loire', 'en Haute-Loire'],
  ['44', 'Loire-Atlantique', 'en Loire-Atlantique'],
  ['45', 'Loiret', 'dans le Loiret'],
  ['46', 'Lot', 'dans le Lot'],
  ['47', 'Lot-et-Garonne', 'en Lot-et-Garonne'],
  ['48', 'Lozère', 'en Lozère'],
  ['49', 'Maine-et-Loire', 'en Maine-et-Loire'],
  ['50', 'Manche', 'dans la Manche'],
  ['51', 'Marne', 'dans la Marne'],
  ['52', 'Haute-Marne', 'en Haute-Marne'],
  ['53', 'Mayenne', 'en Mayenne'],
  ['54', 'Meurthe-et-Moselle', 'en Meurthe-et-Moselle'],
  ['55', 'Meuse', 'dans la Meuse'],
  ['56', 'Morbihan', 'dans le Morbihan'],
  ['57', 'Moselle', 'en Moselle'],
  ['58', 'Nièvre', 'dans la Nièvre'],
  ['59', 'Nord', 'dans le Nord'],
  ['60', 'Oise', 'dans l’Oise'],
  ['61', 'Orne', 'dans l’Orne'],
  ['62', 'Pas-de-Calais', 'dans le Pas-de-Calais'],
  ['63', 'Puy-de-Dôme', 'dans le Puy-de-Dôme'],
  ['64', 'Pyrénées-Atlantiques', 'dans les Pyrénées-Atlantiques'],
  ['65', 'Hautes-Pyrénées', 'dans les Hautes-Pyrénées'],
  ['66', 'Pyrénées-Orientales', 'dans les Pyrénées-Orientales'],
  ['67', 'Bas-Rhin', 'dans le Bas-Rhin'],
  ['68', 'Haut-Rhin', 'dans le Haut-Rhin'],
  ['69', 'Rhône', 'dans le Rhône'],
  ['70', 'Haute-Saône', 'en Haute-Saône'],
  ['71', 'Saône-et-Loire', 'en Saône-et-Loire'],
  ['72', 'Sarthe', 'dans la Sarthe'],
  ['73', 'Savoie', 'en Savoie'],
  ['74', 'Haute-Savoie', 'en Haute-Savoie'],
  ['75', 'Paris', 'à Paris'],
  ['76', 'Seine-Maritime', 'en Seine-Maritime'],
  ['77', 'Seine-et-Marne', 'en Seine-et-Marne'],
  ['78', 'Yvelines', 'dans les Yvelines'],
  ['79', 'Deux-Sèvres', 'dans les Deux-Sèvres'],
  ['80', 'Somme', 'dans la Somme'],
  ['81', 'Tarn', 'dans le Tarn'],
  ['82', 'Tarn-et-Garonne', 'en Tarn-et-Garonne'],
  ['83', 'Var', 'dans le Var'],
  ['84', 'Vaucluse', 'dans le Vaucluse'],
  ['85', 'Vendée', 'en Vendée'],
  ['86', 'Vienne', 'dans la Vienne'],
  ['87', 'Haute-Vienne', 'en Haute-Vienne'],
  ['88', 'Vosges', 'dans les Vosges'],
  ['89', 'Yonne', 'dans l’Yonne'],
  ['90', 'Territoire de Belfort', 'dans le Territoire de Belfort'],
  ['91', 'Essonne', 'dans l’Essonne'],
  ['92', 'Hauts-de-Seine', 'dans les Hauts-de-Seine'],
  ['93', 'Seine-Saint-Denis', 'en Seine-Saint-Denis'],
  ['94', 'Val-de-Marne', 'dans le Val-de-Marne'],
  ['95', 'Val-d’Oise', 'dans le Val-d’Oise'],
  ['971', 'Guadeloupe', 'en Guadeloupe', 'America/Guadeloupe'],
  ['972', 'Martinique', 'en Martinique', 'America/Martinique'],
  ['973', 'Guyane', 'en Guyane', 'America/Cayenne'],
  ['974', 'La Réunion', 'à La Réunion', 'Indian/Reunion'],
  ['975', 'Saint-Pierre-et-Miquelon', 'à Saint-Pierre-et-Miquelon', 'America/Miquelon'],
  ['976', 'Mayotte', 'à Mayotte', 'Indian/Mayotte'],
  ['977', 'Saint-Barthélemy', 'à Saint-Barthélemy', 'America/St_Barthelemy'],
  ['978', 'Saint-Martin', 'à Saint-Martin', 'America/Marigot'],
  [
    '984',
    'Terres australes et antarctiques françaises',
    'dans les Terres australes et antarctiques françaises',
    'Indian/Kerguelen',
  ],
  ['986', 'Wallis-et-Futuna', 'à Wallis-et-Futuna', 'Pacific/Wallis'],
  ['987', 'Polynésie française', 'en Polynésie française', 'Pacific/Tahiti'],
  ['988', 'Nouvelle-Calédonie', 'en Nouvelle-Calédonie', 'Pacific/Noumea'],
  // Nobody lives there, and the IANA database has no zone for it: UTC−8.
  ['989', 'Île de Clipperton', 'à Clipperton', 'Etc/GMT+8'],
]

/** The departments and the overseas collectivities, in the order of their codes. */
export const frenchDepartments = (): readonly Department[] =>
  rows.map(([code, name, within, zone = paris]) => ({
    is: 'department',
    code: code as DepartmentCode,
    name,
    within,
    zone: zone as Zone,
  }))

/** ISO 3166-1 gives the overseas territories countries of their own. */
const territories = new Map([
  ['GP', '971'],
  ['MQ', '972'],
  ['GF', '973'],
  ['RE', '974'],
  ['PM', '975'],
  ['YT', '976'],
  ['BL', '977'],
  ['MF', '978'],
  ['TF', '984'],
  ['WF', '986'],
  ['PF', '987'],
  ['NC', '988'],
])

/** The department of a country code that is an overseas territory's: `RE` gives `974`. */
export const territoryOf = (country: string): DepartmentCode | undefined =>
  territories.get(country.toUpperCase()) as DepartmentCode | undefined

/**
 * The department that the beginning of a postal code stands for, whether the code exists or not (`93108` is a CEDEX):
 * `20` is Corsica, whose north begins at `202`; `97133` and `97150` are what became of Guadeloupe's northern islands;
 * `980` is Monaco, of the fifth constituency abroad.
 */
export const departmentOfPrefix = (postalCode: string): string | undefined => {
  if (postalCode === '97133') return '977'
  if (postalCode === '97150') return '978'
  if (postalCode.startsWith('980')) return '99-05'
  if (postalCode.startsWith('20')) return postalCode < '20200' ? '2A' : '2B'
  const length = postalCode >= '97' ? 3 : 2
  const prefix = postalCode.slice(0, length)
  return rows.some(([code]) => code === prefix) ? prefix : undefined
}

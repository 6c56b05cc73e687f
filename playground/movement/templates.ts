import type { Setting } from './venues.ts'
import type { Label } from './subtypes.ts'
import { at, bare, of } from './french.ts'
import type { Random } from './random.ts'
import { said, type Town } from './towns.ts'

/** A kind of action as groups plan it: when in the week, how long, where, under which name. */
export interface Template {
  readonly label: Label
  /** How often it comes, against the others. */
  readonly weight: number
  readonly setting: Setting
  /** 1 is Monday; `HH:MM`, on the wall clock of the place. */
  readonly when: readonly (readonly [weekday: number, time: string])[]
  readonly minutes: number
  readonly name: (town: Town, quarter: string, random: Random) => string
  readonly words: string
}

const subjects = [
  'le logement',
  'l’eau, bien commun',
  'la cantine pour toutes et tous',
  'les transports gratuits',
  'l’hôpital public',
  'nos retraites',
  'l’école de nos enfants',
] as const

const skills = [
  'prendre la parole',
  'réussir un porte-à-porte',
  'tenir une table',
  'animer une réunion',
] as const

const films = ['« Les Mains du quai »', '« L’Eau des autres »', '« Une ligne de bus »'] as const

const mornings = [
  [6, '10:00'],
  [7, '10:00'],
  [6, '09:30'],
] as const
const evenings = [
  [2, '18:30'],
  [3, '19:00'],
  [4, '18:30'],
] as const

export const templates: readonly Template[] = [
  {
    label: 'diffusion-tracts',
    weight: 9,
    setting: 'market',
    when: mornings,
    minutes: 120,
    name: (_, quarter) => `Tractage au marché ${of(quarter)}`,
    words: 'Tracts fournis. Venez comme vous êtes, même pour une demi-heure !',
  },
  {
    label: 'diffusion-tracts',
    weight: 4,
    setting: 'station',
    when: [
      [2, '07:30'],
      [4, '17:30'],
    ],
    minutes: 90,
    name: (town, quarter) =>
      town.name === 'Paris'
        ? `Diffusion de tracts au métro ${bare(quarter)}`
        : `Diffusion de tracts à la gare ${of(town.name)}`,
    words: 'On se retrouve devant l’entrée principale.',
  },
  {
    label: 'porte-a-porte',
    weight: 7,
    setting: 'corner',
    when: [...evenings, [6, '14:00']],
    minutes: 120,
    name: (_, quarter) => `Porte-à-porte ${at(quarter)}`,
    words: 'Petite formation sur place avant de partir en binôme.',
  },
  {
    label: 'collage',
    weight: 5,
    setting: 'hall',
    when: [
      [3, '20:30'],
      [5, '21:00'],
    ],
    minutes: 120,
    name: (town) => `Collage d’affiches ${at(said(town))}`,
    words: 'Colle et pinceaux fournis, prévoyez de vieux vêtements.',
  },
  {
    label: 'cafe-populaire',
    weight: 4,
    setting: 'café',
    when: [
      [6, '15:00'],
      [7, '16:00'],
    ],
    minutes: 120,
    name: (_, _quarter, random) => `Café populaire : ${random.pick(subjects)}`,
    words: 'On écoute, on discute, on décide. Boissons à prix libre.',
  },
  {
    label: 'reunion-groupe',
    weight: 6,
    setting: 'hall',
    when: evenings,
    minutes: 120,
    name: (_, quarter) => `Réunion du groupe ${of(quarter)}`,
    words: 'Ordre du jour : retour sur les actions, calendrier, matériel.',
  },
  {
    label: 'reunion-publique',
    weight: 2,
    setting: 'hall',
    when: [
      [4, '19:00'],
      [5, '19:30'],
    ],
    minutes: 150,
    name: (_, _quarter, random) => `Réunion publique : ${random.pick(subjects)}`,
    words: 'Ouvert à toutes et tous. Garde d’enfants sur place.',
  },
  {
    label: 'soutien',
    weight: 2,
    setting: 'square',
    when: [
      [6, '11:00'],
      [3, '17:30'],
    ],
    minutes: 120,
    name: (_, _quarter, random) => `Rassemblement pour ${random.pick(subjects)}`,
    words: 'Avec les habitant·es et les associations du quartier.',
  },
  {
    label: 'formations',
    weight: 2,
    setting: 'library',
    when: [[6, '14:00']],
    minutes: 180,
    name: (_, _quarter, random) => `Formation : ${random.pick(skills)}`,
    words: 'Aucune connaissance préalable n’est nécessaire.',
  },
  {
    label: 'projection-debat',
    weight: 1,
    setting: 'library',
    when: [[5, '20:00']],
    minutes: 150,
    name: (_, _quarter, random) => `Projection-débat : ${random.pick(films)}`,
    words: 'La projection sera suivie d’un échange avec la salle.',
  },
  {
    label: 'fête-locale',
    weight: 1,
    setting: 'square',
    when: [[7, '12:00']],
    minutes: 360,
    name: (_, quarter) => `Fête ${of(quarter)}`,
    words: 'Repas partagé : apportez un plat, nous apportons les tables.',
  },
  {
    label: 'action-solidarite',
    weight: 1,
    setting: 'corner',
    when: [[6, '10:30']],
    minutes: 150,
    name: (_, quarter) => `Collecte solidaire ${at(quarter)}`,
    words: 'Denrées non périssables, fournitures scolaires, produits d’hygiène.',
  },
]

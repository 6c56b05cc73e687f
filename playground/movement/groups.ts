import { day, later, type Instant } from '../../src/base/clock.ts'
import { bare, of } from './french.ts'
import type { MadeUpGroup } from './model.ts'
import { createRandom, type Random } from './random.ts'
import { departmentNames, said, type Town } from './towns.ts'
import { placeIn } from './venues.ts'

const animators = [
  'Camille',
  'Sacha',
  'Nadia',
  'Yann',
  'Maëlys',
  'Idriss',
  'Lou',
  'Aïssatou',
  'Théo',
  'Rosa',
] as const

const themes = [
  'Logement',
  'Santé',
  'Éducation',
  'Eau, bien commun',
  'Transports',
  'Agriculture paysanne',
  'Culture',
  'Quartiers populaires',
] as const

const localName = (town: Town, quarter: string, random: Random): string =>
  random.pick([
    `${said(town)} – ${bare(quarter)}`,
    `Groupe d’action ${of(quarter)} (${said(town)})`,
    `Insoumis·es ${of(said(town))} – ${bare(quarter)}`,
    `Collectif populaire ${of(quarter)} (${said(town)})`,
  ])

const thematicName = (town: Town, random: Random): string =>
  random.pick([
    `Livret « ${random.pick(themes)} » – ${said(town)}`,
    `${random.pick(themes)} ${town.department} – ${said(town)}`,
    `Jeunes insoumis·es ${of(said(town))}`,
  ])

const functionalName = (town: Town): string => `Équipe matériel et logistique ${of(said(town))}`

const typeOf = (rank: number): MadeUpGroup['type'] => {
  if (rank % 13 === 12) return 'F'
  return rank % 6 === 5 ? 'B' : 'L'
}

const nameOf = (type: MadeUpGroup['type'], town: Town, quarter: string, random: Random): string => {
  switch (type) {
    case 'L':
      return localName(town, quarter, random)
    case 'B':
      return thematicName(town, random)
    case 'F':
      return functionalName(town)
    case 'D':
      return `Boucle départementale ${departmentNames[town.department] ?? of(town.department)}`
  }
}

const welcome = (name: string): string =>
  `<p>Bienvenue dans « ${name} » ! Nous nous retrouvons deux fois par mois.</p>` +
  '<p>Toute personne qui veut agir est la bienvenue, sans expérience.</p>'

interface Wanted {
  readonly seed: string
  readonly start: Instant
  readonly town: Town
  readonly rank: number
  readonly type?: MadeUpGroup['type']
}

/** The group of that rank in its department: the sixth ones are thematic, the eleventh ones asleep. */
export const makeGroup = ({ seed, start, town, rank, type = typeOf(rank) }: Wanted): MadeUpGroup => {
  const random = createRandom(`${seed} group ${town.department} ${type} ${rank}`)
  const quarter = town.quarters[rank % town.quarters.length] ?? random.pick(town.quarters)
  const name = nameOf(type, town, quarter, random)
  return {
    id: random.uuid(),
    name,
    type,
    certified: type !== 'F' && random.chance(0.6),
    active: rank % 11 !== 10,
    published: true,
    open: true,
    description: welcome(name),
    place: placeIn(town, 'hall', random, quarter),
    located: true,
    founded: later(start, -(60 + random.below(1_500)) * day),
    members: 4 + random.below(26),
    animators: [random.pick(animators.slice(0, 5)), random.pick(animators.slice(5))],
    links: random.chance(0.3) ? [{ label: 'Notre canal', url: `https://example.test/canal/${rank}` }] : [],
  }
}

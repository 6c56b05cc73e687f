import { minute, type Instant } from '../../src/base/clock.ts'
import type { Zone } from '../../src/base/zones.ts'
import { event, onDay, townOf, type Ground } from './ground.ts'
import type { MadeUpEvent, MadeUpGroup } from './model.ts'
import { oddEvents, oddGroups } from './oddities.ts'
import { createRandom } from './random.ts'
import { subtype } from './subtypes.ts'
import { placeIn } from './venues.ts'

const idsIn = (groups: readonly MadeUpGroup[], department: string, count: number): readonly string[] =>
  groups
    .filter((group) => group.place.department === department && group.type === 'L' && group.active)
    .slice(0, count)
    .map((group) => group.id)

const longStory =
  '<h2>Le programme</h2><ol><li>Accueil</li><li>Ateliers</li></ol>' +
  '<p>Une journée <strong>pour toutes et tous</strong>, à vivre &amp; à partager&nbsp;!</p>'.repeat(400)

/** Plausible, and each of them worth a question: online, paid, at night, over two days, moved, withdrawn. */
export const specialEvents = ({ start, seed, groups }: Ground): readonly MadeUpEvent[] => {
  const random = createRandom(`${seed} specials`)
  const [first = '', second = ''] = idsIn(groups, '93', 2)
  const parisian = idsIn(groups, '75', 1)
  const reunion = idsIn(groups, '974', 1)
  const belleville = townOf('75020')
  const montreuil = townOf('93100')
  const tracts = subtype('diffusion-tracts')
  const when = (days: number, time: string): Instant => onDay(start, days, time)
  return [
    event(random, {
      name: 'Tractage au marché de Belleville',
      start: when(1, '10:00'),
      subtype: tracts,
      place: placeIn(belleville, 'market', random, 'Belleville'),
      groups: parisian,
    }),
    event(random, {
      name: 'Collage de nuit à Montreuil',
      start: when(0, '23:00'),
      subtype: subtype('collage'),
      place: placeIn(montreuil, 'hall', random),
      groups: [first],
    }),
    event(random, {
      name: 'Café populaire en ligne : nos retraites',
      start: when(2, '20:30'),
      subtype: subtype('cafe-populaire'),
      onlineUrl: 'https://visio.example.test/cafe-populaire',
      groups: parisian,
    }),
    event(random, {
      name: 'Formation : réussir un porte-à-porte',
      start: when(4, '14:00'),
      subtype: subtype('formations'),
      place: placeIn(townOf('93300'), 'library', random),
      form: true,
      groups: [second],
    }),
    event(random, {
      name: 'Banquet populaire de la Seine-Saint-Denis',
      start: when(6, '19:30'),
      end: when(6, '23:30'),
      subtype: subtype('fête-locale'),
      place: placeIn(townOf('93200'), 'hall', random),
      price: 'Prix libre',
      groups: [first],
    }),
    event(random, {
      name: 'Les deux jours de l’eau, bien commun',
      start: when(8, '09:00'),
      end: when(9, '18:00'),
      subtype: subtype('soutien'),
      place: placeIn(townOf('31000'), 'square', random),
      groups: idsIn(groups, '31', 1),
    }),
    event(random, {
      name: 'Porte-à-porte commun aux Quatre-Chemins',
      start: when(3, '18:30'),
      subtype: subtype('porte-a-porte'),
      place: placeIn(townOf('93300'), 'corner', random, 'les Quatre-Chemins'),
      groups: [first, second],
      attending: parisian,
    }),
    event(random, {
      name: 'Pique-nique entre voisin·es',
      start: when(5, '12:30'),
      subtype: subtype('pique-nique'),
      place: placeIn(belleville, 'square', random),
    }),
    // Planned from mainland France: the browser said Paris, the clock on the wall says La Réunion.
    event(random, {
      name: 'Tractage au marché forain du Chaudron',
      start: onDay(start, 2, '08:00', 'Indian/Reunion' as Zone),
      subtype: tracts,
      place: placeIn(townOf('97400'), 'market', random, 'le Chaudron'),
      groups: reunion,
    }),
    event(random, {
      name: 'Grande journée des services publics',
      start: when(10, '10:00'),
      end: when(10, '18:00'),
      place: placeIn(townOf('31100'), 'square', random),
      description: longStory,
      groups: idsIn(groups, '31', 2),
    }),
    event(random, {
      name: 'Tractage à la sortie du lycée de Pantin',
      start: when(2, '16:30'),
      subtype: tracts,
      place: placeIn(townOf('93500'), 'corner', random),
      groups: [second],
      turn: { hidden: true },
    }),
    event(random, {
      name: 'Réunion publique : nos transports',
      start: when(5, '19:00'),
      subtype: subtype('reunion-publique'),
      place: placeIn(townOf('93140'), 'hall', random),
      groups: [second],
      turn: { laterBy: 30 * minute },
    }),
    event(random, {
      name: 'Préparation de la campagne (organisateur·ices)',
      start: when(3, '20:00'),
      subtype: subtype('reunion-groupe'),
      place: placeIn(montreuil, 'hall', random),
      visibility: 'O',
      groups: [first],
    }),
    event(random, {
      name: 'Tractage annulé au marché de la Noue',
      start: when(4, '10:00'),
      subtype: tracts,
      place: placeIn(montreuil, 'market', random, 'la Noue'),
      visibility: 'A',
      groups: [first],
    }),
    event(random, {
      name: 'Apéro citoyen sur invitation',
      start: when(6, '18:30'),
      subtype: subtype('pique-nique'),
      place: placeIn(montreuil, 'café', random),
      listed: false,
      groups: [first],
    }),
  ]
}

export const makeSpecials = ({
  odd,
  ...ground
}: Ground & { readonly odd: boolean }): {
  readonly groups: readonly MadeUpGroup[]
  readonly events: readonly MadeUpEvent[]
} => ({
  groups: odd ? oddGroups(ground) : [],
  events: [...specialEvents(ground), ...(odd ? oddEvents(ground) : [])],
})

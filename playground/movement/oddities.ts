import { day, hour, later, minute, type Instant } from '../../src/base/clock.ts'
import type { Zone } from '../../src/base/zones.ts'
import { event, onDay, townOf, type Ground } from './ground.ts'
import { makeGroup } from './groups.ts'
import type { MadeUpEvent, MadeUpGroup, MadeUpPlace } from './model.ts'
import { createRandom } from './random.ts'
import { subtype } from './subtypes.ts'
import { placeIn } from './venues.ts'

const place = (
  city: string,
  postalCode: string,
  country: string,
  department: string,
  lat: number,
  lon: number,
): MadeUpPlace => ({
  name: 'Place centrale',
  address: '1 place centrale',
  city,
  postalCode,
  country,
  department,
  lat,
  lon,
})

/** As the platform knows them: Corsica is 2A unless geocoded, Saint-Martin is 971, the Pacific and abroad are nothing. */
const elsewhere = {
  brussels: place('Bruxelles', '1000', 'BE', '', 50.8467, 4.3525),
  bastia: place('Bastia', '20200', 'FR', '2A', 42.7022, 9.4512),
  ajaccio: place('Ajaccio', '20090', 'FR', '2A', 41.9189, 8.7381),
  marigot: place('Saint-Martin', '97150', 'MF', '971', 18.0683, -63.0825),
  papeete: place('Papeete', '98714', 'PF', '', -17.535, -149.5696),
  monaco: place('Monaco', '98000', 'MC', '', 43.7384, 7.4246),
} as const

/** What nobody would type, and somebody will. */
export const hostileName =
  '🌻 Fête <script>alert("1")</script> **[ici](https://evil.example.test)** @everyone'

export const oddGroups = ({ start, seed }: Ground): readonly MadeUpGroup[] => {
  const group = (rank: number, it: Partial<MadeUpGroup>): MadeUpGroup => ({
    ...makeGroup({ seed: `${seed} odd`, start, town: townOf('93100'), rank: rank * 11 + 1, type: 'L' }),
    ...it,
  })
  return [
    group(1, { name: 'Insoumis·es de Bruxelles', place: elsewhere.brussels }),
    group(2, {
      name: '4ème circonscription des Français de l’étranger',
      type: 'D',
      located: false,
      place: { ...elsewhere.brussels, postalCode: '', city: '' },
    }),
    group(3, { name: 'Bastia en commun', place: elsewhere.bastia }),
    group(4, { name: 'Ajaccio en commun', place: elsewhere.ajaccio }),
    group(5, { name: 'Groupe d’action de Marigot', place: elsewhere.marigot }),
    group(6, { name: 'Insoumis·es de Papeete', place: elsewhere.papeete }),
    group(7, { name: 'Montreuil sans adresse', located: false }),
    group(8, { name: 'Groupe retiré', published: false }),
    group(9, { name: hostileName }),
  ]
}

/** The last Sunday of March or October, at one in the morning UTC. */
const nextChangeOfClocks = (from: Instant): Instant => {
  const year = new Date(from).getUTCFullYear()
  const changes = [year, year + 1].flatMap((each) =>
    [2, 9].map((month) => {
      const last = new Date(Date.UTC(each, month, 31, 1))
      return (last.getTime() - last.getUTCDay() * day) as Instant
    }),
  )
  return changes.find((change) => change > from) ?? from
}

const letter =
  '<p>Inscrivez-vous <a href="https://ap.example.test/evenements/1/?p=6f1e&amp;code=abc-123&amp;utm_source=mail">ici</a>' +
  ' ou https://ap.example.test/?_p=6f1e&amp;code=abc-123&amp;force_login=1</p>' +
  '<script>alert(1)</script><p onclick="alert(2)">Écrivez à <a href="mailto:secret@example.test">nous</a>.</p>' +
  '<a href="javascript:alert(3)">Cliquez</a>'

export const oddEvents = ({ start, seed, groups }: Ground): readonly MadeUpEvent[] => {
  const random = createRandom(`${seed} odd events`)
  const near = placeIn(townOf('93100'), 'square', random)
  const when = (days: number, time: string, zone?: string): Instant =>
    onDay(start, days, time, zone as Zone | undefined)
  const changeOfClocks = nextChangeOfClocks(start)
  return [
    event(random, {
      name: 'Tractage au marché de Papeete',
      start: when(3, '06:00', 'Pacific/Tahiti'),
      place: elsewhere.papeete,
      subtype: subtype('diffusion-tracts'),
    }),
    event(random, {
      name: 'Réunion publique à Bruxelles',
      start: when(4, '19:00'),
      place: elsewhere.brussels,
      subtype: subtype('reunion-publique'),
    }),
    event(random, {
      name: 'Collage à Bastia',
      start: when(4, '21:00'),
      place: elsewhere.bastia,
      subtype: subtype('collage'),
    }),
    event(random, {
      name: 'Apéro à Marigot',
      start: when(5, '18:00', 'America/Marigot'),
      place: elsewhere.marigot,
    }),
    event(random, { name: 'Rencontre à Monaco', start: when(5, '18:00'), place: elsewhere.monaco }),
    event(random, {
      name: 'La nuit où l’heure change',
      start: later(changeOfClocks, -30 * minute),
      end: later(changeOfClocks, hour),
      place: near,
    }),
    event(random, {
      name: 'Préparée depuis New York',
      start: when(2, '18:00'),
      timezone: 'America/New_York',
      place: near,
    }),
    event(random, { name: hostileName, start: when(2, '14:00'), place: near, description: letter }),
    event(random, {
      name: 'Grande lessive',
      start: when(3, '14:00'),
      subtype: subtype('grande-lessive-2031'),
      place: near,
    }),
    event(random, { name: 'CAFÉS POPULAIRES du dimanche', start: when(6, '15:00'), place: near }),
    event(random, {
      name: 'Visio avec un lien de connexion',
      start: when(2, '20:00'),
      onlineUrl: 'https://ap.example.test/visio/?salle=4&p=6f1e&code=abc-123',
      groups: groups
        .filter(({ type, active }) => type === 'L' && active)
        .slice(0, 1)
        .map(({ id }) => id),
    }),
  ]
}

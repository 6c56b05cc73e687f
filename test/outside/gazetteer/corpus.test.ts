import { describe, expect, it } from 'vitest'
import { createGazetteer } from '../../../src/outside/gazetteer/gazetteer.ts'
import { said } from './said.ts'

const territory = createGazetteer()

const montreuils = 'Montreuil (93) | Montreuil (85) | Montreuil (28)'
const arrondissement = (city: string, department: string) => (number: string) =>
  `${city} ${number} (${department})`
const inParis = arrondissement('Paris', '75')
const inLyon = arrondissement('Lyon', '69')
const inMarseille = arrondissement('Marseille', '13')

const abroad = (number: string, covers: string): string =>
  `${number} circonscription de l’étranger (${covers})`
const benelux = abroad('4e', 'Benelux')
const northAmerica = abroad('1re', 'États-Unis, Canada')

/** What people write, and what they mean by it. */
const corpus: Record<string, Record<string, string>> = {
  'a postal code': {
    '93100': 'Montreuil (93)',
    '93 100': 'Montreuil (93)',
    ' 93100 ': 'Montreuil (93)',
    '93100 Montreuil': 'Montreuil (93)',
    'Montreuil 93100': 'Montreuil (93)',
    '93 100 Montreuil': 'Montreuil (93)',
    '93100 montrueil': 'Montreuil (93)',
    'F-75011 Paris': inParis('11e'),
    '75020': inParis('20e'),
    '75116': inParis('16e'),
    '13001': inMarseille('1er'),
    '69003 Lyon': inLyon('3e'),
    '75000': 'Paris (75)',
    '75000 Paris': 'Paris (75)',
    '69000': 'Lyon (69)',
    '97400': 'Saint-Denis (974)',
    '97133': 'Saint-Barthélemy (977)',
    '97150': 'Saint-Martin (978)',
    '97500': 'Saint-Pierre (975) | Miquelon-Langlade (975)',
    '98800': 'Nouméa (988)',
    '98000': abroad('5e', 'Péninsule ibérique, Monaco'),
    '20000': 'Ajaccio (2A)',
    '94390': 'Paray-Vieille-Poste (91)',
    '1000': 'Bourg-en-Bresse (01) | Saint-Denis-lès-Bourg (01)',
    '51300 Blacy': 'Blacy (51)',
  },
  'a postal code that is nobody’s': {
    '93108': 'Seine-Saint-Denis | Montreuil (93)',
    '93108 cedex': 'Seine-Saint-Denis | Montreuil (93)',
    '93108 Montreuil Cedex': 'Montreuil (93)',
    '69365 Lyon cedex 03': 'Lyon (69)',
    '75356 Paris 07': inParis('7e'),
    '75356 Paris': 'Paris (75)',
    '20999': 'Haute-Corse | Bastia (2B) | Biguglia (2B)',
    '99999': 'nothing',
    '00000': 'nothing',
  },
  'a commune': {
    Montreuil: montreuils,
    'st etienne': 'Saint-Étienne (42)',
    'ST-ETIENNE': 'Saint-Étienne (42)',
    'ivry s/ seine': 'Ivry-sur-Seine (94)',
    'Ivry s/Seine': 'Ivry-sur-Seine (94)',
    'fontenay s/s bois': 'Fontenay-sous-Bois (94)',
    'ste foy les lyon': 'Sainte-Foy-lès-Lyon (69)',
    'lhay les roses': 'L’Haÿ-les-Roses (94)',
    'L’Hay-les-roses': 'L’Haÿ-les-Roses (94)',
    'villeneuve lez avignon': 'Villeneuve-lès-Avignon (30)',
    'kremlin bicetre': 'Le Kremlin-Bicêtre (94)',
    'aix provence': 'Aix-en-Provence (13)',
    'coeuvres et valsery': 'Cœuvres-et-Valsery (02)',
    'Cœuvres-et-Valsery': 'Cœuvres-et-Valsery (02)',
    'saint denis en val': 'Saint-Denis-en-Val (45)',
    issy: 'Issy-les-Moulineaux (92)',
    'à Toulouse': 'Toulouse (31)',
    'j’habite à Toulouse': 'Toulouse (31)',
    'Lille, France': 'Lille (59)',
    'lille centre': 'Lille (59)',
    Nouméa: 'Nouméa (988)',
    'mata utu': 'Uvea (986)',
  },
  'a commune with typos': {
    montrueil: montreuils,
    marsseille: 'Marseille (13)',
    lile: 'Lille (59)',
    'clermont ferant': 'Clermont-Ferrand (63)',
    'saint etiene': 'Saint-Étienne (42)',
    Aubervillier: 'Aubervilliers (93)',
    villeurbane: 'Villeurbanne (69)',
    'vaulx en vellin': 'Vaulx-en-Velin (69)',
    bordaux: 'Bordeaux (33)',
    strazbourk: 'Strasbourg (67)',
    'toulouze nord': 'Toulouse (31)',
    perpignon: 'Perpignan (66)',
    pari: 'Paris (75)',
  },
  'a name that several places have': {
    Vaulx: 'Vaulx-en-Velin (69) | Vaulx (74) | Vaulx (62)',
    boulogne: 'Boulogne-Billancourt (92) | Boulogne-sur-Mer (62) | Essarts-en-Bocage (85), once Boulogne',
    asnières: 'Asnières-sur-Seine (92) | Asnières (27)',
    vienne: 'Vienne | Vienne (38)',
    'La Rochelle': 'La Rochelle (17) | La Rochelle (70)',
    evry: 'Évry-Courcouronnes (91) | Évry (89)',
    montréal: `${northAmerica} | Montréal (11) | Montréal (32) | Montréal (07) | Montréal (89)`,
  },
  'a commune and where it is': {
    'Montreuil 93': 'Montreuil (93)',
    'Montreuil (93)': 'Montreuil (93)',
    '93 Montreuil': 'Montreuil (93)',
    'montreuil seine saint denis': 'Montreuil (93)',
    'montreuil, en Seine-St-Denis': 'Montreuil (93)',
    'montrueil 93': 'Montreuil (93)',
    'st ouen 93': 'Saint-Ouen-sur-Seine (93)',
    'vienne isère': 'Vienne (38)',
    'st denis 974': 'Saint-Denis (974)',
    'saint denis de la réunion': 'Saint-Denis (974)',
    'Saint-Denis, La Réunion': 'Saint-Denis (974)',
    'saint pierre martinique': 'Saint-Pierre (972)',
    'Bar-le-Duc 55': 'Bar-le-Duc (55)',
    'Paris 75': 'Paris (75)',
    'Lyon 69': 'Lyon (69)',
    'montreuil 13': montreuils,
    'bruxelles, belgique': benelux,
    'trifouilly 93': 'Seine-Saint-Denis',
    'belleville paris': 'Paris 20e (75)',
  },
  'an arrondissement': {
    'lyon 3e': inLyon('3e'),
    'lyon 3eme': inLyon('3e'),
    'Lyon 3ème arrondissement': inLyon('3e'),
    'Lyon 03': inLyon('3e'),
    '3e arrondissement de Lyon': inLyon('3e'),
    'Paris 20': inParis('20e'),
    'paris XXe': inParis('20e'),
    'Paris XX': inParis('20e'),
    paris20: inParis('20e'),
    'Paris 1er': inParis('1er'),
    'paris premier': inParis('1er'),
    'paris vingtième': inParis('20e'),
    'dix-huitième arrondissement de Paris': inParis('18e'),
    '20e': inParis('20e'),
    '9ème arrondissement': `${inParis('9e')} | ${inLyon('9e')} | ${inMarseille('9e')}`,
    'marseille 13': `Marseille (13) | ${inMarseille('13e')}`,
    'marseille 13e': inMarseille('13e'),
    'lyon 12': 'Lyon (69)',
  },
  'a former commune': {
    'Bellegarde-sur-Valserine': 'Valserhône (01), once Bellegarde-sur-Valserine',
    'pierrefitte sur seine': 'Saint-Denis (93), once Pierrefitte-sur-Seine',
    'annecy le vieux': 'Annecy (74), once Annecy-le-Vieux',
    'chalons sur marne': 'Châlons-en-Champagne (51)',
    montmartre: 'Paris 18e (75)',
    'croix-rousse': 'Lyon 4e (69)',
  },
  'a department': {
    '93': 'Seine-Saint-Denis',
    'le 93': 'Seine-Saint-Denis',
    'dans le 93': 'Seine-Saint-Denis',
    '1': 'Ain',
    '01': 'Ain',
    '2A': 'Corse-du-Sud',
    '2a': 'Corse-du-Sud',
    '20': 'Corse-du-Sud | Haute-Corse',
    corse: 'Corse-du-Sud | Haute-Corse',
    'la Corse': 'Corse-du-Sud | Haute-Corse',
    '75': 'Paris',
    Paris: 'Paris (75)',
    'dans l’Ain': 'Ain',
    'dans le nord': 'Nord',
    'en seine st denis': 'Seine-Saint-Denis',
    'cotes darmor': 'Côtes-d’Armor',
    'département du Gard': 'Gard',
    'Gard (30)': 'Gard',
    'La Réunion': 'La Réunion',
    reunion: 'La Réunion',
    '974': 'La Réunion',
    guyane: 'Guyane',
    'Nouvelle Calédonie': 'Nouvelle-Calédonie',
    tahiti: 'Polynésie française',
    'saint pierre et miquelon': 'Saint-Pierre-et-Miquelon',
    '97': 'Guadeloupe | Martinique | Guyane | La Réunion | Saint-Pierre-et-Miquelon | Mayotte | Saint-Barthélemy | Saint-Martin',
    bretagne: 'Côtes-d’Armor | Finistère | Ille-et-Vilaine | Morbihan',
    PACA: 'Alpes-de-Haute-Provence | Hautes-Alpes | Alpes-Maritimes | Bouches-du-Rhône | Var | Vaucluse',
  },
  'somewhere abroad': {
    '99-04': benelux,
    '9904': benelux,
    '99 4': benelux,
    Belgique: benelux,
    'la Belgique': benelux,
    bruxelles: benelux,
    'namur, belgique': benelux,
    USA: northAmerica,
    'Royaume-Uni': abroad('3e', 'Europe du Nord'),
    londres: abroad('3e', 'Europe du Nord'),
    Genève: abroad('6e', 'Suisse, Liechtenstein'),
    'cote d ivoire': abroad('9e', 'Maghreb, Afrique de l’Ouest'),
    '99-12': 'nothing',
  },
  'nothing that is a place': {
    '': 'nothing',
    ' ': 'nothing',
    '🎉🎉🎉': 'nothing',
    '****': 'nothing',
    日本: 'nothing',
    qsdfghjklm: 'nothing',
    'trifouilly-les-oies': 'nothing',
    x: 'nothing',
    '12 rue Victor Hugo': 'nothing',
    '1 place du marché': 'nothing',
    '3 petits cochons': 'nothing',
  },
}

for (const [kind, cases] of Object.entries(corpus))
  describe(`somebody who writes ${kind}`, () => {
    it.each(Object.entries(cases))('« %s » means %s', (text, meant) => {
      expect(said(territory.find(text))).toBe(meant)
    })
  })

describe('somebody whose postal code is that of 46 communes', () => {
  it('may choose among all of them, the largest first', () => {
    const found = territory.find('51300')
    const areas = found.is === 'several' ? found.areas : []
    expect(areas).toHaveLength(46)
    expect(areas[0]?.name).toBe('Vitry-le-François')
  })
})

describe('somebody who writes « Français de l’étranger »', () => {
  it.each(['Français de l’étranger', 'français·es de l’étranger', 'étranger', '99'])(
    'may choose among the eleven constituencies (%s)',
    (text) => {
      const found = territory.find(text)
      expect(found.is === 'several' && found.areas.map(({ code }) => code)).toEqual(
        Array.from({ length: 11 }, (_, at) => `99-${String(at + 1).padStart(2, '0')}`),
      )
    },
  )
})

describe('somebody whose place is not known', () => {
  it('is told what comes close', () => {
    const found = territory.find('Besanssonn')
    expect(found.is === 'none' && found.nearly.map(({ name }) => name)).toEqual(['Besançon'])
  })

  it('is told nothing when nothing comes close', () => {
    expect(territory.find('trifouilly-les-oies')).toEqual({ is: 'none', nearly: [] })
  })
})

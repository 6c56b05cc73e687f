/** A commune, or an arrondissement of Paris, where the made-up movement is at work. */
export interface Town {
  readonly name: string
  readonly postalCode: string
  readonly department: string
  readonly country: string
  readonly lat: number
  readonly lon: number
  /** Quarters with their article, as one says them: `le Bas-Montreuil`. */
  readonly quarters: readonly string[]
}

type Row = readonly [
  name: string,
  postalCode: string,
  lat: number,
  lon: number,
  ...quarters: readonly string[],
]

/** Real communes, postal codes and positions (INSEE and GeoNames); quarters are real too, what happens there is not. */
const rows: Readonly<Record<string, readonly Row[]>> = {
  '75': [
    ['Paris', '75002', 48.8655, 2.3426, 'le Sentier', 'Montorgueil'],
    ['Paris', '75003', 48.8637, 2.3615, 'le Temple', 'Arts-et-Métiers'],
    ['Paris', '75010', 48.8767, 2.359, 'la Grange-aux-Belles', 'le canal Saint-Martin'],
    ['Paris', '75011', 48.8583, 2.3795, 'la Bastille', 'Oberkampf', 'Charonne'],
    ['Paris', '75012', 48.8412, 2.3876, 'Bercy', 'la Nation'],
    ['Paris', '75013', 48.8322, 2.3561, 'les Olympiades', 'la Butte-aux-Cailles'],
    ['Paris', '75014', 48.8331, 2.3264, 'Pernety', 'la Porte de Vanves'],
    ['Paris', '75015', 48.8412, 2.3003, 'Vaugirard', 'Beaugrenelle'],
    ['Paris', '75017', 48.8835, 2.3219, 'les Épinettes', 'les Batignolles'],
    ['Paris', '75018', 48.8925, 2.3444, 'la Goutte d’Or', 'la Porte de la Chapelle'],
    ['Paris', '75019', 48.8817, 2.3822, 'la place des Fêtes', 'Jaurès', 'la Villette'],
    ['Paris', '75020', 48.8646, 2.3984, 'Belleville', 'Ménilmontant', 'Gambetta'],
  ],
  '93': [
    ['Saint-Denis', '93200', 48.9356, 2.3539, 'les Francs-Moisins', 'la Plaine', 'le centre-ville'],
    ['Montreuil', '93100', 48.8642, 2.4432, 'le Bas-Montreuil', 'la Croix-de-Chavaux', 'la Noue'],
    ['Aubervilliers', '93300', 48.9167, 2.3833, 'les Quatre-Chemins', 'la Maladrerie'],
    ['Aulnay-sous-Bois', '93600', 48.9381, 2.494, 'la Rose des Vents', 'le Vieux-Pays'],
    ['Noisy-le-Grand', '93160', 48.8498, 2.5627, 'le Pavé-Neuf', 'le Mont-d’Est'],
    ['Drancy', '93700', 48.9258, 2.4453, 'l’Avenir', 'la Muette'],
    ['Pantin', '93500', 48.8944, 2.4094, 'les Courtillières', 'les Pommiers'],
    ['Bobigny', '93000', 48.9098, 2.4501, 'l’Abreuvoir', 'Karl-Marx'],
    ['Bondy', '93140', 48.9018, 2.4893, 'la Noue-Caillet', 'le Potager'],
    ['La Courneuve', '93120', 48.9281, 2.3963, 'les Quatre-Routes', 'la Tour'],
    ['Bagnolet', '93170', 48.8667, 2.4167, 'la Capsulerie', 'le Plateau'],
    ['Stains', '93240', 48.95, 2.3833, 'le Clos Saint-Lazare', 'l’Avenir'],
    ['Romainville', '93230', 48.8854, 2.4348, 'les Bas-Pays', 'Gagarine'],
    ['Clichy-sous-Bois', '93390', 48.9102, 2.5532, 'le Chêne-Pointu', 'la Dhuys'],
  ],
  '31': [
    ['Toulouse', '31000', 43.6043, 1.4437, 'les Carmes', 'Arnaud-Bernard', 'Matabiau'],
    ['Toulouse', '31100', 43.5757, 1.4013, 'Bagatelle', 'le Mirail', 'la Reynerie'],
    ['Toulouse', '31300', 43.5968, 1.4236, 'Saint-Cyprien', 'les Arènes', 'la Cartoucherie'],
    ['Toulouse', '31200', 43.6352, 1.4528, 'les Minimes', 'les Izards'],
    ['Colomiers', '31770', 43.6106, 1.3347, 'le Val d’Aran', 'les Ramassiers'],
    ['Tournefeuille', '31170', 43.5887, 1.3192, 'Pahin', 'la Ramée'],
    ['Blagnac', '31700', 43.6368, 1.3897, 'les Pins', 'Andromède'],
    ['Muret', '31600', 43.46, 1.3254, 'Saint-Jean', 'le centre'],
    ['Cugnaux', '31270', 43.5364, 1.3443, 'Vivier-Maçon', 'le centre'],
    ['Balma', '31130', 43.6111, 1.4994, 'Vidailhan', 'le centre'],
    ['Ramonville-Saint-Agne', '31520', 43.5462, 1.4749, 'Port-Sud', 'les Coteaux'],
    ['Saint-Gaudens', '31800', 43.1081, 0.7232, 'les Pihourcs', 'le centre'],
    ['Auterive', '31190', 43.3508, 1.4746, 'la Madeleine', 'le centre'],
    ['Revel', '31250', 43.4589, 2.0044, 'la halle', 'le lac'],
  ],
  '974': [
    ['Saint-Denis', '97400', -20.8823, 55.4504, 'le Chaudron', 'les Camélias', 'le Barachois'],
    ['Saint-Paul', '97460', -21.0096, 55.2713, 'la Plaine-Saint-Paul', 'l’Éperon'],
    ['Saint-Pierre', '97410', -21.3393, 55.4781, 'la Ravine-Blanche', 'Terre-Sainte'],
    ['Le Tampon', '97430', -21.2766, 55.5177, 'les Trois-Mares', 'la Châtoire'],
    ['Saint-André', '97440', -20.9633, 55.6503, 'la Cressonnière', 'Cambuston'],
    ['Saint-Louis', '97450', -21.2859, 55.4112, 'le Gol', 'la Rivière'],
    ['Saint-Joseph', '97480', -21.3777, 55.6169, 'les Lianes', 'le centre-ville'],
    ['Saint-Benoît', '97470', -21.038, 55.7155, 'Bras-Fusil', 'la Rivière-des-Roches'],
    ['La Possession', '97419', -20.9291, 55.3348, 'le Moulin-Joli', 'Sainte-Thérèse'],
    ['Saint-Leu', '97436', -21.1706, 55.2882, 'les Colimaçons', 'le front de mer'],
    ['Le Port', '97420', -20.9375, 55.2941, 'la Rivière-des-Galets', 'l’Oasis'],
    ['Les Avirons', '97425', -21.2406, 55.3369, 'le Tévelave', 'le centre'],
    ['Cilaos', '97413', -21.1364, 55.4719, 'Bras-Sec', 'le bourg'],
  ],
}

export const towns: readonly Town[] = Object.entries(rows).flatMap(([department, list]) =>
  list.map(([name, postalCode, lat, lon, ...quarters]) => ({
    name,
    postalCode,
    department,
    country: department === '974' ? 'RE' : 'FR',
    lat,
    lon,
    quarters,
  })),
)

/** As people say it: `Paris 20e`. */
export const said = ({ name, postalCode }: Town): string =>
  name === 'Paris' ? `Paris ${Number(postalCode.slice(3))}e` : name

/** `de la Haute-Garonne`, for the name of a loop. */
export const departmentNames: Readonly<Record<string, string>> = {
  '75': 'de Paris',
  '93': 'de la Seine-Saint-Denis',
  '31': 'de la Haute-Garonne',
  '974': 'de La Réunion',
}

import { begin, end, monthWord } from './vocabulary.ts'
import type { Scan } from './scan.ts'

const street =
  '(?:rue|avenue|av\\.?|place|pl\\.?|boulevard|bd|bld|square|quai|cours|allees?|impasse|esplanade|metro|station|arret|parvis|pont|passage|chemin|route|faubourg|stade|salle|parc|jardin|rond[- ]point|villa|hameau|residence|cite|gymnase|college|lycee|ecole|ligne|bus|tram|rer|bat(?:iment)?\\.?|porte|n°)'

const ordinal = '(?:1 ?er|\\d{1,2})'

/** Places that bear a date or a number: they name a place, and say nothing of when. */
const placeNames = [
  // place du 8 mai 1945, rue du 4 septembre
  `${begin}${street} (?:du |de la |des |de |d'|le )?${ordinal}[- ]${monthWord}(?:[- ]\\d{4})?`,
  // 8 mai 1945: history
  `${begin}${ordinal}[- ]${monthWord}[- ](?:1[0-9]\\d\\d|200\\d|201\\d)${end}`,
  // 12 bis, rue de la Paix
  `${begin}\\d{1,4}(?: ?(?:bis|ter|quater|[abc])${end})?,? ?(?=${street} )`,
  // bus 14, ligne 2
  `${begin}${street} (?:du |de la )?n?°?\\d{1,3}(?![\\dh:]| ?h${end}| ?heures?)`,
  // 93100
  `${begin}\\d{5}${end}`,
]

export const shieldNames = (sentence: Scan): void => {
  for (const pattern of placeNames) sentence.shield(new RegExp(pattern, 'u'))
}

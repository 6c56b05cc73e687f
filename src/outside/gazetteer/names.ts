/** Names in use that the geographic code does not hold: of before, of quarters that were communes, of every day. */
const rows: readonly (readonly [name: string, of: string])[] = [
  ['Auteuil', '75116'],
  ['Batignolles', '75117'],
  ['Belleville', '75120'],
  ['Bercy', '75112'],
  ['Charonne', '75120'],
  ['Châlons-sur-Marne', '51108'],
  ['Clichy-la-Garenne', '92024'],
  ['Grenelle', '75115'],
  ['Gustavia', '97701'],
  ['Hellemmes', '59350'],
  ['La Croix-Rousse', '69384'],
  ['La Guillotière', '69387'],
  ['La Villette', '75119'],
  ['Marigot', '97801'],
  ['Mata-Utu', '98613'],
  ['Ménilmontant', '75120'],
  ['Montmartre', '75118'],
  ['Montreuil-sous-Bois', '93048'],
  ['Passy', '75116'],
  ['Vaise', '69389'],
  ['Vaugirard', '75115'],
]

/** Each with the commune or arrondissement of today; none has a code of its own. */
export const otherNames: readonly { readonly name: string; readonly of: string; readonly code: string }[] =
  rows.map(([name, of]) => ({ name, of, code: '' }))

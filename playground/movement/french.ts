const startsWithVowel = (place: string): boolean => /^[aeiouyhàâéèêëîïôœùûü]/iu.test(place)

/** `au Tampon`, `aux Lilas`, `à La Courneuve`, `à Paris`. */
export const at = (place: string): string => {
  if (/^le /i.test(place)) return `au ${place.slice(3)}`
  if (/^les /i.test(place)) return `aux ${place.slice(4)}`
  return `à ${place}`
}

/** `du Tampon`, `des Lilas`, `de La Courneuve`, `d’Aubervilliers`. */
export const of = (place: string): string => {
  if (/^le /i.test(place)) return `du ${place.slice(3)}`
  if (/^les /i.test(place)) return `des ${place.slice(4)}`
  return startsWithVowel(place) ? `d’${place}` : `de ${place}`
}

/** Without its article, with a capital: `Bas-Montreuil`. */
export const bare = (place: string): string => {
  const noun = place.replace(/^(?:le |la |les |l’)/iu, '')
  return noun.charAt(0).toUpperCase() + noun.slice(1)
}

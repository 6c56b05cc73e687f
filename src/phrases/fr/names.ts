import { clip, length } from '../../base/text.ts'

/**
 * The name of a group where room is scarce: « groupe d’action » and « boucle départementale » are said as people say them, then what stands in
 * brackets goes, then the end.
 */
export const shortGroup = (name: string, most: number): string => {
  if (length(name) <= most) return name
  const brief = name
    .trim()
    .replace(/^groupes? d[’']action(?= )/iu, 'GA')
    .replace(/^boucle départementale(?= )/iu, 'Boucle')
  return length(brief) <= most ? brief : clip(brief.replace(/(?<=\S) *\([^()]*\)$/u, ''), most)
}

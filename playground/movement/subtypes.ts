import type { Subtype } from './model.ts'

const rows = [
  [1, 'autre reunion groupe', 'Autre type de réunion de groupe', 'G'],
  [5, 'inscription-listes', 'Point d’inscriptions sur les listes électorales', 'A'],
  [6, 'diffusion-tracts', 'Diffusion de tracts', 'A'],
  [7, 'reunion-groupe', 'Réunion régulière du groupe', 'G'],
  [9, 'porte-a-porte', 'Porte-à-porte', 'A'],
  [11, 'reunion-publique', 'Réunion publique', 'M'],
  [12, 'collage', 'Collage d’affiches', 'A'],
  [13, 'autre-evenement', 'Autre', 'O'],
  [16, 'soutien', 'Soutien à une manifestation, un rassemblement', 'O'],
  [22, 'soiree-accueil', 'Soirée d’accueil des nouveaux membres', 'G'],
  [41, 'pique-nique', 'Pique-nique, apéro citoyen', 'M'],
  [51, 'fête-locale', 'Fête locale', 'M'],
  [52, 'formations', 'Formations', 'O'],
  [54, 'projection-debat', 'Projection-débat', 'M'],
  [56, 'atelier-pancartes', 'Atelier de fabrication de pancartes', 'O'],
  [57, 'action-solidarite', 'Action de solidarité', 'A'],
  [132, 'depart-commun', 'Départ commun pour une manifestation/un rassemblement', 'O'],
  [140, 'cafe-populaire', 'Café populaire', 'M'],
  [141, 'reunion-boucle-departementale', 'Réunion de la boucle départementale', 'G'],
  [999, 'grande-lessive-2031', 'Grande lessive', 'O'],
] as const

export type Label = (typeof rows)[number][1]

export const subtypes: readonly Subtype[] = rows.map(([id, label, description, type]) => ({
  id,
  label,
  description,
  type,
}))

export const subtype = (label: Label): Subtype => {
  const found = subtypes.find((one) => one.label === label)
  if (!found) throw new RangeError(`No subtype ${label}`)
  return found
}

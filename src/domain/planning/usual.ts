import type { ActionKind } from '../actions/model.ts'

/** How long it usually lasts, in minutes. */
export const usualLength: Readonly<Record<ActionKind, number>> = {
  tracts: 120,
  'porte-a-porte': 120,
  collage: 120,
  'cafe-populaire': 120,
  reunion: 120,
  'reunion-publique': 120,
  rassemblement: 120,
  'depart-commun': 60,
  formation: 180,
  projection: 150,
  fete: 240,
  solidarite: 180,
  autre: 120,
}

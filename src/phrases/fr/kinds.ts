import type { ActionKind } from '../../domain/actions/model.ts'

/** What people come to do, as a card and a button say it. */
export const kinds: Readonly<Record<ActionKind, string>> = {
  tracts: 'Diffusion de tracts',
  'porte-a-porte': 'Porte-à-porte',
  collage: 'Collage d’affiches',
  'cafe-populaire': 'Café populaire',
  reunion: 'Réunion de groupe',
  'reunion-publique': 'Réunion publique',
  rassemblement: 'Rassemblement',
  'depart-commun': 'Départ commun',
  formation: 'Formation',
  projection: 'Projection-débat',
  fete: 'Fête, pique-nique',
  solidarite: 'Action de solidarité',
  autre: 'Autre action',
}

/** What is usually needed for them, as an organiser would type it; nothing where that differs each time. */
export const usualNeeds: Readonly<Partial<Record<ActionKind, string>>> = {
  tracts: 'tracts, stand',
  'porte-a-porte': 'tracts, plan des rues',
  collage: 'colle, 2 brosses, affiches, seau, 1 voiture',
  'cafe-populaire': 'café et thé, gâteaux, tables, tracts',
  reunion: 'compte-rendu',
  'reunion-publique': 'sono, 2 personnes à l’accueil, affiches, table de presse',
  rassemblement: 'banderole, drapeaux, mégaphone',
  'depart-commun': '2 voitures',
  formation: 'vidéoprojecteur, café',
  projection: 'vidéoprojecteur, écran, sono',
  fete: 'tables, boissons, plats à partager',
  solidarite: 'cartons, 1 voiture',
}

/** Other words that people type for them. */
export const kindsTyped: Partial<Readonly<Record<ActionKind, readonly string[]>>> = {
  tracts: ['tract', 'tractage', 'tractages', 'diffusion de tracts', 'diffusion', 'boîtage', 'marché'],
  'porte-a-porte': ['porte à porte', 'porte', 'pap'],
  collage: ['collages', 'collage d’affiches', 'affichage', 'affiches'],
  'cafe-populaire': ['cafés populaires', 'café populaire', 'café', 'cafés'],
  reunion: ['réunions', 'réunion de groupe'],
  'reunion-publique': ['réunions publiques', 'meeting', 'meetings'],
  rassemblement: ['rassemblements', 'manif', 'manifs', 'manifestation', 'manifestations'],
  'depart-commun': ['départs communs', 'covoiturage'],
  formation: ['formations'],
  projection: ['projections', 'projection-débat', 'ciné-débat', 'film'],
  fete: ['fêtes', 'fête, pique-nique', 'pique-nique', 'apéro', 'apéro citoyen', 'banquet'],
  solidarite: ['action de solidarité', 'entraide', 'maraude'],
  autre: ['autre action', 'autres'],
}

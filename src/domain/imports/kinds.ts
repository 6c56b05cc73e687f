import { folded } from '../../base/text.ts'
import type { ActionKind } from '../actions/model.ts'
import type { DescribedAction } from './model.ts'

/** Slugs of Action Populaire's subtypes, folded. They live in its database: others appear, these may go. */
const bySlug = new Map<string, ActionKind>([
  ['diffusion tracts', 'tracts'],
  ['diffusion programme', 'tracts'],
  ['porte a porte', 'porte-a-porte'],
  ['collage', 'collage'],
  ['reunion groupe', 'reunion'],
  ['autre reunion groupe', 'reunion'],
  ['soiree accueil', 'reunion'],
  ['soiree electorale', 'reunion'],
  ['reunion boucle departementale', 'reunion'],
  ['assemblee circonscription', 'reunion'],
  ['reunion publique', 'reunion-publique'],
  ['autre reunion publique', 'reunion-publique'],
  ['soutien', 'rassemblement'],
  ['depart commun', 'depart-commun'],
  ['covoiturage', 'depart-commun'],
  ['formations', 'formation'],
  ['projection debat', 'projection'],
  ['ecoute collective', 'projection'],
  ['fete locale', 'fete'],
  ['pique nique', 'fete'],
  ['action solidarite', 'solidarite'],
])

/** For slugs that nobody told us about: the first that fits. */
const byWords: readonly (readonly [RegExp, ActionKind])[] = [
  [/\b(tracts?|tractages?|boitages?)\b/, 'tracts'],
  [/\bportes? a portes?\b/, 'porte-a-porte'],
  [/\b(collages?|affichages?)\b/, 'collage'],
  [/\b(depart commun|covoiturages?)\b/, 'depart-commun'],
  [/\b(rassemblements?|manifestations?|manifs?)\b/, 'rassemblement'],
  [/\bformations?\b/, 'formation'],
  [/\b(projections?|cine debats?)\b/, 'projection'],
  [/\b(reunions? publiques?|meetings?|conferences?)\b/, 'reunion-publique'],
  [/\b(reunions?|assemblees?)\b/, 'reunion'],
  [/\b(fetes?|pique niques?|aperos?|banquets?)\b/, 'fete'],
  [/\b(solidarite|solidaires?)\b/, 'solidarite'],
]

const popularCafe = /\bcafes? populaires?\b/

const wordsFit = (text: string): ActionKind | undefined => byWords.find(([words]) => words.test(text))?.[1]

/** What an action is, in our words. A café populaire has no slug of its own: its texts tell. */
export const kindOf = ({ sort, name }: Pick<DescribedAction, 'sort' | 'name'>): ActionKind => {
  const [label, words, title] = [folded(sort.label), folded(sort.words), folded(name)]
  if ([label, words, title].some((text) => popularCafe.test(text))) return 'cafe-populaire'
  return bySlug.get(label) ?? wordsFit(`${label} ${words}`) ?? wordsFit(title) ?? 'autre'
}

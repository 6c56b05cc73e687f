import { describe, expect, it } from 'vitest'
import { shortGroup } from '../../src/phrases/fr/names.ts'

describe('The name of a group on a button', () => {
  it('stays whole where there is room', () => {
    expect(shortGroup('Groupe d’action des Lilas', 40)).toBe('Groupe d’action des Lilas')
  })

  it('loses what everybody knows, then what is in brackets, then its end', () => {
    expect(shortGroup('Groupe d’action de la Croix-de-Chavaux (Montreuil)', 45)).toBe(
      'GA de la Croix-de-Chavaux (Montreuil)',
    )
    expect(shortGroup("Groupe d'action de la Croix-de-Chavaux (Montreuil)", 30)).toBe(
      'GA de la Croix-de-Chavaux',
    )
    expect(shortGroup('Boucle départementale de la Seine-Saint-Denis', 40)).toBe(
      'Boucle de la Seine-Saint-Denis',
    )
    expect(shortGroup('Collectif populaire de la Dhuys (Clichy-sous-Bois)', 40)).toBe(
      'Collectif populaire de la Dhuys',
    )
    expect(shortGroup('Un nom sans fin '.repeat(9), 20)).toBe('Un nom sans fin Un…')
    expect(shortGroup('(Tout entre parenthèses)', 12)).toBe('(Tout entre…')
  })
})

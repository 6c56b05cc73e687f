import { describe, expect, it } from 'vitest'
import { createGazetteer } from '../../../src/outside/gazetteer/gazetteer.ts'

const territory = createGazetteer()

describe('somebody whose postal code is that of 46 communes', () => {
  it('may choose among all of them, the largest first', () => {
    const found = territory.find('51300')
    const areas = found.is === 'several' ? found.areas : []
    expect(areas).toHaveLength(46)
    expect(areas[0]?.name).toBe('Vitry-le-François')
  })
})

describe('somebody who writes « Français de l’étranger »', () => {
  it.each(['Français de l’étranger', 'français·es de l’étranger', 'étranger', '99'])(
    'may choose among the eleven constituencies (%s)',
    (text) => {
      const found = territory.find(text)
      expect(found.is === 'several' && found.areas.map(({ code }) => code)).toEqual(
        Array.from({ length: 11 }, (_, at) => `99-${String(at + 1).padStart(2, '0')}`),
      )
    },
  )
})

describe('somebody whose place is not known', () => {
  it('is told what comes close', () => {
    const found = territory.find('Besanssonn')
    expect(found.is === 'none' && found.nearly.map(({ name }) => name)).toEqual(['Besançon'])
  })

  it('is told nothing when nothing comes close', () => {
    expect(territory.find('trifouilly-les-oies')).toEqual({ is: 'none', nearly: [] })
  })
})

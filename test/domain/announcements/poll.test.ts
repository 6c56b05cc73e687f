import { describe, expect, it } from 'vitest'
import { readChoices } from '../../../src/domain/announcements/poll.ts'
import type { DepartmentCode } from '../../../src/domain/territory/model.ts'
import { readPlaces, tidied } from '../../../src/domain/announcements/filter.ts'
import { territory } from '../../world/world.ts'

describe('the choices of a poll', () => {
  it('stand one a line, with or without marks before them', () => {
    expect(readChoices('- lundi\n• mardi\n3. mercredi\n\n  4) jeudi ')).toEqual([
      'lundi',
      'mardi',
      'mercredi',
      'jeudi',
    ])
    expect(readChoices('oui ; non')).toEqual(['oui', 'non'])
    expect(readChoices('lundi, mardi ou plus tard, 1,50 € au plus')).toEqual([
      'lundi',
      'mardi ou plus tard',
      '1,50 € au plus',
    ])
    expect(readChoices('9 h / 10 h')).toEqual(['9 h', '10 h'])
    expect(readChoices('oui, avec joie\nnon')).toEqual(['oui, avec joie', 'non'])
    expect(readChoices('14 juillet\n1er mai')).toEqual(['14 juillet', '1er mai'])
  })

  it('are from two to ten, short, and differ', () => {
    expect(readChoices('oui')).toBeUndefined()
    expect(readChoices('oui\noui')).toBeUndefined()
    expect(readChoices('oui\nnon\noui')).toEqual(['oui', 'non'])
    expect(readChoices(Array.from({ length: 11 }, (_, at) => `choix ${at}`).join('\n'))).toBeUndefined()
    expect(readChoices(`oui\n${'n'.repeat(61)}`)).toBeUndefined()
  })
})

describe('whom an announcement is for', () => {
  const gazetteer = territory()

  it('is told by communes, by a radius, by departments', () => {
    const read = readPlaces('Montreuil 93, 15 km autour de Nevers et Nièvre', gazetteer)
    expect(read).toMatchObject({
      is: 'read',
      places: [
        { is: 'commune', name: 'Montreuil' },
        { is: 'commune', name: 'Nevers', metres: 15_000 },
        { is: 'department', code: '58' },
      ],
    })
    // There is one overseas, too: whoever is at home in the department means the other one.
    expect(readPlaces('Saint-Denis', gazetteer).is).toBe('unclear')
    expect(readPlaces('Saint-Denis', gazetteer, '93' as DepartmentCode)).toMatchObject({
      is: 'read',
      places: [{ is: 'commune', name: expect.stringContaining('Saint-Denis') as string }],
    })
    expect(readPlaces('partout', gazetteer)).toEqual({ is: 'read', places: [] })
    expect(readPlaces('Montreuil 93, Nulle-part-sur-Rien', gazetteer)).toEqual({
      is: 'unclear',
      words: 'Nulle-part-sur-Rien',
    })
  })

  it('is everybody where nothing is left out', () => {
    expect(tidied({ kinds: [], places: [], way: 'both' })).toBeUndefined()
    expect(tidied({ certified: false, way: 'chats' })).toEqual({ certified: false, way: 'chats' })
  })
})

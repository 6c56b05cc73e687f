import { describe, expect, it } from 'vitest'
import { readLine } from '../../src/engine/reading.ts'
import { optional } from '../../src/chat/index.ts'
import { actionKinds } from '../../src/domain/actions/model.ts'
import { kindField, placeField, whenField } from '../../src/views/fields.ts'
import { kinds } from '../../src/phrases/fr/kinds.ts'

const fields = { lieu: optional(placeField), quand: optional(whenField), type: optional(kindField) }

const read = (line: string) => {
  const reading = readLine(fields, line)
  return reading.is === 'read' ? reading.values : reading
}

describe('What people type after /actions', () => {
  it.each([
    ['tracts', { type: 'tracts' }],
    ['la réunion', { lieu: 'la réunion' }],
    ['la reunion tracts', { lieu: 'la reunion', type: 'tracts' }],
    ['réunion la réunion', { lieu: 'la reunion', type: 'reunion' }],
    ['réunion publique montreuil', { lieu: 'montreuil', type: 'reunion-publique' }],
    ['porte à porte lyon 3e', { lieu: 'lyon 3e', type: 'porte-a-porte' }],
    ['Café populaire 59000', { lieu: '59000', type: 'cafe-populaire' }],
    ['boîtage 75', { lieu: '75', type: 'tracts' }],
    ['99-06', { lieu: '99-06' }],
    ['', {}],
  ])('« %s »', (line, values) => {
    expect(read(line)).toEqual(values)
  })

  it('every kind by the words of its button', () => {
    for (const kind of actionKinds) expect(kindField.read(kinds[kind]), kind).toBe(kind)
  })
})

import { describe, expect, it } from 'vitest'
import { choice, optional, words } from '../../src/chat/index.ts'
import { readLine, readNamed, readOptions } from '../../src/engine/reading.ts'

const fields = {
  lieu: optional(words()),
  quand: optional(
    choice(['aujourdhui', 'week-end'], { aujourdhui: ['aujourd’hui'], 'week-end': ['ce week-end'] }),
  ),
  type: optional(choice(['tracts', 'porte-a-porte'], { tracts: ['tractage'] })),
}

describe('A command typed in one line', () => {
  it('finds each option wherever it stands, and leaves the rest to the place', () => {
    expect(readLine(fields, 'Montreuil 93 ce week-end tractage')).toEqual({
      is: 'read',
      values: { lieu: 'montreuil 93', quand: 'week-end', type: 'tracts' },
    })
    expect(readLine(fields, 'tracts à Lyon 3e aujourd’hui')).toEqual({
      is: 'read',
      values: { lieu: 'a lyon 3e', quand: 'aujourdhui', type: 'tracts' },
    })
  })

  it('says which option it could not read, and what was typed', () => {
    expect(readNamed(fields, { quand: 'jamais' })).toEqual({
      is: 'unreadable',
      field: 'quand',
      given: 'jamais',
    })
    expect(readNamed({ lieu: words() }, {})).toEqual({ is: 'unreadable', field: 'lieu', given: '' })
  })

  it('takes nothing for nothing', () => {
    expect(readLine(fields, '   ')).toEqual({ is: 'read', values: {} })
  })
})

describe('A command typed into fields', () => {
  it('understands all of it in the first one', () => {
    expect(readOptions(fields, { lieu: 'Montreuil ce week-end' })).toEqual({
      is: 'read',
      values: { lieu: 'montreuil', quand: 'week-end' },
    })
  })

  it('keeps what another one says already', () => {
    expect(readOptions(fields, { lieu: 'Montreuil', quand: 'week-end', type: 'tracts' })).toEqual({
      is: 'read',
      values: { lieu: 'Montreuil', quand: 'week-end', type: 'tracts' },
    })
    expect(readOptions(fields, { lieu: 'Tractage', type: 'porte-a-porte' })).toEqual({
      is: 'read',
      values: { lieu: 'Tractage', type: 'porte-a-porte' },
    })
    expect(readOptions(fields, { quand: 'week-end' })).toEqual({ is: 'read', values: { quand: 'week-end' } })
  })
})

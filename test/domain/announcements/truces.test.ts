import { expect, it } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { readTruce } from '../../../src/domain/announcements/truces.ts'
import { fr } from '../../../src/phrases/fr.ts'

const now = instant('2026-11-25T09:00:00Z')

/** Paris is two hours ahead in April. */
const april = { from: instant('2027-04-09T22:00:00Z'), to: instant('2027-04-11T18:00:00Z') }

it.each([
  fr.announcements.truce.hint.replaceAll(/[«»\u00A0]/g, ''),
  'du samedi 10 avril 0h au dimanche 11 avril 20h',
  'du 10 avril 2027 à 0h jusqu’au 11 avril 2027 à 20h',
])('an electoral silence is told as « %s »', (typed) => {
  expect(readTruce(typed, now)).toEqual(april)
})

it.each(['samedi', 'du 10 avril 0h au 30 avril 20h', 'du 11 avril 20h au 10 avril 0h', 'bientôt', ''])(
  '« %s » is none',
  (typed) => {
    expect(readTruce(typed, now)).toBeUndefined()
  },
)

import type { Line } from './corpus.ts'

/** Several readings: the person chooses. */
export const choice: readonly Line[] = [
  ['lundi prochain 18h', '2026-11-30T18:00 | 2026-12-07T18:00'],
  ['le premier samedi du mois à 10h', '2026-12-05T10:00 | S[month1 6 1] 2026-12-05T10:00'],
  ['mercredi 14h', '2026-11-25T14:00 | 2026-12-02T14:00'],
  ['samedi à 3h', '2026-11-28T03:00 | 2026-11-28T15:00'],
  ['samedi minuit', '2026-11-28T00:00 | 2026-11-29T00:00'],
  ['31/10/2027 02h30', '2027-10-31T02:30 | 2027-10-31T02:30'],
  [
    'du lundi au vendredi 7h30',
    'S[week1 1,2,3,4,5  until 2026-11-27] 2026-11-26T07:30 | S[week1 1,2,3,4,5 ] 2026-11-26T07:30',
  ],
  ['le mardi à 19h', '2026-12-01T19:00 | S[week1 2 ] 2026-12-01T19:00'],
  ['ce week-end 14h', '2026-11-28T14:00 | 2026-11-29T14:00'],
  ['samedi prochain 14h', '2026-11-28T14:00 | 2026-12-05T14:00'],
  ['dans quinze jours 18h', '2026-12-09T18:00 | 2026-12-10T18:00'],
  ['samedi de 2h à 4h', '2026-11-28T02:00 → 2026-11-28T04:00 | 2026-11-28T14:00 → 2026-11-28T16:00'],
  ['samedi nuit 2h', '2026-11-28T02:00 | 2026-11-29T02:00'],
  ['le dernier vendredi du mois à 20h', '2026-11-27T20:00 | S[month1 5 -1] 2026-11-27T20:00'],
  ['2e mardi du mois 19h30', '2026-12-08T19:30 | S[month1 2 2] 2026-12-08T19:30'],
  ['deuxième mardi de chaque mois 19h30', '2026-12-08T19:30 | S[month1 2 2] 2026-12-08T19:30'],
  [
    'du mardi au jeudi 18h',
    'S[week1 2,3,4  until 2026-11-26] 2026-11-25T18:00 | S[week1 2,3,4 ] 2026-11-25T18:00',
  ],
  ['samedi 0h30', '2026-11-28T00:30 | 2026-11-29T00:30'],
  ['samedi 24h', '2026-11-28T00:00 | 2026-11-29T00:00'],
  ['mercredi prochain 18h', '2026-12-02T18:00 | 2026-12-09T18:00'],
  ['we prochain 14h', '2026-11-28T14:00 | 2026-11-29T14:00 | 2026-12-05T14:00 | 2026-12-06T14:00'],
]

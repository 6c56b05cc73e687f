import type { Line } from './corpus.ts'

/** A series. */
export const series: readonly Line[] = [
  ['tous les mardis à 19h', 'S[week1 2 ] 2026-12-01T19:00'],
  ['un samedi sur deux à 10h', 'S[week2 6 ] 2026-11-28T10:00'],
  ['tous les 15 jours le jeudi à 19h', 'S[week2 4 ] 2026-11-26T19:00'],
  ['chaque premier samedi du mois 10h-12h', 'S[month1 6 1] 2026-12-05T10:00 → 2026-12-05T12:00'],
  ['le 1er et le 3e mardi du mois à 19h', 'S[month1 2 1,3] 2026-12-01T19:00'],
  ['tous les jours à 8h', 'S[day1  ] 2026-11-26T08:00'],
  [
    "tous les mardis à 19h jusqu'au 30 juin sauf le 29 décembre",
    'S[week1 2  until 2027-06-30 except 2026-12-29] 2026-12-01T19:00',
  ],
  ['tous les mardis à 19h sauf jours fériés', 'S[week1 2  hol] 2026-12-01T19:00'],
  ['tous les lundis et jeudis à 7h30', 'S[week1 1,4 ] 2026-11-26T07:30'],
  ['tous les samedis matin à 10h', 'S[week1 6 ] 2026-11-28T10:00'],
  [
    'chaque dimanche 9h30-12h30 marché de Bastille',
    'S[week1 7 ] 2026-11-29T09:30 → 2026-11-29T12:30',
    'marché de Bastille',
  ],
  ['tous les mardi 19h', 'S[week1 2 ] 2026-12-01T19:00'],
  ['les mardis à 19h', 'S[week1 2 ] 2026-12-01T19:00'],
  ['un mardi sur 2 à 19h', 'S[week2 2 ] 2026-12-01T19:00'],
  ['toutes les semaines le jeudi à 18h30', 'S[week1 4 ] 2026-11-26T18:30'],
  ['toutes les deux semaines le jeudi à 18h30', 'S[week2 4 ] 2026-11-26T18:30'],
  ['tous les premiers samedis du mois 10h', 'S[month1 6 1] 2026-12-05T10:00'],
  ['tous les mardis à 19h à partir du 5 janvier', 'S[week1 2 ] 2027-01-05T19:00'],
  ['tous les mardis et samedis à 10h', 'S[week1 2,6 ] 2026-11-28T10:00'],
  [
    'chaque jeudi de 18h à 20h sauf le 24 décembre et le 31 décembre',
    'S[week1 4  except 2026-12-24,2026-12-31] 2026-11-26T18:00 → 2026-11-26T20:00',
  ],
  ['tous les jours de la semaine à 7h30', 'S[week1 1,2,3,4,5 ] 2026-11-26T07:30'],
]

import { bold, italic, link, lines, moment, paragraphs, rich } from '../../../src/base/rich.ts'
import { instant } from '../../../src/base/clock.ts'
import type { MenuEntry, OpenForm, ShownButton } from '../../../playground/actor.ts'
import type { PaperBot, PaperMessage, PaperNews } from './paper-actor.ts'

const when = [
  { value: 'aujourdhui', label: 'Aujourd’hui' },
  { value: 'semaine', label: 'Cette semaine' },
  { value: 'week-end', label: 'Ce week-end' },
]

const places = ['Montreuil (93100)', 'Montreuil (28500)', 'Les Lilas (93260)', 'Paris 20e']

const menu: readonly MenuEntry[] = [
  { name: 'start', description: 'Commencer', options: [] },
  { name: 'aide', description: 'Tout ce que je sais faire', options: [] },
  {
    name: 'groupes',
    description: 'Trouver un groupe d’action',
    options: [
      { name: 'lieu', description: 'Code postal, commune ou département', required: false, completes: true },
    ],
  },
  {
    name: 'actions',
    description: 'Voir ce qui se passe',
    options: [
      { name: 'lieu', description: 'Code postal, commune ou département', required: false, completes: true },
      {
        name: 'quand',
        description: 'Aujourd’hui, ce week-end…',
        required: false,
        completes: false,
        choices: when,
      },
    ],
  },
  { name: 'avis', description: 'Donner son avis', options: [] },
]

const opinion: OpenForm = {
  title: 'Votre avis',
  questions: [
    { name: 'sujet', label: 'Sujet', required: true, long: false, most: 60 },
    {
      name: 'avis',
      label: 'Ce que vous en pensez',
      hint: 'Deux phrases suffisent.',
      required: true,
      long: true,
    },
    {
      name: 'note',
      label: 'Note',
      required: false,
      long: false,
      choices: [
        { value: '1', label: 'Bien' },
        { value: '2', label: 'Très bien' },
      ],
    },
  ],
}

const row = (at: number, ...labels: readonly (string | Partial<ShownButton>)[]): readonly ShownButton[] =>
  labels.map((label) => ({ label: '', row: at, ...(typeof label === 'string' ? { label } : label) }))

const card = (going: number): PaperMessage => ({
  text: paragraphs(
    lines(bold('Tractage au marché de la Croix-de-Chavaux'), italic('Action locale, GA Montreuil Bas-Pays')),
    lines(
      rich`📆 ${moment(instant('2026-12-05T09:30:00Z'), 'samedi 5 décembre à 10 h 30')}`,
      rich`📍 ${link('Place Jacques-Duclos, Montreuil', 'https://www.openstreetmap.org/?mlat=48.85&mlon=2.43')}`,
      rich`${going} personnes participent.`,
    ),
  ),
  buttons: [
    ...row(
      0,
      { label: 'Je participe', tone: 'success' },
      { label: 'Peut-être' },
      { label: 'Je ne peux pas' },
    ),
    ...row(1, { label: 'Page officielle', url: 'https://actionpopulaire.fr/' }),
  ],
})

const answer = ({ words, actor }: PaperNews): readonly PaperMessage[] => {
  if (words.startsWith('/start'))
    return [
      {
        text: paragraphs(
          rich`Bonjour ${bold(actor.name)}, je suis Porte-voix.`,
          'Je vous aide à trouver un groupe d’action près de chez vous, à voir ce qui s’y passe et à dire si vous venez.',
        ),
        buttons: [
          ...row(0, { label: 'Trouver un groupe', tone: 'primary' }, { label: 'Voir les actions' }),
          ...row(1, { label: 'Aide' }),
        ],
        ...(actor.platform === 'telegram' && { keyboard: row(0, 'Partager ma position') }),
      },
    ]
  if (words.startsWith('/groupes') || words.includes('Trouver'))
    return [
      {
        text: paragraphs(
          bold('Trois groupes près de Montreuil (93100)'),
          lines(bold('GA Montreuil Bas-Pays'), 'à moins d’1 km, certifié, 12 personnes'),
          lines(bold('GA Croix-de-Chavaux'), 'à 1,5 km'),
        ),
        buttons: [
          ...row(0, 'Rejoindre GA Montreuil Bas-Pays'),
          ...row(1, 'Rejoindre GA Croix-de-Chavaux'),
          ...row(2, '‹ Avant', 'Suite ›'),
        ],
      },
    ]
  if (words.startsWith('/actions') || words.includes('Voir')) return [card(4)]
  if (words === '/avis') return [{ text: [], form: opinion }]
  if (words === '[Je participe]')
    return [{ ...card(5), instead: true, toast: 'C’est noté : vous participez.' }]
  if (words.startsWith('[Rejoindre'))
    return [{ text: rich`Vous êtes du groupe. Bienvenue !`, onlyMe: true, toast: 'C’est fait.' }]
  if (words.startsWith('{')) return [{ text: rich`Merci pour votre avis : ${words}` }]
  return [
    {
      text: rich`Je n’ai pas compris « ${words} ». Essayez ${bold('/aide')}.`,
      ...(actor.platform === 'discord' && { onlyMe: true as const }),
    },
  ]
}

/** Says a little of everything that a bot can say. */
export const paperBot: PaperBot = {
  menu,
  hears: answer,
  completes: (_command, _option, typed) =>
    places
      .filter((place) => place.toLowerCase().includes(typed.toLowerCase()))
      .map((place) => ({ value: place, label: place })),
}

import { instant } from '../../src/base/clock.ts'
import { rich } from '../../src/base/rich.ts'
import type { ActionId } from '../../src/base/ids.ts'
import { dayOf, paris } from '../../src/base/zones.ts'
import { answers } from '../../src/domain/actions/model.ts'
import { answersSamples } from './samples-answers.ts'
import { announcementSamples } from './samples-announcements.ts'
import { planningSamples } from './samples-planning.ts'
import { rightsSamples } from './samples-rights.ts'
import { placesSamples } from './samples-places.ts'

const now = instant('2026-11-25T09:00:00Z')
const start = instant('2026-11-28T13:00:00Z')
const today = dayOf(now, paris)
const long = 'Très long nom '.repeat(30).trim()

const counts = [
  [{ yes: 0, maybe: 0, no: 1 }],
  [{ yes: 1, maybe: 0, no: 0 }],
  [{ yes: 12, maybe: 3, no: 2 }],
] as const
const numbers = [[0], [1], [2], [1_000]] as const
const names = [['Montreuil insoumise'], [long]] as const
const eachAnswer = answers.map((answer) => [answer] as const)

/** Facts for every sentence that takes some, by its path; each row is one call. */
export const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  ...placesSamples,
  ...answersSamples,
  ...rightsSamples,
  ...announcementSamples,
  ...planningSamples,
  'dates.when': [
    [{ start, end: start, zone: paris, now }],
    [{ start, end: instant('2026-11-29T13:30:00Z'), zone: 'Indian/Reunion', now }],
  ],
  'dates.was': [
    [{ start, end: start, zone: paris, now }],
    [{ start, end: instant('2026-11-29T13:30:00Z'), zone: 'Indian/Reunion', now }],
  ],
  'dates.start': [
    [start, paris, now],
    [now, 'America/Cayenne', now],
  ],
  'dates.days': [
    [{ from: today, to: today }, today],
    [{ from: today, to: '2026-12-01' }, today],
    [{ from: today, to: today, part: 'evening' }, today],
  ],
  'dates.day': [[start, now]],
  'dates.fullDay': [[today, today]],
  'weeks.whose': [
    [undefined, 'du lundi 30 novembre au dimanche 6 décembre'],
    [long, 'du lundi 30 novembre au dimanche 6 décembre'],
  ],
  'weeks.day': [['lundi 30 novembre']],
  'weeks.action': [
    [1, 'Tractage'],
    [10, long],
  ],
  'weeks.hours': [
    ['18:00', undefined],
    ['18:00', '20:00'],
  ],
  'weeks.where': [['Marché • 93100'], [long]],
  'weeks.whoComes': [['3 participent']],
  'weeks.button': [[1, 'Tractage']],
  'broadcasts.line': [
    ['mercredi 25 novembre à 10:00', 'done', ''],
    ['mercredi 25 novembre à 10:00', 'running', 'Samedi, tous à Bastille'],
  ],
  'broadcasts.kept': [[1], [12]],
  'broadcasts.show': [[1], [2]],
  'broadcasts.heading': [
    ['send', 'running'],
    ['edit', 'paused'],
    ['withdraw', 'done'],
  ],
  'broadcasts.arrived': [
    ['send', 0, 1],
    ['edit', 120, 3_000],
  ],
  'broadcasts.left': [[1], [2_880]],
  'broadcasts.endsIn': [[0], [1], [6]],
  'broadcasts.gone': [
    [1, []],
    [
      3,
      [
        ['blocked', 2],
        ['expired', 1],
      ],
    ],
    [
      8,
      [
        ['deactivated', 1],
        ['kicked', 2],
        ['forbidden', 2],
        ['not-found', 3],
      ],
    ],
  ],
  'broadcasts.uncertain': [[1], [12]],
  'broadcasts.dropped': [[1], [12]],
  'broadcasts.retry': [[1], [12]],
  'broadcasts.resend': [[1], [12]],
  'broadcasts.confirm': [[1], [12]],
  'pairing.offered': [['ABCD-2345']],
  'pairing.together': [[['discord', 'telegram']]],
  'pairing.ask': [
    ['Amel', ['telegram']],
    [undefined, ['discord']],
  ],
  'pairing.told': [['telegram'], ['discord']],
  'pairing.elsewhere': [['telegram']],
  'refusals.code-unknown': [[{}]],
  'refusals.paired-already': [[{}]],
  'refusals.paired-elsewhere': [[{ platform: 'discord' }]],
  'groups.short': [
    ['Groupe d’action des Lilas', 40],
    ['Groupe d’action des Lilas (Les Lilas)', 20],
  ],
  'groups.kind': ['local', 'thematic', 'functional', 'loop'].flatMap((kind) => [
    [kind, true],
    [kind, false],
  ]),
  'groups.next': [['Tractage', 'samedi 28 novembre à 14:00']],
  'groups.join': names,
  'groups.leave': names,
  'groups.follow': names,
  'groups.unfollow': names,
  'groups.nearby': [['Montreuil (93) et ses environs']],
  'groups.inDepartment': [['dans le Nord']],
  'groups.loop': names,
  'groups.mine': numbers,
  'groups.nowIn': names,
  'groups.nowFollowed': names,
  'groups.alreadyIn': names,
  'groups.nowOut': names,
  'groups.alreadyOut': names,
  'groups.mineLine': [['Montreuil insoumise', 'groupe local · Montreuil']],
  'actions.among': [[['Tractage']], [['Tractage', 'Collage']]],
  'actions.chosen': eachAnswer,
  'actions.cancelled': names,
  'actions.lostDay': [['hier'], [long]],
  'actions.at': [[rich`samedi 28 novembre`]],
  'actions.atPlace': [['Marché'], [rich`Marché`]],
  'actions.organised': [
    [['A'], 0],
    [['A', 'B'], 0],
    [['A', 'B', 'C'], 1],
    [['A', 'B', 'C'], 4],
  ],
  'actions.counts': counts,
  'actions.comers': counts,
  'actions.own': eachAnswer,
  'actions.noted': eachAnswer,
  'actions.already': eachAnswer,
  'actions.introduced': names,
  'actions.heading.near': [['Montreuil (93) et ses environs'], ['autour de vous', 'samedi 28 novembre']],
  'actions.heading.inDepartment': [['dans le Nord'], ['dans le Nord', 'samedi 28 novembre']],
  'actions.heading.mine': [[], ['samedi 28 novembre']],
  'actions.onlyKind': [['Diffusion de tracts']],
  'actions.nothingOfKind': [['Diffusion de tracts']],
  'actions.numbered': [[1, 'Tractage']],
  'actions.daysMeant': [
    ['samedi', 'samedi 28 novembre'],
    ['12/12', 'samedi 12 décembre'],
  ],
  'actions.line': [
    [1, 'Tractage', 'Diffusion de tracts'],
    [2, 'Porte-à-porte', 'Porte-à-porte'],
  ],
  'agenda.line': [...eachAnswer, [undefined]].map(([answer]) => ['Tractage', answer]),
  'agenda.cancelledLine': names,
  'agenda.withdrawnLine': names,
  'agenda.looksAfter': [[['GA Belleville'], 0]],
  'agenda.groups': [
    [['A'], 0],
    [['A', 'B'], 0],
    [['A', 'B'], 1],
    [['A', 'B'], 7],
  ],
  'broadcasts.silent': [[['telegram']], [['discord', 'telegram']]],
  'settings.name': names,
  'settings.renamed': names,
  'privacy.since': [['mercredi 25 novembre']],
  'privacy.name': names,
  'privacy.passing': [[{ platform: 'telegram', key: '42' }]],
  'privacy.accounts': [
    [[{ platform: 'telegram', key: '42' }]],
    [
      [
        { platform: 'telegram', key: '42' },
        { platform: 'discord', key: '43' },
      ],
    ],
  ],
  'privacy.groups': numbers,
  'privacy.answers': numbers,
  'privacy.item': [['Montreuil insoumise'], [rich`Tractage`, 'samedi 28 novembre']],
  'help.line': [['groupes', 'Trouver un groupe']],
  'occasions.noPlace': names,
  'occasions.here': [['Montreuil (93) et ses environs']],
  'occasions.inDepartment': [['dans le Nord']],
  'occasions.unknownCommand': [['zut'], [long]],
  'engine.unreadable': [
    ['quand', 'blurp'],
    ['Votre nom', ''],
    ['lieu', long],
  ],
  'refusals.broadcast-unknown': [[{}]],
  'refusals.group-unknown': [[{}]],
  'refusals.action-unknown': [[{}]],
  'refusals.action-over': [[{ name: long, action: 'x' as ActionId }]],
  'refusals.action-cancelled': [[{ name: long }]],
  'refusals.no-room': [[{ free: 0 }], [{ free: 1 }], [{ free: 3 }]],
  'dialogue.tooLong': [[1_500, 1_600]],
  'refusals.name-too-long': [[{ most: 60 }]],
}

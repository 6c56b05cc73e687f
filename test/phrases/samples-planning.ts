import { instant } from '../../src/base/clock.ts'
import { rich } from '../../src/base/rich.ts'
import type { Day, Zone } from '../../src/base/zones.ts'
import type { Rule, Unclear } from '../../src/domain/dates/model.ts'
import { audiences } from '../../src/domain/actions/model.ts'

const start = instant('2026-11-28T13:00:00Z')
const end = instant('2026-11-28T15:30:00Z')
const twice = instant('2027-10-31T00:30:00Z')
const paris = 'Europe/Paris' as Zone
const day = '2026-11-28' as Day
const long = 'Très long nom '.repeat(30).trim()
const when = rich`samedi 28 novembre`

const names = [['Tractage'], [long]] as const
const counts = [[1], [2]] as const

const rule: Rule = { every: 'week', step: 1, weekdays: [2], time: '19:00', from: day, except: [] }
const rules: readonly Rule[] = [
  rule,
  { ...rule, step: 2, until: day, except: [day], skipsHolidays: true },
  { ...rule, every: 'day', weekdays: [] },
  { ...rule, every: 'month', weekdays: [6], nths: [1, -1] },
]

const whys: readonly Unclear[] = [
  { why: 'nothing' },
  { why: 'no-day' },
  { why: 'no-time', days: [] },
  { why: 'no-time', days: [day, day] },
  { why: 'typo', word: 'samdi', meant: 'samedi' },
  { why: 'words', words: long },
  { why: 'several-days' },
  { why: 'several-times' },
  { why: 'no-such-day', words: '31/11' },
  { why: 'no-such-time', words: '25h' },
  { why: 'weekday', day, said: 5 },
  { why: 'past' },
  { why: 'too-far', day },
  { why: 'ends-before' },
  { why: 'too-long' },
  { why: 'gap', day, time: '02:30' },
]

/** Facts for the sentences about planning. */
export const planningSamples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'dates.hours': [[start, end, paris]],
  'dates.full': [
    [{ start, end, zone: paris }],
    [{ start, end: start, zone: 'Indian/Reunion' }],
    [{ start, end: twice, zone: paris }],
  ],
  'dates.rule': rules.map((each) => [each]),
  'dates.short': [
    [start, paris],
    [twice, paris],
  ],
  'planning.unclear': whys.map((why) => [why, () => 'samedi 28 novembre']),
  'planning.missing': whys.map((why) => [why]),
  'planning.whatHour': [[['samedi 28 novembre']], [['lundi 30 novembre', 'lundi 7 décembre']]],
  'planning.of': [['Diffusion de tracts', 'Montreuil insoumise']],
  'planning.when': [['samedi 28 novembre']],
  'planning.repeats': [['tous les mardis']],
  'planning.place': names,
  'planning.assumed': [['Montreuil']],
  'planning.open': audiences.map((audience) => [audience]),
  'planning.seats': counts,
  'planning.before': [['samedi 28 novembre'], [when]],
  'planning.saved': names,
  'planning.savedSeries': [
    ['Tractage', 1],
    [long, 12],
  ],
  'planning.posted': counts,
  'planning.kept': [
    [0, 1],
    [2, 3],
  ],
  'planning.officialToo': [[when]],
  'managing.chased': [
    [0, 0, 0],
    [1, 1, 1],
    [12, 2, 3],
  ],
  'managing.opens': [
    ['department', 'jeudi 26 novembre à 18:00'],
    ['everyone', 'jeudi 26 novembre à 18:00'],
  ],
  'managing.called': [[0], [1], [12]],
  'refusals.opening-outside': [[{}]],
  'refusals.opening-order': [[{}]],
  'refusals.dates-unclear': [[{ fewest: 2, most: 6 }]],
  'refusals.dates-until': [[{}]],
  'refusals.proposal-unknown': [[{}]],
  'refusals.proposal-made': [[{}]],
  'proposals.question': names,
  'proposals.date': [
    [1, 'samedi 28 novembre 2026, de 14:00 à 16:00 (heure de Paris)', 0],
    [2, 'samedi 28 novembre 2026, de 14:00 à 16:00 (heure de Paris)', 1],
    [3, 'samedi 28 novembre 2026, de 14:00 à 16:00 (heure de Paris)', 12],
  ],
  'proposals.none': counts,
  'proposals.sum': [0, 1, 2].map((people) => [{ dates: [], none: 0, people }]),
  'proposals.how': [['vendredi 27 novembre à 20:00']],
  'proposals.chosen': [['samedi 28 novembre 2026']],
  'proposals.buttons.plan': [['samedi 28 novembre à 14:00', 3]],
  'proposals.buttons.of': names,
  'proposals.suits': [[['samedi 28 novembre à 14:00']], [['samedi', 'dimanche']]],
  'proposals.typed': [[1, 'samedi 28 novembre 2026']],
  'proposals.which': [['lundi prochain 18h']],
  'proposals.noSeries': [['tous les mardis 19h']],
  'proposals.unclear': [['samdi 14h', when]],
  'proposals.number': [[2, 6]],
  'proposals.until': [['vendredi 27 novembre à 20:00']],
  'proposals.asked': [[0], [1], [2]],
  'proposals.heading': names,
  'proposals.soFar': [['vendredi 27 novembre à 20:00']],
  'proposals.who': names,
  'proposals.whoHead': [['samedi 28 novembre à 14:00']],
  'proposals.whoLine': [[['Paul', 'Nour']]],
  'proposals.dateSet': names,
  'proposals.kept': counts,
  'managing.line': [[1, 'Tractage']],
  'managing.hours': [[1], [24]],
  'managing.keptFor': [[1], [24]],
  'managing.calledOff': names,
  'managing.calledOffMany': counts,
  'managing.handedOver': names,
  'managing.changed': names,
  'managing.changedSilently': names,
  'managing.moved': names,
  'managing.asked': names,
  'managing.alreadyAsked': names,
  'managing.partner': (['asked', 'accepted', 'refused'] as const).map((state) => ['Les Voisines', state]),
  'managing.accepted': names,
  'managing.notices.handedOver': [['Tractage', when]],
  'managing.notices.named': [['Tractage', when]],
  'managing.helpers': [[[]], [['Paul', 'Nour']]],
  'managing.removeHelper': names,
  'refusals.not-coming': [[{}]],
  'managing.notices.invited': [['Tractage', when, 'Les Voisines', 'Montreuil insoumise']],
  'managing.notices.answered': [
    ['Les Voisines', 'Tractage', true],
    ['Les Voisines', 'Tractage', false],
  ],
  'needs.item': [
    ['colle', 1, undefined],
    ['personnes au stand', 2, '10:00–12:00'],
  ],
  'needs.missing': [[['colle', 'voiture']]],
  'needs.yours': [[['colle']]],
  'needs.take': names,
  'needs.giveBack': names,
  'needs.taken': [['colle']],
  'needs.already': [['colle']],
  'needs.full': [['colle']],
  'needs.givenBack': [['colle']],
  'needs.usually': [['colle, 2 brosses']],
  'needs.wantedOf': [['Collage', 'samedi 28 novembre à 14:00']],
  'needs.wantedItem': [[1, '2 brosses']],
  'needs.takeAt': [
    [1, 'colle'],
    [6, 'personnes à l’accueil de la réunion'],
  ],
  'needs.heading': names,
  'needs.line': [
    ['colle', 0, 1, ''],
    ['colle', 1, 1, 'Paul'],
  ],
  'needs.remove': names,
  'needs.added': counts,
  'needs.returned': [['colle', 'Tractage', 'samedi 28 novembre à 14:00']],
  'needs.dropped': [['colle', 'Tractage']],
  'needs.kept': counts,
  'rides.heading': names,
  'rides.offer': [[2, 'Mairie, 9h30']],
  'rides.offerNear': [[2, 'Mairie, 9h30', 'à 3\u00A0km']],
  'rides.notices.near': names,
  'rides.yourOffer': [[1, 2, 'Mairie, 9h30']],
  'rides.yourWish': [[1, 'Mairie']],
  'rides.buttons.ask': names,
  'rides.notices.asked': [['Paul', 1, 'Mairie', 'Tractage']],
  'rides.notices.agreed': [['Amel', 'Mairie', 'Tractage']],
  'rides.notices.refused': names,
  'rides.notices.gone': names,
  'rides.kept': counts,
  'refusals.ride-unknown': [[{}]],
  'actions.reason': [['La salle est fermée.']],
  'refusals.draft-unknown': [[{}]],
  'refusals.need-unknown': [[{}]],
  'refusals.need-unclear': [[{}]],
  'refusals.plan-unclear': [[{}]],
  'refusals.plan-past': [[{}]],
  'refusals.action-not-ours': [[{}]],
  'refusals.not-in-team': [[{}]],
  'refusals.not-invited': (['group', 'department', 'animators', 'team'] as const).map((audience) => [
    { name: long, audience },
  ]),
}

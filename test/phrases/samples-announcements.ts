import { relayStates, stages } from '../../src/domain/announcements/model.ts'
import { fates } from '../../src/domain/broadcasts/model.ts'

const long = 'Très long nom '.repeat(30).trim()
const place = 'Montreuil insoumise'
const none = {
  members: 0,
  people: 0,
  uncounted: 0,
  sent: 0,
  waiting: 0,
  later: 0,
  muted: 0,
  troubled: 0,
  unlinked: 0,
}
const says = (['automatic', 'asked'] as const).flatMap((mode) =>
  (['relay', 'decline'] as const).map((otherwise) => [{ mode, otherwise }]),
)
const counted = [[1], [2], [220]]

const groupKinds = ['local', 'thematic', 'functional', 'loop'] as const
const commune = { is: 'commune', name: 'Montreuil', postalCodes: ['93100'] } as const
const filters = [
  [{ kinds: groupKinds }],
  [{ certified: true, way: 'chats', patience: 48 }],
  [{ certified: false, way: 'members' }],
  [
    {
      places: [commune, { ...commune, metres: 15_000 }, { is: 'department', name: 'Nièvre', code: '58' }],
    },
  ],
]
const results = [
  [
    ['lundi', 'jeudi soir'],
    [0, 0],
  ],
  [
    ['lundi', 'jeudi soir'],
    [1, 0],
  ],
  [
    ['lundi', 'jeudi soir'],
    [12, 30],
  ],
] as const

/** Facts for the sentences about announcements. */
export const announcementSamples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'refusals.announcement-unknown': [[{}]],
  'refusals.own-agreement': [[{}]],
  'refusals.truce-lasts': [[{}]],
  'refusals.announcement-too-long': [[{ most: 700, pictured: true }], [{ most: 1_500, pictured: false }]],
  'refusals.picture-undescribed': [[{}]],
  'composing.described': [['Un poing levé'], [long]],
  'composing.tooLong': [
    [700, true],
    [1_500, false],
  ],
  'composing.withPoll': [
    [{ question: 'Le soir', choices: ['lundi', 'jeudi'] }],
    [{ question: 'Le soir', choices: ['lundi', 'mardi', 'jeudi'] }],
  ],
  'composing.audienceHeading': [[undefined], ...filters],
  'composing.filter': filters,
  'composing.kind': groupKinds.flatMap((kind) => [
    [kind, true],
    [kind, false],
  ]),
  'composing.certified': [[undefined], [true], [false]],
  'composing.way': [[undefined], ['chats'], ['members']],
  'weeks.own': [['du mercredi 25 novembre au mardi 1er décembre']],
  'weeks.ask': [[undefined], [1], [7]],
  'weeks.pick': [
    [1, true],
    [3, false],
  ],
  'weeks.kept': [[1], [7]],
  'composing.lists.name': [[place], [long]],
  'composing.previewOn': [['telegram'], ['discord']],
  'composing.looks.heading': [['telegram'], ['discord']],
  'composing.looks.cut': [[1_024], [2_000]],
  'composing.looks.buttons': [[['Je participe']], [['Je participe', 'Peut-être', 'Je ne peux pas']]],
  'composing.looks.post': [['Grande fête'], [long]],
  'composing.looks.alt': [['Une affiche']],
  'composing.previewSent': [['telegram'], ['discord']],
  'composing.previewNobody': [['telegram'], ['discord']],
  'composing.patience': [[3], [24], [72]],
  'composing.unclearPlace': [['Saint-Truc'], [long]],
  'composing.moved': [['Collage', 'vendredi 27 novembre à 19:00']],
  'composing.stopped': [['Collage'], [long]],
  'composing.members': counted,
  'composing.copies': [
    [1, 1],
    [12, 40],
  ],
  'polls.open': [['Quel soir vous arrange\u202F?']],
  'polls.results': results,
  'polls.over': results.map(([choices, votes]) => ['Quel soir\u202F?', choices, votes]),
  'polls.soFar': [['Quel soir\u202F?', 'jeudi 3 décembre à 10:00']],
  'polls.ended': [['Quel soir\u202F?']],
  'polls.counted': [['lundi']],
  'polls.changed': [['lundi']],
  'polls.kept': [[1], [3]],
  'announcements.writeFor': [[place], [long]],
  'announcements.insteadFor': [[place], [long]],
  'announcements.tooLong': [[1_500]],
  'announcements.actionOn': [['Grand porte-à-porte', 'samedi 28 novembre à 10:00']],
  'announcements.joined': [['Grand porte-à-porte']],
  'announcements.forecast': [
    [{ ...none, chats: {}, members: 3, seconds: 1 }],
    [{ ...none, chats: {}, members: 1, seconds: 1 }],
    [{ ...none, chats: {}, seconds: 1 }],
    [{ ...none, chats: {}, privateOnly: true, seconds: 1 }],
    [{ ...none, chats: { telegram: 1 }, sent: 1, uncounted: 1, seconds: 1 }],
    [{ ...none, chats: { telegram: 2 }, sent: 2, uncounted: 2, seconds: 1 }],
    [{ ...none, chats: { telegram: 1 }, sent: 1, people: 1, seconds: 1 }],
    [{ ...none, chats: { telegram: 2 }, sent: 2, people: 12_345, uncounted: 1, seconds: 1 }],
    [
      {
        chats: { telegram: 150, discord: 70 },
        sent: 180,
        waiting: 30,
        later: 10,
        muted: 3,
        troubled: 4,
        unlinked: 12,
        members: 40,
        people: 23_456,
        uncounted: 12,
        seconds: 130,
      },
    ],
  ],
  'announcements.pickUp': [['Réunion de rentrée']],
  'announcements.truce.is': [['samedi 10 avril à 0:00', 'dimanche 11 avril à 20:00']],
  'announcements.truce.endOf': [['samedi 10 avril à 0:00']],
  'announcements.truce.confirmEnd': [['samedi 10 avril à 0:00', 'dimanche 11 avril à 20:00']],
  'announcements.truce.now': [['dimanche 11 avril à 20:00']],
  'announcements.holding': [[30]],
  'announcements.leaves': [
    ['demain jeudi 26 novembre à 9:00', undefined],
    ['lundi 30 novembre à 9:00', 'tous les lundis'],
  ],
  'announcements.agreement': [[place], [long]],
  'announcements.askedGroup': [['Boucle du 93', place]],
  'announcements.toldGroup': [['Boucle du 93', place]],
  'announcements.heading': stages.map((stage) => [stage, 'Tractage samedi']),
  ...Object.fromEntries(
    [
      'total',
      'delivered',
      'under',
      'waiting',
      'later',
      'declined',
      'stopped',
      'withdrawn',
      'muted',
      'failed',
      'uncertain',
      'resting',
      'old',
      'unlinked',
      'received',
    ].map((name) => [`announcements.counts.${name}`, counted]),
  ),
  'announcements.chart': [
    [1, 0, 0],
    [100, 20, 100],
  ],
  'announcements.relayLine': [
    ...relayStates.map((state) => ['Canal', 'telegram', state, undefined, undefined]),
    ...fates.map((fate) => [long, 'discord', 'sent', fate, 'kicked']),
    ['Canal', 'telegram', 'sent', 'delivered', undefined, 'withdrawn'],
  ],
  'announcements.retry': [[1], [12]],
  'announcements.resend': [[1], [12]],
  'announcements.doubtful': [[1], [12]],
  'announcements.listLine': [...stages, 'planned'].map((stage) => [1, stage, 'Tractage samedi']),
  'announcements.one': [[1]],
  'announcements.sayOf': says,
  'announcements.mode': says,
  'announcements.otherwise': says,
}

import { switches, troubles, usual } from '../../src/domain/links/model.ts'
import { notedDeeds } from '../../src/domain/rights/journal.ts'
import { deeds, grantedRoles, roles } from '../../src/domain/rights/model.ts'

const long = 'Très long nom '.repeat(30).trim()
const place = 'Montreuil insoumise'
const eachGranted = grantedRoles.map((role) => [role] as const)
const granted = grantedRoles.flatMap((role) => [
  [role, undefined],
  [role, place],
  [role, long],
])
const named = grantedRoles.flatMap((role) => [
  ['Amel', role],
  [undefined, role],
])
const doings = [
  ...(['invited', 'accepted', 'withdrawn', 'left', 'replaced'] as const).map((is) => ({
    is,
    role: 'animator',
  })),
  { is: 'asked-replacement' },
  ...notedDeeds.map((deed) => ({ is: 'did', deed })),
  { is: 'did', deed: 'link', what: long },
]

/** Facts for the sentences about rights, invitations, links and announcements. */
export const rightsSamples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'rights.notAllowed': deeds.flatMap((deed) => [
    [{ deed, who: ['animator'] }],
    [{ deed, place: long, who: roles }],
  ]),
  'refusals.not-allowed': deeds.map((deed) => [{ deed, who: ['animator'] }]),
  'refusals.follow-unknown': [[{}]],
  'refusals.calendar-elsewhere': [[{}], [{ site: 'actionpopulaire.fr' }]],
  'refusals.calendar-no-calendar': [[{}], [{ site: 'actionpopulaire.fr' }]],
  'refusals.follows-full': [[{ most: 5 }]],
  'follows.of': [[place], [long]],
  'follows.line': [
    '/groupes/1/icalendar.ics',
    '/evenements/sous-types/1/icalendar.ics',
    '/evenements/1/icalendar.ics',
    '/agenda/a/icalendar.ics',
  ].map((path) => [1, path]),
  'follows.state': (['new', 'read', 'gone', 'silent'] as const).flatMap((state) => [
    [state, 'mercredi 25 novembre à 10:00', 0],
    [state, 'mercredi 25 novembre à 10:00', 12],
    [state, undefined, 1],
  ]),
  'follows.skipped': [[1], [3]],
  'follows.added': [['added'], ['already']],
  'follows.buttons.leave': [[1]],
  'refusals.invitation-over': [[{}]],
  'refusals.binome-full': [[{ place }]],
  'team.role': roles.flatMap((role) => [[role], [role, place]]),
  'team.unknownPlace': [['zut'], [long]],
  'team.several': [['Saint-Denis']],
  'team.at': [['dans le Nord']],
  'team.of': [[place], [long]],
  'team.mate': grantedRoles.flatMap((role) => [
    ['Amel', role, 'mercredi 25 novembre', true],
    [undefined, role, 'mercredi 25 novembre', false],
  ]),
  'team.invited': granted,
  'team.ticket': granted.map((each) => [...each, { text: '/start i0123456789ab', door: 'i0123456789ab' }]),
  'team.typeCode': [['i0123456789ab']],
  'team.offered': granted,
  'team.may': eachGranted,
  'team.next': eachGranted,
  'team.accepted': granted,
  'team.knownAs': [['Amel'], [long]],
  'team.mateLabel': named,
  'team.confirmOut': named,
  'team.confirmReplace': [['Amel'], [undefined]],
  'team.confirmQuit': granted,
  'team.journalOf': [[place], [long]],
  'team.entry': doings.flatMap((doing) => [
    ['mercredi 25 novembre à 10:00', 'Amel', doing, 'Bastien'],
    ['mercredi 25 novembre à 10:00', undefined, doing, undefined],
  ]),
  'team.notices.accepted': [
    ['Amel', 'animator', place],
    [undefined, 'coordination', undefined],
  ],
  'team.notices.withdrawn': granted,
  'team.notices.unattended': [[place], [long]],
  'team.sole': [[[place]], [[place, long]]],
  'team.notices.replacement': [
    ['Amel', place],
    [undefined, long],
  ],
  'team.kept': [[0], [1], [12]],
  'team.keptJournal': [[1], [12]],
  'refusals.link-unknown': [[{}]],
  'refusals.not-chat-admin': [[{}]],
  'links.whichChannel': [[place], [long]],
  'links.already': [[place], [long]],
  'links.eventless': [[place], [long]],
  'links.unpinned': [[place], [long]],
  'links.unthreaded': [[place], [long]],
  'links.linkTo': [[place], [long]],
  'links.card': [[place], [long]],
  'links.instead': [[place]],
  'links.forum.which': [['#actions'], [long]],
  'links.forum.already': [['#actions', place]],
  'links.forum.each': [[undefined], ['Annonces'], [long]],
  'links.forum.cannotClear': [['Gérer les posts']],
  'links.same': [[place]],
  'links.linked': [['Canal', place]],
  'links.arrives': [
    [usual],
    [{ ...usual, announcements: false, actions: false, agenda: false, reminders: false }],
    [{ ...usual, silent: true, pinned: true, from: 0, to: 0 }],
  ],
  'links.agendaAt': [[usual]],
  'pairing.goOn': [['telegram']],
  'links.echo': [['La discussion']],
  'links.lacksIn': [
    ['Le quartier', ['Envoyer des messages']],
    ['Nouvelles', ['A', 'B']],
  ],
  'links.lacks': [[['Publier des messages']], [['A', 'B', 'C']]],
  'links.settingsOf': [['Canal', place]],
  'links.on': switches.map((each) => [each]),
  'links.off': switches.map((each) => [each]),
  'links.agendaDay': [[1], [7]],
  'links.agendaHour': [[9]],
  'links.hours': [[usual], [{ ...usual, from: 0, to: 0 }]],
  'links.unlinked': [['Canal'], [long]],
  'links.ofPlace': [[place]],
  'links.line': [['Canal', undefined], ...troubles.map((why) => ['Canal', why])],
  'links.trouble': troubles.map((why) => ['Canal', place, why]),
}

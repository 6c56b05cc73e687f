import { instant } from '../../src/base/clock.ts'
import { rich } from '../../src/base/rich.ts'
import { paris } from '../../src/base/zones.ts'
import { answers } from '../../src/domain/actions/model.ts'
import { leads } from '../../src/domain/reminders/model.ts'

const long = 'Très long nom '.repeat(30).trim()
const now = instant('2026-11-25T09:00:00Z')
const when = rich`samedi 28 novembre, de 14:00 à 16:00`
const names = [['Tractage'], [long]] as const
const counts = { yes: 12, maybe: 3, no: 2 }
const figures = { people: 12, tracts: 300, doors: 40, contacts: 5 }
const numbers = [[0], [1], [2], [9]] as const

/** Facts for the sentences about seats, reminders, changes and what came of actions. */
export const answersSamples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'dates.at': [[now, paris, now]],
  'dates.until': [[now, paris, now]],
  'answers.seats': [
    [{ ...counts }, 20],
    [{ ...counts }, 13],
    [{ ...counts }, 12],
    [{ ...counts, waiting: 1 }, 12],
    [{ ...counts, waiting: 4 }, 12],
  ],
  'answers.waits': [[1], [3]],
  'answers.nowWaiting': [[1], [3]],
  'answers.nowWaitingUnheard': [
    [1, 'Ouvrir en privé'],
    [12, 'Ouvrir en privé'],
  ],
  'answers.signedUpUnheard': [['Ouvrir en privé']],
  'answers.kept': [['demain à 18:00']],
  'answers.with': [[1], [3]],
  'answers.broughtAlong': numbers,
  'answers.who.heading': names,
  'answers.who.head': ['yes', 'waiting', 'maybe', 'no'].map((of) => [of, 3]),
  'answers.who.line': [
    ['Amel', 0, undefined],
    [undefined, 2, 'J’apporte la sono'],
  ],
  'answers.who.arrived': [
    [{ did: 0, didNot: 0 }],
    [{ did: 1, didNot: 0 }],
    [{ did: 0, didNot: 1 }],
    [{ did: 12, didNot: 2 }],
  ],
  'answers.who.list': [[rich`Participent (1)`, [rich`• Amel`]]],
  'notices.seatsGiven': names.map(([name]) => [name, 'samedi 28 novembre à 14:00']),
  'notices.seatTo': [
    ['Amel', undefined],
    ['Amel', 'demain à 18:00'],
  ],
  'notices.seatFrom': [['Amel']],
  'privacy.openName': [['Amel']],
  'reminders.keptOwn': [[1], [3]],
  'reminders.clocks': [[undefined], [paris]],
  'reminders.zone': [[undefined], [paris]],
  'reminders.ownHeading': names,
  'reminders.ownLate': [[['la veille']], [['la veille', '2 heures avant']]],
  'reminders.ownSome': [[['la veille']], [['la veille', '2 heures avant']]],
  'notices.soon': names.map(([name]) => [name]),
  'notices.calledOff': names.map(([name]) => [name, when]),
  'notices.hidden': names.map(([name]) => [name, when]),
  'notices.backOn': names.map(([name]) => [name, when]),
  'notices.changed': names,
  'notices.changedMany': names.map(([name]) => [name, 11]),
  'notices.calledOffMany': names.map(([name]) => [name, 11]),
  'notices.date': [['mardi 15 décembre à 18:30']],
  'notices.moreDates': [[1], [5]],
  'notices.time': [['samedi 28 novembre, de 14:00 à 16:00', when]],
  'notices.place': [
    ['', rich`📍 Marché`],
    ['Marché', rich`📍 Gare`],
  ],
  'notices.seat': [['Tractage', 'demain à 18:00']],
  'notices.seatYours': names,
  'notices.seatLost': names,
  'notices.takenOff': names,
  'notices.departure': [['Tractage', 'demain à 18:00']],
  'answers.chooses': [[0], [1], [12]],
  'notices.chosen': names,
  'notices.come': names,
  'privacy.askedBy': names,
  'notices.reminder': names,
  'notices.late': names,
  'notices.findThem': [[['Montreuil insoumise']], [['Montreuil insoumise', 'Bagnolet']]],
  'notices.digest': [[1], [3]],
  'notices.after': names,
  'notices.outcome': names,
  'notices.counts': [[counts], [{ yes: 1, maybe: 0, no: 0 }]],
  'notices.because': answers.map((answer) => [answer]),
  'calendars.group': names,
  'calendars.department': [['93']],
  'calendars.own': answers.map((answer) => [answer]),
  'calendars.cancelled': names,
  'calendars.secret': [['https://voix.example/calendriers/p.ics']],
  'calendars.ofGroup': [['Montreuil', 'https://voix.example/calendriers/g.ics']],
  'calendars.ofDepartment': [['93', 'https://voix.example/calendriers/d93.ics']],
  'answers.keptNotes': [[1], [3]],
  'reminders.kept': [[[]], [['2\u00A0h avant']]],
  'reminders.keptMuted': [[1], [3]],
  'dates.month': [['2026-11'], ['2027-01']],
  'outcomes.totals': names,
  'outcomes.month': [['novembre 2026', { ...figures, actions: 1 }]],
  'outcomes.of': [['sam. 28 nov.', 'Tractage']],
  'outcomes.count': [['sam. 28 nov.', 'Tractage']],
  'outcomes.bar': [['novembre 2026', 12]],
  'outcomes.alt': [
    ['Montreuil', ['octobre 2026 : 3', 'novembre 2026 : 12'].map((each) => each.replace(' :', '\u00A0:'))],
  ],
  'outcomes.lines': [
    ['Tractage', 'hier à 14:00', figures],
    ['Tractage', 'hier à 14:00', {}],
  ],
  'reminders.lead': leads.map((lead) => [lead]),
  'reminders.chosen': [['2\u00A0h avant']],
  'reminders.some': [[['2\u00A0h avant', '30\u00A0min avant']]],
  'reminders.quiet': [
    [1260, 480],
    [0, 0],
  ],
  'reminders.platforms': [['telegram'], ['discord'], ['pigeon']],
  'reminders.platform': [['Telegram']],
  'reminders.muted': [[['Montreuil insoumise']]],
  'reminders.buttons.quiet': [
    [1260, 480],
    [0, 0],
  ],
  'reminders.buttons.mute': [['Montreuil insoumise']],
  'reminders.buttons.unmute': [['Montreuil insoumise']],
  'reminders.buttons.on': [['Telegram']],
}

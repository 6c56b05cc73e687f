import { describe, expect, it } from 'vitest'
import { hour, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { plain } from '../../src/base/rich.ts'
import { paris } from '../../src/base/zones.ts'
import { readRoute } from '../../src/chat/index.ts'
import type { ActionFound } from '../../src/domain/actions/model.ts'
import type { Notice } from '../../src/domain/notices/model.ts'
import type { ProposalFound } from '../../src/domain/proposals/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { noticeMessage, type Telling } from '../../src/views/notices.ts'
import { showReminders, showSettings } from '../../src/views/presses.ts'
import { expectToFit } from '../world/limits.ts'
import { aGroup, anAction, wednesday } from '../world/makings.ts'

const action = anAction()
const { id } = action
const group = aGroup()
const person = newId.person()
const counts = { yes: 3, maybe: 1, no: 1 }
const comes: ActionFound = { action, counts, answer: 'yes', standing: { is: 'seated' } }
const silent: ActionFound = { action, counts }
const { answer: _, standing: __, ...asked } = comes

const dates: ProposalFound = {
  proposal: {
    id: newId.proposal(),
    group: group.id,
    about: { name: 'Collage', kind: 'collage', description: '', audience: 'everyone' },
    dates: [
      { start: action.start, end: action.end },
      { start: later(action.start, 24 * hour), end: later(action.end, 24 * hour) },
    ],
    zone: paris,
    until: later(wednesday, hour),
    over: false,
  },
  tally: { dates: [2, 1], none: 0, people: 3 },
}

const dropped: ProposalFound = {
  ...dates,
  proposal: { ...dates.proposal, id: newId.proposal(), over: true, dropped: true },
}

const telling = (found: ActionFound): Telling => ({
  t: fr,
  now: wednesday,
  reader: person,
  action: async () => found,
  group: async () => group,
  proposal: async (of) => (of === dropped.proposal.id ? dropped : dates),
  link: async () => undefined,
  account: async () => undefined,
  zoneOf: () => paris,
  riding: async () => undefined,
  animated: async () => true,
  called: async () => 'Paul',
  week: async () => undefined,
  ownWeek: async () => undefined,
  moved: async () => ({ seated: [{ name: 'Paul' }], left: [{ name: 'Nour' }] }),
})

/** Whatever is told in private about actions, and how things stand then. */
const told: readonly (readonly [Notice, ActionFound])[] = [
  [
    { is: 'called-off', action: id },
    { ...comes, action: anAction({ state: 'cancelled' }) },
  ],
  [{ is: 'changed', action: id, was: { ...action, start: later(action.start, -hour) } }, comes],
  [{ is: 'seat', action: id }, comes],
  [{ is: 'seat', action: id, until: later(wednesday, hour) }, comes],
  [{ is: 'seat-lost', action: id }, silent],
  [{ is: 'taken-off', action: id }, comes],
  [{ is: 'chosen', action: id }, comes],
  [{ is: 'departure', action: id }, comes],
  [{ is: 'seats-given', action: id, since: wednesday }, comes],
  [{ is: 'come', action: id }, silent],
  [{ is: 'reminder', action: id }, comes],
  [
    { is: 'reminder', action: id, late: true },
    { ...asked, answer: 'maybe' },
  ],
  [{ is: 'digest', actions: [id, newId.action()] }, comes],
  [{ is: 'after', action: id }, comes],
  [{ is: 'outcome', action: id }, comes],
  [{ is: 'need-dropped', action: id, words: 'la colle' }, comes],
  [{ is: 'need-returned', action: id, words: 'la colle' }, comes],
  [{ is: 'handed-over', action: id }, comes],
  [{ is: 'named', action: id }, comes],
  [{ is: 'asked-to-organise', action: id, group: group.id }, comes],
  [{ is: 'partner-answered', action: id, group: group.id, accepts: true }, comes],
  [{ is: 'ride-asked', action: id, wish: newId.ride(), person, seats: 1, words: 'Mairie' }, comes],
  [{ is: 'ride-answered', action: id, person, words: 'Mairie', accepts: true }, comes],
  [{ is: 'ride-gone', action: id }, comes],
  [{ is: 'ride-near', action: id }, comes],
  [{ is: 'dates-over', proposal: dates.proposal.id }, comes],
  [{ is: 'dates-dropped', proposal: dropped.proposal.id }, comes],
  [{ is: 'date-set', action: id }, silent],
]

describe('Whatever is told in private about an action', () => {
  it.each(told.map(([notice, found]) => [notice.is, notice, found] as const))(
    'says why it came, and has a button to what can be changed about it: %s',
    async (...[, notice, found]) => {
      const message = await noticeMessage(notice, telling(found))
      if (!message) throw new Error('nothing is told')
      expectToFit(message)
      expect(plain(message.text)).toMatch(/Je vous l’écris parce que /)
      const routes = (message.rows ?? [])
        .flat()
        .flatMap((button) => ('route' in button ? [readRoute(button.route)?.name] : []))
      expect(routes.some((name) => name === showReminders.name || name === showSettings.name)).toBe(true)
    },
  )
})

describe('Dates that were called off before a chat was asked about them', () => {
  it('are told there only where an older card points to the new one', async () => {
    const notice = { is: 'dates-asked', proposal: dropped.proposal.id } as const
    expect(await noticeMessage(notice, telling(silent))).toBeUndefined()
    const again = await noticeMessage({ ...notice, again: true }, telling(silent))
    expect(again && plain(again.text)).toContain('Aucune de ces dates n’est retenue.')
  })
})

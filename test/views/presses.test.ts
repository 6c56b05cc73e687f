import { describe, expect, it } from 'vitest'
import { newId } from '../../src/base/ids.ts'
import { readParts, readRoute, routeBytes, type Fields } from '../../src/chat/index.ts'
import { actionKinds, answers } from '../../src/domain/actions/model.ts'
import type { When } from '../../src/domain/actions/when.ts'
import { createCatalogue, discover } from '../../src/engine/catalogue.ts'
import * as presses from '../../src/views/presses.ts'

const when: When = { is: 'date', day: 28, month: 12, year: 2026, part: 'evening' }
const kind = actionKinds.toSorted((one, other) => other.length - one.length)[0] ?? 'autre'
const answer = answers.toSorted((one, other) => other.length - one.length)[0] ?? 'maybe'
const area = '99-11'
const own = true
const skip = 999_999_999
const [action, group, person] = [newId.action(), newId.group(), newId.person()]
const label = 'x'

/** Every button with the longest values that it can ever carry. */
const longest = {
  askMe: presses.askMe.button(label, { group, on: 1 }),
  pickChosen: presses.pickChosen.button(label, { action }),
  chooseComer: presses.chooseComer.button(label, { action, person }),
  attend: presses.attend.button(label, { action, answer, own }),
  showAction: presses.showAction.button(label, { action, own }),
  showEverybody: presses.showEverybody.button(label, { action }),
  showGroup: presses.showGroup.button(label, { group }),
  joinGroup: presses.joinGroup.button(label, { group, area: presses.itself, skip }),
  leaveGroup: presses.leaveGroup.button(label, { group, area: presses.itself, skip }),
  listGroups: presses.listGroups.button(label, { area, skip }),
  listActions: presses.listActions.button(label, { area, when, kind, skip, own }),
  pickKind: presses.pickKind.button(label, { area, when, own }),
  choosePlace: presses.choosePlace.button(label, {
    to: 'actions',
    asked: 'x'.repeat(12),
    when,
    kind,
    skip: 999,
    own,
  }),
  bring: presses.bring.button(label, { action, guests: 9, own }),
  pickComer: presses.pickComer.button(label, { action, skip }),
  takeOff: presses.takeOff.button(label, { action, person }),
  whoComes: presses.whoComes.button(label, { action, skip }),
  noteForm: presses.noteForm.button(label, { action, own }),
  showReminders: presses.showReminders.button(label, { action }),
  showOwnLeads: presses.showOwnLeads.button(label, { action }),
  toggleOwnLead: presses.toggleOwnLead.button(label, { at: 9, action }),
  tryPrivately: presses.tryPrivately.button(label, {}),
  leadsAsUsual: presses.leadsAsUsual.button(label, { action }),
  openName: presses.openName.button(label, { on: 1 }),
  showZones: presses.showZones.button(label, { action }),
  pickZone: presses.pickZone.button(label, { at: 12, action }),
  noLeads: presses.noLeads.button(label, { action }),
  toggleLead: presses.toggleLead.button(label, { at: 9, action }),
  pickQuiet: presses.pickQuiet.button(label, { at: 9, action }),
  pickDigest: presses.pickDigest.button(label, { on: 1, action }),
  pickPlatform: presses.pickPlatform.button(label, { name: 'telegram', action }),
  muteGroup: presses.muteGroup.button(label, { group, on: 1, action }),
  sayCame: presses.sayCame.button(label, { action, came: 1 }),
  showTotals: presses.showTotals.button(label, { group }),
  showCalendars: presses.showCalendars.button(label, {}),
  renewCalendar: presses.renewCalendar.button(label, {}),
  revokeCalendar: presses.revokeCalendar.button(label, {}),
  fillOutcome: presses.fillOutcome.button(label, { action }),
  showAgenda: presses.showAgenda.button(label, { skip }),
  showHelp: presses.showHelp.button(label, {}),
  showSettings: presses.showSettings.button(label, {}),
  forgetName: presses.forgetName.button(label, {}),
  showKept: presses.showKept.button(label, {}),
  pairAccounts: presses.pairAccounts.button(label, { code: 'X'.repeat(20) }),
  leavePairing: presses.leavePairing.button(label, {}),
  showAccounts: presses.showAccounts.button(label, {}),
  askPart: presses.askPart.button(label, {}),
  partAccounts: presses.partAccounts.button(label, {}),
  askErase: presses.askErase.button(label, {}),
  eraseAll: presses.eraseAll.button(label, {}),
  eraseNothing: presses.eraseNothing.button(label, {}),
  placeForm: presses.placeForm.button(label, { to: 'actions', when, kind }),
  nameForm: presses.nameForm.button(label, {}),
}

const handlers = await discover(new URL('../../commands/', import.meta.url))
const catalogue = createCatalogue(handlers)

const fieldsAt = (route: string): Fields | undefined => {
  const read = readRoute(route)
  if (!read) return undefined
  return read.to === 'press' ? catalogue.action(read.name)?.fields : catalogue.form(read.name)?.carried
}

describe('Every button', () => {
  it('is tried here', () => {
    const made = Object.entries(presses).filter(([, each]) => typeof each === 'object' && 'button' in each)
    expect(Object.keys(longest).toSorted()).toEqual(made.map(([name]) => name).toSorted())
  })

  it.each(Object.entries(longest))(
    '%s carries its longest values in 64 bytes, to somebody who reads them',
    (_, { route }) => {
      expect(Buffer.byteLength(route)).toBeLessThanOrEqual(routeBytes)
      const fields = fieldsAt(route)
      const values = fields && readParts(fields, readRoute(route)?.parts ?? [])
      expect(values).toBeDefined()
    },
  )
})

describe('The catalogue', () => {
  it('hears everything that may happen', () => {
    for (const on of [
      'text',
      'position',
      'other',
      'unknown-command',
      'stale-button',
      'left-dialogue',
      'added',
    ] as const)
      expect(catalogue.listener(on).on).toBe(on)
  })
})

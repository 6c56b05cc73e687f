import type { ActionId, GroupId } from '../base/ids.ts'
import { answers } from '../domain/actions/model.ts'
import { longestName } from '../domain/people/model.ts'
import { choice, form, id, optional, press, whole, words } from '../chat/index.ts'
import { flag, kindField, placeField, whenField } from './fields.ts'

// What buttons carry. `area` is a code of a commune or a department; `own`: the message has one reader only;
// `skip` is there when the button changes the page under it.

const area = optional(words())
const own = optional(flag)
const skip = optional(whole())
const filters = { area, when: optional(whenField), kind: optional(kindField) }

/** Where groups of « mine » stand for an area. */
export const mine = 'mine'

export const attend = press('attend', { action: id<ActionId>(), answer: choice(answers), own })
export const showAction = press('action', { action: id<ActionId>(), own })
/** From a card with one reader to a card for the whole chat. */
export const showEverybody = press('show', { action: id<ActionId>() })

export const showGroup = press('group', { group: id<GroupId>(), own })
export const joinGroup = press('join', { group: id<GroupId>(), area, skip, own })
export const leaveGroup = press('leave', { group: id<GroupId>(), area, skip, own })

/** Without an area: the groups of whoever presses. */
export const listGroups = press('groups', { area, skip, own })
export const listActions = press('actions', { ...filters, skip, own })
export const pickKind = press('kinds', { area, when: optional(whenField), own })

const purpose = choice(['groups', 'actions'])

/** The next places of the same name. */
export const choosePlace = press('places', {
  to: purpose,
  asked: words(),
  when: optional(whenField),
  kind: optional(kindField),
  skip: whole(),
  own,
})

export const showAgenda = press('agenda', { skip })
export const showHelp = press('help', {})
export const showSettings = press('settings', {})
export const forgetName = press('forget', {})
export const showData = press('data', {})
export const askErase = press('erase', {})
export const erase = press('erase-all', {})
export const keepAll = press('erase-not', {})

export const placeForm = form('place', {
  carried: { to: purpose, when: optional(whenField), kind: optional(kindField) },
  asked: { lieu: placeField },
  words: (t) => ({
    title: t.places.form.title,
    questions: { lieu: { label: t.places.form.label, hint: t.places.form.hint } },
  }),
})

export const nameForm = form('name', {
  carried: {},
  asked: { nom: words({ most: longestName }) },
  words: (t) => ({
    title: t.settings.form.title,
    questions: { nom: { label: t.settings.form.label, hint: t.settings.form.hint } },
  }),
})

import type { ActionId, GroupId, PersonId } from '../base/ids.ts'
import { answers } from '../domain/actions/model.ts'
import { longestNote } from '../domain/answers/model.ts'
import { longestName } from '../domain/people/model.ts'
import { choice, form, id, optional, press, whole, words } from '../chat/index.ts'
import { flag, kindField, placeField, whenField } from './fields.ts'

// What buttons carry. `area`: the code of a commune or a department. `own`: the message has one reader only.
// `skip` is there when the button changes the page under it.

const area = optional(words())
const own = optional(flag)
const skip = optional(whole())
const when = optional(whenField)
const kind = optional(kindField)

/** `on`: 1 or 0. */
export const askMe = press('ask-me', { group: id<GroupId>(), on: whole() })
export const attend = press('attend', { action: id<ActionId>(), answer: choice(answers), own })
export const showAction = press('action', { action: id<ActionId>(), own })
/** How many come along. */
export const bring = press('bring', { action: id<ActionId>(), guests: whole(), own })
/** Names: for those entitled, and them alone. */
export const whoComes = press('who', { action: id<ActionId>(), skip })
/** Whom to take off the list, and then that person. */
export const pickComer = press('take-off', { action: id<ActionId>(), skip })
export const pickChosen = press('choosing', { action: id<ActionId>(), skip })
export const chooseComer = press('choose', { action: id<ActionId>(), person: id<PersonId>() })
export const takeOff = press('taken-off', { action: id<ActionId>(), person: id<PersonId>() })
/** From a card with one reader to a card for the whole chat. */
export const showEverybody = press('show', { action: id<ActionId>() })

export const showGroup = press('group', { group: id<GroupId>() })
/** In place of an area: the page of that group alone. */
export const itself = 'itself'
/** `area` and `skip` say which list follows; a page without an area is one of the reader's own groups. */
export const joinGroup = press('join', { group: id<GroupId>(), area, skip })
export const leaveGroup = press('leave', { group: id<GroupId>(), area, skip })

/** Without an area: the groups of whoever presses. */
export const listGroups = press('groups', { area, skip })
/** Without an area: the actions of the groups of whoever presses. */
export const listActions = press('actions', { area, when, kind, skip, own })
export const pickKind = press('kinds', { area, when, own })

export const purposes = ['groups', 'actions'] as const
export type Purpose = (typeof purposes)[number]
const to = choice(purposes)

/** Other places of the same name. */
export const choosePlace = press('where', { to, asked: words(), when, kind, skip: whole(), own })

export const showAgenda = press('agenda', { skip })
export const showHelp = press('help', {})
export const showSettings = press('settings', {})
/** How to be reminded; `action`: the one that brought them here, whose groups can be muted at once. */
export const showReminders = press('reminders', { action: optional(id<ActionId>()) })
const action = optional(id<ActionId>())
/** How to be reminded of that action alone. */
export const showOwnLeads = press('own-leads', { action: id<ActionId>() })
export const toggleOwnLead = press('own-lead', { at: whole(), action: id<ActionId>() })
export const leadsAsUsual = press('own-not', { action: id<ActionId>() })
export const toggleLead = press('lead', { at: whole(), action })
/** No reminder at all. */
export const noLeads = press('no-leads', { action })
export const pickQuiet = press('quiet', { at: whole(), action })
/** On whose clocks quiet hours are; `at`: 0 for those of the place of each action. */
export const showZones = press('zones', { action })
export const pickZone = press('zone', { at: whole(), action })
export const pickDigest = press('digest', { on: whole(), action })
export const pickPlatform = press('platform', { name: words(), action })
export const muteGroup = press('mute', { group: id<GroupId>(), on: whole(), action })
export const showTotals = press('totals', { group: id<GroupId>() })
export const showCalendars = press('calendars', {})
export const renewCalendar = press('calendar-new', {})
export const revokeCalendar = press('calendar-end', {})
/** 1: they could come. */
export const sayCame = press('came', { action: id<ActionId>(), came: whole() })
/** 1: chats of many may see it. */
export const openName = press('open-name', { on: whole() })
export const tryPrivately = press('en-prive', {})
export const forgetName = press('forget', {})
export const showKept = press('kept', {})
/** `code`: as it was typed. */
export const pairAccounts = press('pair', { code: words({ most: 20 }) })
export const leavePairing = press('pair-not', {})
export const showAccounts = press('accounts', {})
export const askPart = press('part', {})
export const partAccounts = press('part-now', {})

export const askErase = press('erase', {})
export const eraseAll = press('erase-all', {})
export const eraseNothing = press('erase-not', {})

export const placeForm = form('place', {
  carried: { to, when, kind },
  asked: { lieu: placeField },
  words: (t) => ({
    title: t.places.form.title,
    questions: { lieu: { label: t.places.form.label, hint: t.places.form.hint } },
  }),
})

export const noteForm = form('note', {
  carried: { action: id<ActionId>(), own },
  asked: { mot: words({ long: true, most: longestNote }) },
  words: (t) => ({
    title: t.answers.form.title,
    questions: { mot: { label: t.answers.form.label, hint: t.answers.form.hint } },
  }),
})

export const fillOutcome = form('outcome', {
  carried: { action: id<ActionId>() },
  asked: {
    personnes: optional(whole()),
    tracts: optional(whole()),
    portes: optional(whole()),
    contacts: optional(whole()),
  },
  words: (t) => ({ title: t.outcomes.form.title, questions: t.outcomes.form.questions }),
  titled: async ({ values, services, t }) => {
    const found = await services.actions.found(values.action)
    if (!found) return t.outcomes.form.title
    return t.outcomes.of(t.dates.brief(found.action.start, found.action.zone), found.action.name)
  },
})

export const nameForm = form('name', {
  carried: {},
  asked: { nom: words({ most: longestName }) },
  words: (t) => ({
    title: t.settings.form.title,
    questions: { nom: { label: t.settings.form.label, hint: t.settings.form.hint } },
  }),
})

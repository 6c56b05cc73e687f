import type { ActionId, GroupId, PersonId } from '../base/ids.ts'
import { choice, form, id, optional, press, whole, words } from '../chat/index.ts'
import { longest, reaches } from '../domain/planning/model.ts'
import { longestPlace } from './fields.ts'

const action = id<ActionId>()

export const listManaged = press('managed', { skip: optional(whole()) })
/** Of a series; `action`: any of its dates. */
export const listDates = press('plan-dates', { action, skip: optional(whole()) })
export const manageAction = press('manage', { action })
export const changeAction = press('change', { action, reach: optional(choice(reaches)) })
export const planAgain = press('plan-again', { action })
export const repostCard = press('repost', { action })
export const gather = press('gather', { action })
/** `on`: 1 or 0. */
export const turnPicks = press('picks', { action, on: whole() })
export const chaseUp = press('chase', { action })
export const remindNow = press('call', { action })
export const askHandOver = press('hand', { action })
export const handOver = press('hand-to', { action, to: id<PersonId>() })
/** Whoever comes and looks after that action alone. `skip` turns the page. */
export const askHelpers = press('helpers', { action, skip: optional(whole()) })
export const nameHelper = press('helps', { action, person: id<PersonId>() })
export const removeHelper = press('helps-not', { action, person: id<PersonId>() })
/** For how many hours a freed seat is kept for whoever is next. */
export const askKeepSeats = press('seats-for', { action })
export const keepSeats = press('seats-kept', { action, hours: whole() })
export const showPartners = press('partners', { action })
export const askPartner = press('ask-with', { action, group: id<GroupId>() })
/** `yes`: 1 or 0. */
export const answerPartner = press('with', { action, group: id<GroupId>(), yes: whole() })

/** Each typed as a date; empty: not before somebody says so. */
export const openingForm = form('opening', {
  carried: { action },
  asked: { departement: optional(words({ most: 120 })), tous: optional(words({ most: 120 })) },
  words: (t) => ({
    title: t.managing.buttons.opening,
    questions: { departement: t.managing.opening.department, tous: t.managing.opening.everyone },
  }),
})

export const callOffForm = form('call-off', {
  carried: { action },
  asked: { raison: words({ most: longest.reason, long: true }) },
  words: (t) => ({
    title: t.managing.reason.title,
    questions: { raison: { label: t.managing.reason.label, hint: t.managing.reason.hint } },
  }),
  titled: async ({ values, services, t }) => {
    const { name, start, zone } = (await services.plans.kept(values.action)).found.action
    return t.managing.callingOff(t.dates.brief(start, zone), name)
  },
})

export const callOffSeriesForm = form('call-all', {
  carried: { action },
  asked: { raison: words({ most: longest.reason, long: true }) },
  words: (t) => ({
    title: t.managing.buttons.callOffSeries,
    questions: { raison: { label: t.managing.reason.label, hint: t.managing.reason.hint } },
  }),
  titled: async ({ values, services, t }) => {
    const { name, start, zone } = (await services.plans.kept(values.action)).found.action
    return t.managing.callingOffSeries(t.dates.brief(start, zone), name)
  },
})

export const partnerForm = form('partner', {
  carried: { action },
  asked: { groupe: words({ most: longestPlace }) },
  words: (t) => ({
    title: t.managing.partnerForm.title,
    questions: { groupe: { label: t.managing.partnerForm.label, hint: t.managing.partnerForm.hint } },
  }),
})

import type { ActionId, NeedId } from '../base/ids.ts'
import { form, id, optional, press, whole, words } from '../chat/index.ts'
import { flag } from './fields.ts'

const need = id<NeedId>()
const own = optional(flag)

export const takeNeed = press('take', { need, own })
export const giveNeedBack = press('give-back', { need, own })
export const showNeeds = press('needs', { action: id<ActionId>() })
export const addUsualNeeds = press('usual-needs', { action: id<ActionId>() })
export const showWanted = press('wanted', { skip: optional(whole()) })
export const takeWanted = press('take-here', { need, skip: whole() })
export const removeNeed = press('no-need', { need })

export const needsForm = form('need', {
  carried: { action: id<ActionId>() },
  asked: { besoins: words({ most: 500, long: true }) },
  words: (t) => ({
    title: t.needs.form.title,
    questions: { besoins: { label: t.needs.form.label, hint: t.needs.form.hint } },
  }),
})

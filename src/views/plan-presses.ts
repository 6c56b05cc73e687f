import type { DraftId, GroupId } from '../base/ids.ts'
import { actionKinds, audiences } from '../domain/actions/model.ts'
import { longest, mostCapacity } from '../domain/planning/model.ts'
import { choice, form, id, optional, press, whole, words, type Field } from '../chat/index.ts'

const draft = id<DraftId>()

/** As typed: what is too long is cut by whoever keeps it. */
const date = words({ most: 120 })

/** How many may come; 0: as many as want. */
const seats: Field<number> & { readonly required: true } = {
  required: true,
  read: (text) => {
    const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
    return count <= mostCapacity ? count : undefined
  },
  write: String,
}

export const pickGroup = press('plan-group', { draft, group: id<GroupId>() })
export const pickReading = press('plan-when', { draft, choice: whole() })
export const showDraft = press('plan', { draft })
export const confirmDraft = press('plan-save', { draft })
export const abandonDraft = press('plan-drop', { draft })
export const draftKinds = press('plan-kinds', { draft })
export const pickDraftKind = press('plan-kind', { draft, kind: choice(actionKinds) })
export const draftAudiences = press('plan-whos', { draft })
export const pickAudience = press('plan-who', { draft, audience: choice(audiences) })

export const planForm = form('plan-new', {
  carried: { group: id<GroupId>() },
  asked: {
    quoi: words({ most: longest.name }),
    quand: date,
    ou: optional(words({ most: longest.place })),
    description: optional(words({ long: true, most: longest.description })),
    places: optional(seats),
  },
  words: (t) => ({
    title: t.planning.form.title,
    questions: {
      quoi: t.planning.form.what,
      quand: t.planning.form.when,
      ou: t.planning.form.where,
      description: t.planning.form.description,
      places: t.planning.form.seats,
    },
  }),
})

export const dateForm = form('plan-date', {
  carried: { draft },
  asked: { quand: date },
  words: (t) => ({ title: t.planning.buttons.date, questions: { quand: t.planning.form.when } }),
})

export const placeDraftForm = form('plan-place', {
  carried: { draft },
  asked: { ou: words({ most: longest.place }) },
  words: (t) => ({ title: t.planning.buttons.place, questions: { ou: t.planning.form.where } }),
})

export const nameDraftForm = form('plan-name', {
  carried: { draft },
  asked: { nom: words({ most: longest.name }) },
  words: (t) => ({ title: t.planning.buttons.name, questions: { nom: t.planning.form.name } }),
})

export const detailsForm = form('plan-more', {
  carried: { draft },
  asked: {
    description: optional(words({ long: true, most: longest.description })),
    places: optional(seats),
  },
  words: (t) => ({
    title: t.planning.buttons.details,
    questions: { description: t.planning.form.description, places: t.planning.form.seats },
  }),
})

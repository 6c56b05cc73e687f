import type { DraftId, GroupId, ProposalId } from '../base/ids.ts'
import { longest } from '../domain/planning/model.ts'
import { form, id, optional, press, whole, words } from '../chat/index.ts'

const proposal = id<ProposalId>()
const draft = id<DraftId>()

/** That date suits whoever presses, or no more: its place. */
export const suit = press('suits', { proposal, date: whole() })
export const suitNone = press('suits-not', { proposal })
export const followProposal = press('suits-tell', { proposal })

/** For those who organise; `skip` is there when the button changes the page under it. */
export const showProposal = press('dates', { proposal })
export const planDate = press('dates-plan', { proposal, date: whole() })
export const whoCan = press('dates-who', { proposal, skip: optional(whole()) })
export const closeProposal = press('dates-close', { proposal })
/** Asks once more, then drops. */
export const askDrop = press('dates-drop', { proposal })
export const dropProposal = press('dates-dropped', { proposal })
export const repostProposal = press('dates-again', { proposal })

export const askDates = press('dates-ask', { draft })
/** Which reading of that line is meant. */
export const pickDate = press('dates-which', { draft, line: whole(), choice: whole() })

const dates = words({ long: true, most: 400 })
const until = optional(words({ most: 120 }))

/** Several dates, for what is about to be planned. */
export const datesForm = form('dates-form', {
  carried: { draft },
  asked: { dates, jusqua: until },
  words: (t) => ({
    title: t.proposals.form.title,
    questions: { dates: t.proposals.form.dates, jusqua: t.proposals.form.until },
  }),
})

export const proposeForm = form('dates-new', {
  carried: { group: id<GroupId>() },
  asked: {
    quoi: words({ most: longest.name }),
    dates,
    ou: optional(words({ most: longest.place })),
    description: optional(words({ long: true, most: longest.description })),
    jusqua: until,
  },
  words: (t) => ({
    title: t.proposals.form.title,
    questions: {
      quoi: t.planning.form.what,
      dates: t.proposals.form.dates,
      ou: t.planning.form.where,
      description: t.planning.form.description,
      jusqua: t.proposals.form.until,
    },
  }),
})

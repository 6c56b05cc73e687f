import type { ActionId, AnnouncementId, GroupId } from '../base/ids.ts'
import { longestAnnouncement, longestLine } from '../domain/announcements/model.ts'
import { instant, type Instant } from '../base/clock.ts'
import { choice, form, id, optional, press, whole, words, type Field } from '../chat/index.ts'

const announcement = id<AnnouncementId>()
const group = id<GroupId>()

export const announceAt = press('annonce', { group: optional(group) })
/** The same words in the name of another place. */
export const announceElsewhere = press('an-lieu', { announcement, group: optional(group) })
export const dos = [
  'show',
  'preview',
  'send',
  'drop',
  'agree',
  'back',
  'back-yes',
  'retry',
  'resend',
  'pause',
  'resume',
  'cut',
  'cut-yes',
  'refuse',
] as const
export const announceDo = press('an', { announcement, does: choice(dos) })
/** Which actions could stand under it. */
/** What was begun and not sent. */
export const resumeDraft = press('an-reprise', { announcement })
export const pickAction = press('an-actions', { announcement, skip: optional(whole()) })
/** That one does; none without one. */
export const joinAction = press('an-joint', { announcement, action: optional(id<ActionId>()) })
export const showRelays = press('an-chats', { announcement, skip: whole() })
export const decideRelay = press('relais', {
  announcement,
  group,
  does: choice(['relay', 'decline', 'delay']),
})
export const received = press('an-recu', { announcement, group })
/** From automatic to asked, and what happens when nobody answers. */
export const turnSay = press('say', { group, what: choice(['mode', 'otherwise']) })

/** Kept as its writer's client drew it. */
export const showTruce = press('treve', {})
/** By the instant at which it begins. */
const from: Field<Instant> & { readonly required: true } = {
  required: true,
  read: (text) => (/^\d{1,14}$/.test(text) ? instant(Number(text)) : undefined),
  write: String,
}
/** Asked once more before it is taken away. */
export const askEndTruce = press('treve-off', { from })
export const endTruce = press('treve-off-yes', { from })
export const truceForm = form('treve-set', {
  carried: {},
  asked: { quand: words({ most: 120 }) },
  words: (t) => ({
    title: t.announcements.truce.form,
    questions: { quand: { label: t.announcements.form.whenLabel, hint: t.announcements.truce.hint } },
  }),
})

const text = { ...words({ long: true, most: longestAnnouncement }), markup: true } as const

export const announceForm = form('an-write', {
  carried: { group: optional(group) },
  asked: { texte: text },
  words: (t) => ({
    title: t.announcements.form.title,
    questions: { texte: { label: t.announcements.form.label, hint: t.announcements.form.hint } },
  }),
})

export const whenForm = form('an-when', {
  carried: { announcement },
  asked: { quand: words({ most: 120 }) },
  words: (t) => ({
    title: t.announcements.form.when,
    questions: { quand: { label: t.announcements.form.whenLabel, hint: t.announcements.form.whenHint } },
  }),
})

export const redraftForm = form('an-again', {
  carried: { announcement },
  asked: { texte: text },
  words: (t) => ({
    title: t.announcements.form.again,
    questions: { texte: { label: t.announcements.form.label, hint: t.announcements.form.hint } },
  }),
})

export const correctForm = form('an-correct', {
  carried: { announcement },
  asked: { texte: text },
  words: (t) => ({
    title: t.announcements.form.correct,
    questions: { texte: { label: t.announcements.form.label, hint: t.announcements.form.correctHint } },
  }),
})

export const lineForm = form('an-line', {
  carried: { announcement, group },
  asked: { ligne: words({ most: longestLine }) },
  words: (t) => ({
    title: t.announcements.form.line,
    questions: { ligne: { label: t.announcements.form.lineLabel, hint: t.announcements.form.lineHint } },
  }),
})

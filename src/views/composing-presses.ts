import type { AnnouncementId } from '../base/ids.ts'
import { longestAlt } from '../domain/announcements/model.ts'
import { longestChoice, longestQuestion, mostChoices, readChoices } from '../domain/announcements/poll.ts'
import { choice, form, id, optional, picture, press, whole, words, type Field } from '../chat/index.ts'

const announcement = id<AnnouncementId>()

/** Under an announcement, for whoever reads it: the index of a choice. */
export const vote = press('vote', { announcement, choice: whole() })

export const turns = [
  'local',
  'thematic',
  'functional',
  'loop',
  'certified',
  'way',
  'patience',
  'no-poll',
  'no-picture',
  'no-date',
] as const
/** Shows whom a draft is for; `turn`: what changes before. */
export const compose = press('an-compose', { announcement, turn: optional(choice(turns)) })
export const lists = ['unreached', 'unlinked', 'unread'] as const
/** By name. */
export const showList = press('an-noms', { announcement, list: choice(lists), skip: whole() })
/** The preview, on another platform of theirs. */
export const previewThere = press('an-ailleurs', { announcement, on: words() })
/** `sure`: not by one tap. */
export const closePoll = press('an-clore', { announcement, sure: optional(choice(['1'])) })
/** Copies for whoever presses it, from now on or no more. */
/** On which day the week of their groups comes; 0: none. */
export const showOwnWeek = press('semaine', {})
export const pickOwnWeek = press('semaine-le', { day: whole() })
export const turnNews = press('news', { on: whole() })

const choices: Field<readonly string[]> & { readonly required: true } = {
  required: true,
  read: readChoices,
  write: (of) => of.join('\n'),
  long: true,
  most: mostChoices * (longestChoice + 1),
}

export const pollForm = form('an-poll', {
  carried: { announcement },
  asked: { question: words({ most: longestQuestion }), reponses: choices },
  words: (t) => ({
    title: t.composing.pollForm.title,
    questions: {
      question: { label: t.composing.pollForm.question, hint: t.composing.pollForm.questionHint },
      reponses: { label: t.composing.pollForm.choices, hint: t.composing.pollForm.choicesHint },
    },
  }),
})

const alt = words({ long: true, most: longestAlt })

export const pictureForm = form('an-picture', {
  carried: { announcement },
  asked: { image: picture(), description: alt },
  words: (t) => ({
    title: t.composing.pictureForm.title,
    questions: {
      image: { label: t.composing.pictureForm.image, hint: t.composing.pictureForm.imageHint },
      description: { label: t.composing.pictureForm.alt, hint: t.composing.pictureForm.altHint },
    },
  }),
})

export const altForm = form('an-alt', {
  carried: { announcement },
  asked: { description: alt },
  words: (t) => ({
    title: t.composing.describe,
    questions: {
      description: { label: t.composing.pictureForm.alt, hint: t.composing.pictureForm.altHint },
    },
  }),
})

export const placesForm = form('an-places', {
  carried: { announcement },
  asked: { lieux: optional(words({ most: 300 })) },
  words: (t) => ({
    title: t.composing.placesForm.title,
    questions: { lieux: { label: t.composing.placesForm.label, hint: t.composing.placesForm.hint } },
  }),
})

import type { Instant } from '../src/base/clock.ts'
import { lines, type Rich } from '../src/base/rich.ts'
import { dayOf, paris } from '../src/base/zones.ts'
import { command, optional, type Message, type Reply } from '../src/chat/index.ts'
import type { Answered } from '../src/domain/actions/service.ts'
import type { Answer } from '../src/domain/actions/model.ts'
import { spotLostDay } from '../src/domain/actions/lost-day.ts'
import { daysOf, writeWhen, type When } from '../src/domain/actions/when.ts'
import { actionPage, actionsHome, actionsPage, kindsPage } from '../src/views/actions.ts'
import { notedWords, unheardWords } from '../src/views/answered.ts'
import { kindField, placeField, whenField } from '../src/views/fields.ts'
import { areaOf, forThemAlone, readsAlone, type Here } from '../src/views/here.ts'
import { waysPage } from '../src/views/pages.ts'
import { goneArea, placePage } from '../src/views/places.ts'
import { attend, listActions, pickKind, showAction, showEverybody } from '../src/views/presses.ts'

/** One thing is said, then what follows from it. */
const after = async (first: Message, then: Reply | Promise<Reply>): Promise<Reply> => {
  const next = await then
  return [first, ...('text' in next ? [next] : next)]
}

/** Only a date with its year can be over. */
const isOver = (when: When, now: Instant): boolean => {
  const today = dayOf(now, paris)
  return daysOf(when, today).to < today
}

export const actions = command({
  name: 'actions',
  fields: { lieu: optional(placeField), quand: optional(whenField), type: optional(kindField) },
  run: ({ values: { lieu, quand, type }, ...here }) => {
    const over = quand && isOver(quand, here.now)
    const filters = { ...(quand && !over && { when: quand }), ...(type && { kind: type }) }
    const lost = lieu === undefined || quand ? undefined : spotLostDay(lieu)
    const asked = lost ? lost.rest : lieu
    const said = over ? writeWhen(quand) : lost?.value
    const pages = asked
      ? placePage(here, asked, { to: 'actions', alone: readsAlone(here), ...filters })
      : actionsHome(here, filters)
    return said === undefined
      ? pages
      : after(forThemAlone(here, { text: here.t.actions.lostDay(said) }), pages)
  },
})

export const actionsPressed = listActions.does(({ values: { area, skip, own, ...filters }, ...here }) => {
  const page = { ...filters, ...(skip !== undefined && { skip }) }
  if (area === undefined) return actionsHome(here, page)
  const where = areaOf(here, area)
  const alone = readsAlone(here, own)
  return where ? actionsPage(here, { ...page, where, alone }) : goneArea(here, { to: 'actions', alone })
})

export const kindsPressed = pickKind.does(({ values, ...here }) => kindsPage(here, values))

const unknown = (here: Here): Message => waysPage(here, here.t.refusals['action-unknown']({}))

export const actionPressed = showAction.does(async ({ values: { action, own }, ...here }) => {
  const found = await here.services.actions.found(action)
  return found ? actionPage(here, found, readsAlone(here, own)) : unknown(here)
})

export const shownToEverybody = showEverybody.does(async ({ values: { action }, ...here }) => {
  const found = await here.services.actions.found(action)
  return found
    ? [{ text: here.t.actions.shown, aside: true }, await actionPage(here, found, false)]
    : unknown(here)
})

/** One reader: their card says it all. A chat of many: the card counts, and only whoever pressed hears what is noted. */
const reply = async (
  here: Here,
  answer: Answer,
  { found, introducedAs, confirmed }: Answered,
  alone: boolean,
): Promise<Reply> => {
  const { t, can } = here
  const card: Message = { ...(await actionPage(here, found, alone)), instead: true }
  const unheard = can.knocks && (introducedAs !== undefined || here.person.closed)
  const shut = !can.knocks && here.person.closed && answer !== 'no' ? t.actions.closedDoor : undefined
  if (!alone)
    return [
      {
        text: lines(
          unheard ? unheardWords(t, answer, found) : notedWords(t, answer, found, confirmed),
          introducedAs === undefined ? undefined : t.actions.introducedBriefly,
          shut,
        ),
        aside: true,
      },
      card,
    ]
  return [
    ...(can.asides ? [] : [{ text: notedWords(t, answer, found, confirmed), aside: true } as const]),
    card,
    ...(introducedAs === undefined ? [] : [forThemAlone(here, { text: t.actions.introduced(introducedAs) })]),
    ...(shut ? [{ text: shut, aside: true } as const] : []),
  ]
}

const already = ({ t }: Here, answer: Answer, { found: { action, standing } }: Answered): Rich => {
  if (standing?.is !== 'waiting') return t.actions.already(answer)
  return action.picks ? t.answers.signedUp : t.answers.waits(standing.place)
}

export const attended = attend.does(async ({ values: { action, answer, own }, ...here }) => {
  const answered = await here.services.actions.answer(action, answer)
  return !answered.changed && answered.introducedAs === undefined
    ? { text: already(here, answer, answered), aside: true }
    : reply(here, answer, answered, readsAlone(here, own))
})

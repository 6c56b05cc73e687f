import { paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { ActionId } from '../base/ids.ts'
import type { Message } from '../chat/index.ts'
import type { Comer } from '../domain/answers/model.ts'
import { forThemAlone, inRows, page, rows, type Here } from './here.ts'
import { chooseComer, pickChosen, pickComer, showAction, takeOff, whoComes } from './presses.ts'

export const comersPerPage = 20

type Head = 'yes' | 'waiting' | 'maybe' | 'no'

const headOf = ({ answer, standing }: Comer): Head => (standing?.is === 'waiting' ? 'waiting' : answer)

const heads: readonly Head[] = ['yes', 'waiting', 'maybe', 'no']

const canLeave = ({ answer }: Comer): boolean => answer !== 'no'

/** Names a page of buttons has room for, besides those that turn it. */
const namesPerPage = 8

/** Whom to take off the list: for those who organise, and for their eyes only. */
export const takeOffPage = async (here: Here, action: ActionId, skip?: number): Promise<Message> => {
  const { t, services } = here
  const at = skip ?? 0
  const { comers } = await services.attendance.comers(action, { skip: at, take: namesPerPage + 1 }, 'again')
  const names = comers
    .slice(0, namesPerPage)
    .filter(canLeave)
    .map(({ person, name }) => takeOff.button(clip(name ?? t.answers.takeOff.noName, 40), { action, person }))
  return forThemAlone(here, {
    text: names.length > 0 ? t.answers.takeOff.choose : t.answers.takeOff.none,
    instead: true,
    ...rows(...inRows(names, 2), [
      ...(comers.length > namesPerPage
        ? [pickComer.button(t.actions.later, { action, skip: at + namesPerPage })]
        : []),
      whoComes.button(t.answers.buttons.who, { action, skip: 0 }),
    ]),
  })
}

/** Whom to choose among those who signed up, the first first. */
export const choosePage = async (
  here: Here,
  action: ActionId,
  { skip: at = 0, said }: { readonly skip?: number; readonly said?: Rich } = {},
): Promise<Message> => {
  const { t, services } = here
  const { comers } = await services.attendance.comers(
    action,
    { skip: at, take: namesPerPage + 1, only: 'waiting' },
    'again',
  )
  const names = comers
    .slice(0, namesPerPage)
    .map(({ person, name }) =>
      chooseComer.button(clip(name ?? t.answers.takeOff.noName, 40), { action, person }),
    )
  return forThemAlone(here, {
    text: paragraphs(said, names.length > 0 ? t.answers.chooseWhom : t.answers.nobodyWaits),
    instead: true,
    ...rows(...inRows(names, 2), [
      ...(at > 0
        ? [pickChosen.button(t.actions.earlier, { action, skip: Math.max(0, at - namesPerPage) })]
        : []),
      ...(comers.length > namesPerPage
        ? [pickChosen.button(t.actions.later, { action, skip: at + namesPerPage })]
        : []),
      whoComes.button(t.answers.buttons.who, { action, skip: 0 }),
    ]),
  })
}

/** Names, guests and notes: for those who organise, and for their eyes only. */
export const comersPage = async (here: Here, action: ActionId, skip?: number): Promise<Message> => {
  const { t, services } = here
  const at = skip ?? 0
  // Whoever turns its pages, or comes back to it, is still at the same look.
  const { found, comers, arrived, forgotten } = await services.attendance.comers(
    action,
    { skip: at, take: comersPerPage + 1 },
    skip === undefined ? undefined : 'again',
  )
  const shown = comers.slice(0, comersPerPage)
  const { yes, maybe, no, waiting = 0 } = found.counts
  const totals: Readonly<Record<Head, number>> = { yes, maybe, no, waiting }
  const { none, forgotten: longAgo } = t.answers.who
  const listed = heads.flatMap((head): readonly Rich[] => {
    const those = shown.filter((each) => headOf(each) === head)
    if (those.length === 0) return []
    const lines = those.map(({ name, guests, note }) =>
      t.answers.who.line(
        name === undefined ? undefined : clip(name, 40),
        guests,
        note === undefined ? undefined : clip(note, 60),
      ),
    )
    return [t.answers.who.list(t.answers.who.head(head, totals[head]), lines)]
  })
  return page(
    forThemAlone(here, {
      text: paragraphs(
        t.answers.who.heading(clip(found.action.name, 90)),
        arrived && t.answers.who.arrived(arrived),
        ...(listed.length > 0 ? listed : [forgotten ? longAgo : none]),
        t.answers.who.private,
      ),
      kept: true,
      ...rows(
        [
          ...(at > 0
            ? [whoComes.button(t.actions.earlier, { action, skip: Math.max(0, at - comersPerPage) })]
            : []),
          ...(comers.length > comersPerPage
            ? [whoComes.button(t.actions.later, { action, skip: at + comersPerPage })]
            : []),
        ],
        [
          ...(found.action.picks ? [pickChosen.button(t.answers.choose, { action }, 'primary')] : []),
          ...(shown.some(canLeave) ? [pickComer.button(t.answers.buttons.takeOff, { action })] : []),
          showAction.button(t.answers.buttons.back, {
            action,
            ...(here.place.kind !== 'private' && { own: true as const }),
          }),
        ],
      ),
    }),
    skip,
  )
}

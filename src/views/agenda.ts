import { lines, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Button, Message } from '../chat/index.ts'
import { forThemAlone, inRows, ownIn, page, rows, type Here } from './here.ts'
import { showWanted } from './needs-presses.ts'
import { listActions, listGroups, placeForm, showAction, showAgenda, showCalendars } from './presses.ts'

export const answersPerPage = 4
const mostGroups = 6

/** What somebody answered, and what became of it since. */
export const answered = ({ t }: Here, { action, answer }: ActionFound): Rich => {
  switch (action.state) {
    case 'planned':
      return t.agenda.line(action.name, answer)
    case 'cancelled':
      return t.agenda.cancelledLine(action.name)
    case 'withdrawn':
      return t.agenda.withdrawnLine(action.name)
  }
}

export const startOf = ({ t, now }: Here, { action }: ActionFound): string =>
  t.dates.start(action.start, action.zone, now)

const named = (groups: readonly { readonly name: string }[]) => ({
  names: groups.slice(0, mostGroups).map(({ name }) => clip(name, 60)),
  others: Math.max(0, groups.length - mostGroups),
})

const groupsLine = async ({ t, services }: Here): Promise<Rich> => {
  const joined = named(await services.groups.mine())
  if (joined.names.length > 0) return t.agenda.groups(joined.names, joined.others)
  const { names, others } = named(await services.plans.groups())
  return names.length === 0 ? t.agenda.noGroups : t.agenda.looksAfter(names, others)
}

/** The coming actions that somebody answered, and their groups: for their eyes only. */
export const agendaPage = async (here: Here, skip?: number): Promise<Message> => {
  const { t, services } = here
  const all = await services.actions.mine()
  const at = skip ?? 0
  const shown = all.slice(at, at + answersPerPage)
  const own = ownIn(here, true)
  const open = shown.map(({ action }): Button =>
    showAction.button(clip(action.name, 32), { action: action.id, ...own }),
  )
  const none = at > 0 ? t.agenda.noMore : lines(t.agenda.empty, t.agenda.emptyNext)
  return page(
    forThemAlone(here, {
      text: paragraphs(
        t.agenda.heading,
        ...(shown.length > 0
          ? shown.map((found) => lines(answered(here, found), startOf(here, found)))
          : [none]),
        await groupsLine(here),
      ),
      ...rows(
        ...inRows(open, 2),
        [
          ...(at > 0
            ? [showAgenda.button(t.actions.earlier, { skip: Math.max(0, at - answersPerPage) })]
            : []),
          ...(at + answersPerPage < all.length
            ? [showAgenda.button(t.actions.later, { skip: at + answersPerPage })]
            : []),
        ],
        [
          listGroups.button(t.agenda.myGroups, {}),
          all.length > 0
            ? listActions.button(t.actions.see, own)
            : placeForm.button(t.actions.find, { to: 'actions' }),
        ],
        [
          showWanted.button(t.needs.wanted, {}),
          ...(services.calendars.there ? [showCalendars.button(t.calendars.buttons.mine, {})] : []),
        ],
      ),
    }),
    skip,
  )
}

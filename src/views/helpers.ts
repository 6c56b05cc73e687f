import { paragraphs } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { ActionId } from '../base/ids.ts'
import type { Message } from '../chat/index.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'
import { askHelpers, manageAction, nameHelper, removeHelper } from './manage-presses.ts'

const perPage = 4
const mostHelpers = 4

/** Whoever looks after one action beside its organisers, and whom one could name among those who come. */
export const helpersPage = async (
  here: Here,
  action: ActionId,
  { skip, again }: { readonly skip?: number; readonly again?: 'again' } = {},
): Promise<Message> => {
  const at = skip ?? 0
  const { t, services } = here
  const named = await services.plans.helpers(action)
  const { comers } = await services.attendance.comers(
    action,
    { skip: at, take: perPage + 1 },
    skip === undefined ? again : 'again',
  )
  const known = new Set([...named.map(({ person }) => person), services.people.known()])
  const others = comers
    .slice(0, perPage)
    .filter(({ person, standing }) => standing?.is === 'seated' && !known.has(person))
  const called = ({ name }: { readonly name?: string }): string => clip(name ?? t.managing.unnamed, 32)
  return forThemAlone(here, {
    text: paragraphs(
      t.managing.helpers(named.map(called)),
      named.length + others.length === 0 ? t.managing.noComers : undefined,
    ),
    ...rows(
      ...inRows(
        others.map((each) => nameHelper.button(called(each), { action, person: each.person })),
        2,
      ),
      ...inRows(
        named
          .slice(0, mostHelpers)
          .map((each) =>
            removeHelper.button(t.managing.removeHelper(called(each)), { action, person: each.person }),
          ),
        2,
      ),
      [
        ...(at > 0
          ? [askHelpers.button(t.actions.earlier, { action, skip: Math.max(0, at - perPage) })]
          : []),
        ...(comers.length > perPage
          ? [askHelpers.button(t.actions.later, { action, skip: at + perPage })]
          : []),
        manageAction.button(t.managing.buttons.backTo, { action }),
      ],
    ),
    kept: true,
    instead: true,
  })
}

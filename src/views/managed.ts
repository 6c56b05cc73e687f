import type { ActionId } from '../base/ids.ts'
import { lines, paragraphs } from '../base/rich.ts'
import type { Button, Message } from '../chat/index.ts'
import type { Managed } from '../domain/planning/model.ts'
import { forThemAlone, inRows, page, rows, type Here } from './here.ts'
import { listDates, listManaged, manageAction } from './manage-presses.ts'
import { waysPage } from './pages.ts'
import { proposalButtons } from './proposals.ts'

const perPage = 6
const datesPerPage = 8
const mostProposals = 3

const entryButton = ({ t }: Here, { action, others }: Managed, rank: number): Button => {
  const words = t.managing.pick(rank, t.dates.brief(action.start, action.zone), action.name, others)
  const of = { action: action.id }
  return others === 0 ? manageAction.button(words, of) : listDates.button(words, { ...of, skip: 0 })
}

/** What whoever asks may manage, the soonest first; a series once. */
export const managedPage = async (here: Here, skip?: number): Promise<Message> => {
  const { t, services, now } = here
  const at = skip ?? 0
  const found = await services.plans.managed({ skip: at, take: perPage + 1 })
  const shown = found.slice(0, perPage)
  const proposed = proposalButtons(t, await services.proposals.open(mostProposals))
  if (shown.length === 0 && proposed.length === 0 && (await services.rights.mine()).length === 0)
    return waysPage(here, t.managing.noRole)
  if (shown.length === 0)
    return page(
      forThemAlone(here, {
        text: proposed.length === 0 ? t.managing.nothing : t.managing.nothingYet,
        ...rows(proposed),
      }),
      skip,
    )
  const message: Message = {
    text: paragraphs(
      t.managing.heading,
      ...shown.map(({ action, others }, index) =>
        lines(
          t.managing.line(at + index + 1, action.name),
          t.dates.start(action.start, action.zone, now),
          others === 0 ? undefined : t.managing.others(others),
        ),
      ),
    ),
    ...rows(
      ...inRows(
        shown.map((each, index) => entryButton(here, each, at + index + 1)),
        2,
      ),
      [
        ...(at > 0 ? [listManaged.button(t.managing.earlier, { skip: Math.max(0, at - perPage) })] : []),
        ...(found.length > perPage ? [listManaged.button(t.managing.more, { skip: at + perPage })] : []),
      ],
      proposed,
    ),
  }
  return page(forThemAlone(here, message), skip)
}

/** The dates of the series to which an action belongs. */
export const datesPage = async (here: Here, of: ActionId, at: number): Promise<Message> => {
  const { t, services, now } = here
  const found = await services.plans.dates(of, { skip: at, take: datesPerPage + 1 })
  const shown = found.slice(0, datesPerPage)
  const { name } = (await services.plans.kept(of)).found.action
  const message: Message = {
    text: paragraphs(
      t.managing.ofSeries(name),
      lines(
        ...shown.map(({ action }, index) => {
          const when = t.dates.start(action.start, action.zone, now)
          const rank = at + index + 1
          return action.name === name
            ? t.managing.dateAt(rank, when)
            : t.managing.dateNamed(rank, when, action.name)
        }),
      ),
    ),
    ...rows(
      ...inRows(
        shown.map(({ action }, index) =>
          manageAction.button(t.managing.dateAt(at + index + 1, t.dates.brief(action.start, action.zone)), {
            action: action.id,
          }),
        ),
        2,
      ),
      [
        ...(at > 0
          ? [listDates.button(t.managing.earlier, { action: of, skip: Math.max(0, at - datesPerPage) })]
          : []),
        ...(found.length > datesPerPage
          ? [listDates.button(t.managing.more, { action: of, skip: at + datesPerPage })]
          : []),
        listManaged.button(t.managing.buttons.back, { skip: 0 }),
      ],
    ),
  }
  return page(forThemAlone(here, message), at)
}

import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import type { Wanted } from '../domain/needs/service.ts'
import { forThemAlone, inRows, page, rows, type Here } from './here.ts'
import { needWords } from './needs-card.ts'
import { showWanted, takeWanted } from './needs-presses.ts'
import { listGroups, showAgenda } from './presses.ts'

const perPage = 6

const missing = ({ t }: Here, { need, found }: Wanted): string =>
  needWords(need, found, t, need.wanted - need.taken)

/** What is missing, action by action, the soonest first. */
const listed = (here: Here, shown: readonly Wanted[]): readonly Rich[] => {
  const { t, now } = here
  const actions = [...new Set(shown.map(({ found }) => found.action))]
  return actions.map((action) =>
    lines(
      t.needs.wantedOf(action.name, t.dates.start(action.start, action.zone, now)),
      ...shown.flatMap((each, at) =>
        each.found.action === action ? [t.needs.wantedItem(at + 1, missing(here, each))] : [],
      ),
    ),
  )
}

/** What whoever asks can take, over all that their groups plan: one tap takes one. */
export const wantedPage = async (here: Here, skip?: number, said?: Rich): Promise<Message> => {
  const { t, services } = here
  const at = skip ?? 0
  const all = await services.needs.wanted({ skip: at, take: perPage + 1 })
  const shown = all.slice(0, perPage)
  const joined = shown.length > 0 || (await services.groups.mine()).length > 0
  return page(
    forThemAlone(here, {
      text: paragraphs(
        said,
        t.needs.wantedHeading,
        ...(shown.length === 0 ? [joined ? t.needs.wantedNone : t.agenda.noGroups] : listed(here, shown)),
      ),
      ...rows(
        ...inRows(
          shown.map(({ need }, index) =>
            takeWanted.button(t.needs.takeAt(index + 1, need.words), { need: need.id, skip: at }),
          ),
          2,
        ),
        [
          ...(at > 0 ? [showWanted.button(t.needs.earlier, { skip: Math.max(0, at - perPage) })] : []),
          ...(all.length > perPage ? [showWanted.button(t.needs.more, { skip: at + perPage })] : []),
          joined ? showAgenda.button(t.agenda.mine, {}) : listGroups.button(t.groups.find, {}, 'primary'),
        ],
      ),
    }),
    skip,
  )
}

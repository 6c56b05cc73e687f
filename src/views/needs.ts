import type { ActionId } from '../base/ids.ts'
import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'
import { manageAction } from './manage-presses.ts'
import { needWords } from './needs-card.ts'
import { addUsualNeeds, needsForm, removeNeed } from './needs-presses.ts'

const mostButtons = 6

/** What an action lacks and who brings what: for those who manage it. */
export const needsPage = async (here: Here, action: ActionId, said?: Rich): Promise<Message> => {
  const { t, services } = here
  const { found } = await services.plans.kept(action)
  const needs = await services.needs.of(action)
  const takers = await services.needs.takers(action)
  const names = (id: string): string =>
    takers
      .filter(({ need }) => need === id)
      .map(({ name }) => name ?? t.managing.unnamed)
      .join(', ')
  const all = needs.map((need) =>
    t.needs.line(needWords(need, found, t, 1), need.taken, need.wanted, names(need.id)),
  )
  const usual = (needs.length === 0 && t.needs.usual[found.action.kind]) || ''
  return forThemAlone(here, {
    text: paragraphs(
      said,
      t.needs.heading(found.action.name),
      all.length === 0 ? t.needs.none : lines(...all),
      usual === '' ? undefined : t.needs.usually(usual),
    ),
    ...rows(
      usual === '' ? [] : [addUsualNeeds.button(t.needs.addUsual, { action }, 'success')],
      [needsForm.button(t.needs.add, { action }, 'primary')],
      ...inRows(
        needs
          .slice(0, mostButtons)
          .map(({ id, words }) => removeNeed.button(t.needs.remove(words), { need: id })),
        2,
      ),
      [manageAction.button(t.managing.buttons.backTo, { action })],
    ),
  })
}

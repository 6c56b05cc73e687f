import { command } from '../src/chat/index.ts'
import { lines, paragraphs } from '../src/base/rich.ts'
import { given } from '../src/base/given.ts'
import { forThemAlone, rows } from '../src/views/here.ts'
import { totalsHome, totalsPage } from '../src/views/outcomes.ts'
import { fillOutcome, showTotals } from '../src/views/presses.ts'

/** Three lines to paste where the movement keeps its reports. */
export const outcomeFilled = fillOutcome.does(
  async ({ values: { action: id, personnes, tracts, portes, contacts }, ...here }) => {
    const { t, services } = here
    const outcome = given({ people: personnes, tracts, doors: portes, contacts })
    const { action, group } = await services.outcomes.keep(id, outcome)
    return forThemAlone(here, {
      text: paragraphs(
        t.outcomes.saved,
        lines(t.outcomes.lines(action.name, t.dates.short(action.start, action.zone), outcome)),
      ),
      ...rows([
        ...(action.url === undefined ? [] : [{ label: t.outcomes.page, url: action.url }]),
        ...(group === undefined ? [] : [showTotals.button(t.outcomes.year, { group })]),
      ]),
    })
  },
)

export const bilan = command({
  name: 'bilan',
  fields: {},
  for: 'animators',
  aside: true,
  run: (here) => totalsHome(here),
})

export const totalsShown = showTotals.does(({ values: { group }, ...here }) => totalsPage(here, group))

import { later, day } from '../base/clock.ts'
import { bold, lines, paragraphs } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { GroupId } from '../base/ids.ts'
import type { Button, Message } from '../chat/index.ts'
import { barChart } from './chart.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'
import { fillOutcome, showTotals } from './presses.ts'

const since = 365 * day
const mostMonths = 12
const mostGroups = 6
/** As many as any platform has. */
const mostRows = 5

/** A year of a group or a department in numbers, and as a picture. */
export const totalsPage = async (here: Here, of: GroupId): Promise<Message> => {
  const { t, services, now } = here
  const { name, months: all } = await services.outcomes.totals(of, later(now, -since))
  const months = all.slice(-mostMonths)
  if (months.length === 0)
    return forThemAlone(here, { text: paragraphs(bold(clip(name, 90)), t.outcomes.nothing) })
  const text = lines(...months.map((month) => t.outcomes.month(t.dates.month(month.month), month)))
  return forThemAlone(here, {
    text: paragraphs(t.outcomes.totals(clip(name, 90)), text),
    image: {
      png: barChart(months.map(({ month, people }) => ({ label: month.slice(5), value: people }))),
      alt: t.outcomes.alt(
        clip(name, 90),
        months.map(({ month, people }) => t.outcomes.bar(t.dates.month(month), people)),
      ),
    },
  })
}

/** What is over and was not counted is offered with it. */
const withUncounted = async (here: Here, message: Message): Promise<Message> => {
  const { t, services } = here
  const room = mostRows - (message.rows?.length ?? 0)
  const uncounted = await services.outcomes.uncounted(room)
  if (uncounted.length === 0) return message
  const buttons = uncounted.map(({ id, name, start, zone }) => [
    fillOutcome.button(t.outcomes.count(t.dates.brief(start, zone), name), { action: id }),
  ])
  return {
    ...message,
    text: paragraphs(message.text, t.outcomes.uncounted),
    ...rows(...buttons, ...(message.rows ?? [])),
  }
}

/** The groups and loops whose numbers whoever asks may see. */
export const totalsHome = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const groups = await services.rights.groupsFor('manage')
  const [only] = groups
  if (!only) return forThemAlone(here, { text: t.outcomes.forOrganisers })
  if (groups.length === 1) return withUncounted(here, await totalsPage(here, only.id))
  const buttons = groups
    .slice(0, mostGroups)
    .map(({ id, name }): Button => showTotals.button(t.groups.short(name, 40), { group: id }))
  return withUncounted(here, forThemAlone(here, { text: t.outcomes.choose, ...rows(...inRows(buttons, 2)) }))
}

import { lines, paragraphs } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { Message } from '../chat/index.ts'
import { forThemAlone, rows, type Here } from './here.ts'
import { renewCalendar, revokeCalendar, showAgenda } from './presses.ts'

const mostGroups = 6
const mostDepartments = 3

/** The addresses of calendars, for the eyes of whoever asks only. */
export const calendarsPage = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const back = showAgenda.button(t.agenda.mine, {})
  const mine = services.calendars.there ? await services.calendars.mine() : undefined
  if (mine === undefined) return forThemAlone(here, { text: t.calendars.none, rows: [[back]] })
  const joined = await services.groups.mine()
  const groups = joined.slice(0, mostGroups).flatMap(({ id, name }) => {
    const address = services.calendars.ofGroup(id)
    return address === undefined ? [] : [t.calendars.ofGroup(clip(name, 60), address)]
  })
  const codes = new Set(joined.flatMap(({ department }) => department ?? []))
  const departments = [...codes].slice(0, mostDepartments).flatMap((code) => {
    const address = services.calendars.ofDepartment(code)
    return address === undefined ? [] : [t.calendars.ofDepartment(code, address)]
  })
  return forThemAlone(here, {
    text: paragraphs(t.calendars.secret(mine), t.calendars.keep, lines(...groups, ...departments)),
    ...rows(
      [
        renewCalendar.button(t.calendars.buttons.renew, {}),
        revokeCalendar.button(t.calendars.buttons.revoke, {}, 'danger'),
      ],
      [back],
    ),
  })
}

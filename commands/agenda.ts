import { command } from '../src/chat/index.ts'
import { agendaPage } from '../src/views/agenda.ts'
import { showAgenda } from '../src/views/presses.ts'

export const agenda = command({
  name: 'agenda',
  fields: {},
  aside: true,
  run: (here) => agendaPage(here),
})

export const agendaPressed = showAgenda.does(({ values: { skip }, ...here }) => agendaPage(here, skip))

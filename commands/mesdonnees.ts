import { command } from '../src/chat/index.ts'
import { showKept } from '../src/views/presses.ts'
import { keptPages } from '../src/views/settings.ts'

export const mesdonnees = command({
  name: 'mesdonnees',
  fields: {},
  aside: true,
  run: (here) => keptPages(here),
})

export const keptPressed = showKept.does((here) => keptPages(here))

import { command } from '../src/chat/index.ts'
import { helpPage } from '../src/views/pages.ts'
import { showHelp } from '../src/views/presses.ts'

export const aide = command({
  name: 'aide',
  alias: ['help'],
  fields: {},
  aside: true,
  run: (here) => helpPage(here),
})

export const helpPressed = showHelp.does((here) => helpPage(here))

import { command } from '../src/chat/index.ts'
import { journalHome, journalPage } from '../src/views/journal.ts'
import { whereOf } from '../src/views/team.ts'
import { showJournal } from '../src/views/team-presses.ts'

export const journal = command({
  name: 'journal',
  fields: {},
  for: 'animators',
  aside: true,
  run: (here) => journalHome(here),
})

export const journalPressed = showJournal.does(({ values: { place, skip }, ...here }) =>
  journalPage(here, whereOf(place), skip),
)

import { command, listener } from '../src/chat/index.ts'
import { waysPage } from '../src/views/pages.ts'

/** What waits for an answer is left before this runs: {@link leftDialogue} tells. */
export const annuler = command({
  name: 'annuler',
  alias: ['cancel'],
  fields: {},
  aside: true,
  run: (here) => waysPage(here, here.t.dialogue.nothing),
})

export const leftDialogue = listener('left-dialogue', ({ values: { was }, ...here }) =>
  waysPage(here, was ? here.t.dialogue.left : here.t.dialogue.nothing),
)

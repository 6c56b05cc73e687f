import { lengthen, readCode, type ActionId, type GroupId } from '../src/base/ids.ts'
import { command, optional, words, type Reply } from '../src/chat/index.ts'
import { actionPage } from '../src/views/actions.ts'
import { groupPage } from '../src/views/groups.ts'
import type { Here } from '../src/views/here.ts'
import { waysPage, welcomePage } from '../src/views/pages.ts'
import { offerPage } from '../src/views/team.ts'

/** `g` or `a`, then a shortened id. */
const behind = async (here: Here, link: string): Promise<Reply> => {
  const id = lengthen(link.slice(1))
  const code = link.startsWith('i') ? readCode(link.slice(1)) : undefined
  if (code !== undefined) return offerPage(here, code, await here.services.team.offer(code))
  if (link.startsWith('g') && id !== undefined) {
    const found = await here.services.groups.found(id as GroupId)
    if (found) return groupPage(here, found)
  }
  if (link.startsWith('a') && id !== undefined) {
    const found = await here.services.actions.found(id as ActionId)
    if (found) return actionPage(here, found, true)
  }
  return waysPage(here, here.t.welcome.expired)
}

export const start = command({
  name: 'start',
  fields: { lien: optional(words({ most: 64 })) },
  aside: true,
  run: ({ values: { lien }, ...here }) => {
    // Links to commands have led there already.
    return lien === undefined || lien === 'bonjour' ? welcomePage(here) : behind(here, lien)
  },
})

import { lengthen, readCode, type ActionId, type GroupId } from '../src/base/ids.ts'
import { command, optional, words, type Reply } from '../src/chat/index.ts'
import { actionPage, actionsHome } from '../src/views/actions.ts'
import { agendaPage } from '../src/views/agenda.ts'
import { groupPage, groupsHome } from '../src/views/groups.ts'
import type { Here } from '../src/views/here.ts'
import { helpPage, waysPage, welcomePage } from '../src/views/pages.ts'
import { linkStart } from '../src/views/links.ts'
import { settingsPage } from '../src/views/settings.ts'
import { offerPage } from '../src/views/team.ts'

/** Links of one word, as posters and other messages carry them. */
const doors: Readonly<Record<string, (here: Here) => Reply | Promise<Reply>>> = {
  bonjour: welcomePage,
  aide: (here) => helpPage(here),
  groupes: groupsHome,
  actions: (here) => actionsHome(here, {}),
  agenda: (here) => agendaPage(here),
  lier: (here) => linkStart(here),
  reglages: (here) => settingsPage(here, undefined, here.person.name),
}

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
    if (lien === undefined) return welcomePage(here)
    const door = Object.hasOwn(doors, lien) ? doors[lien] : undefined
    return door ? door(here) : behind(here, lien)
  },
})

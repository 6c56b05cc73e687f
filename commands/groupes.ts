import { command, optional, type Message, type Reply } from '../src/chat/index.ts'
import type { Rich } from '../src/base/rich.ts'
import { placeField } from '../src/views/fields.ts'
import { groupPage, groupsAfter, groupsHome, groupsPage, myGroupsPage } from '../src/views/groups.ts'
import { areaOf, forThemAlone, type Here } from '../src/views/here.ts'
import { waysPage } from '../src/views/pages.ts'
import { goneArea, placePage } from '../src/views/places.ts'
import { askMe, joinGroup, leaveGroup, listGroups, showGroup } from '../src/views/presses.ts'

export const groupes = command({
  name: 'groupes',
  fields: { lieu: optional(placeField) },
  aside: true,
  run: ({ values: { lieu }, ...here }) =>
    lieu === undefined ? groupsHome(here) : placePage(here, lieu, { to: 'groups', alone: true }),
})

export const groupsPressed = listGroups.does(({ values: { area, skip }, ...here }) => {
  if (area === undefined) return skip === undefined ? groupsHome(here) : myGroupsPage(here, skip)
  const known = areaOf(here, area)
  return known ? groupsPage(here, known, skip) : goneArea(here, { to: 'groups', alone: true })
})

export const groupPressed = showGroup.does(async ({ values: { group }, ...here }) => {
  const found = await here.services.groups.found(group)
  return found ? groupPage(here, found) : waysPage(here, here.t.refusals['group-unknown']({}))
})

/** A list that has changed says enough where a word beside it would be one more message. */
const said = (here: Here, words: Rich, list: Message | undefined): Reply => {
  if (!list) return { text: words, aside: true }
  return here.can.asides ? list : [{ text: words, aside: true }, list]
}

export const joined = joinGroup.does(async ({ values, ...here }) => {
  const { t, services } = here
  const { group, was } = await services.groups.join(values.group)
  switch (was) {
    case 'joined': {
      const words = group.kind === 'loop' ? t.groups.nowFollowed(group.name) : t.groups.nowIn(group.name)
      return said(here, words, await groupsAfter(here, values))
    }
    case 'already':
      return forThemAlone(here, { text: t.groups.alreadyIn(group.name), aside: true })
  }
})

export const askedOf = askMe.does(async ({ values: { group, on }, ...here }) => {
  await here.services.groups.ask(group, on === 1)
  const found = await here.services.groups.found(group)
  return found ? { ...groupPage(here, found), instead: true } : []
})

export const left = leaveGroup.does(async ({ values, ...here }) => {
  const { t, services } = here
  const { group, was } = await services.groups.leave(values.group)
  switch (was) {
    case 'left':
      return said(here, t.groups.nowOut(group.name), await groupsAfter(here, values))
    case 'absent':
      return { text: t.groups.alreadyOut(group.name), aside: true }
  }
})

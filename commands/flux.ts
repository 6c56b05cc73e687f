import { command, optional, words } from '../src/chat/index.ts'
import { followForm, leaveCalendar, showFollows } from '../src/views/follow-presses.ts'
import { followsHome, followsPage } from '../src/views/follows.ts'

export const flux = command({
  name: 'flux',
  fields: { adresse: optional(words({ most: 300 })) },
  for: 'animators',
  aside: true,
  run: async ({ values: { adresse }, ...here }) => {
    const { t, services } = here
    const [only, ...others] = await services.rights.groupsFor('follow')
    // With several groups, nobody guesses which one was meant.
    if (adresse === undefined || !only || others.length > 0) return followsHome(here)
    return followsPage(here, only.id, t.follows.added(await services.follows.follow(only.id, adresse)))
  },
})

export const followsShown = showFollows.does(({ values: { group }, ...here }) => followsPage(here, group))

export const followed = followForm.does(async ({ values: { group, adresse }, ...here }) => {
  const { t, services } = here
  return followsPage(here, group, t.follows.added(await services.follows.follow(group, adresse)))
})

export const calendarLeft = leaveCalendar.does(async ({ values: { follow }, ...here }) => {
  const { t, services } = here
  const { group } = await services.follows.leave(follow)
  return { ...(await followsPage(here, group, t.follows.left)), instead: true }
})

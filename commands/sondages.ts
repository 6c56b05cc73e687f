import { announceDo } from '../src/views/announcement-presses.ts'
import { accountPage, inItsPlace } from '../src/views/announcement-account.ts'
import { closePoll, pickOwnWeek, showOwnWeek, turnNews, vote } from '../src/views/composing-presses.ts'
import { forThemAlone } from '../src/views/here.ts'
import { ownWeekPage } from '../src/views/week.ts'

/** Only whoever answered is told; the others see nothing of it. */
export const voted = vote.does(async ({ values: { announcement, choice }, t, services }) => {
  const { was, choice: words } = await services.announcements.vote(announcement, choice)
  switch (was) {
    case 'counted':
      return { text: t.polls.counted(words), aside: true }
    case 'changed':
      return { text: t.polls.changed(words), aside: true }
    case 'late':
      return { text: t.polls.late, aside: true }
  }
})

export const pollClosed = closePoll.does(async ({ values: { announcement, sure }, ...here }) => {
  const { t, services } = here
  const { announcements } = services
  if (!sure)
    return inItsPlace(here, await announcements.account(announcement), {
      text: t.polls.confirmClose,
      rows: [
        [
          closePoll.button(t.polls.closeNow, { announcement, sure: '1' }, 'danger'),
          announceDo.button(t.polls.keepOpen, { announcement, does: 'show' }),
        ],
      ],
    })
  await announcements.closePoll(announcement)
  return {
    ...forThemAlone(here, accountPage(here.t, await announcements.account(announcement))),
    instead: true as const,
  }
})

export const newsTurned = turnNews.does(async ({ values: { on }, ...here }) => {
  await here.services.people.news(on === 1)
  const { started, stopped } = here.t.composing.news
  return forThemAlone(here, { text: on === 1 ? started : stopped })
})

export const ownWeekShown = showOwnWeek.does((here) => ownWeekPage(here))

export const ownWeekPicked = pickOwnWeek.does(async ({ values: { day }, ...here }) => {
  await here.services.people.week(day)
  return { ...(await ownWeekPage(here, here.t.weeks.noted)), instead: true as const }
})

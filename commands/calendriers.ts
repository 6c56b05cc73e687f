import { calendarsPage } from '../src/views/calendars.ts'
import { forThemAlone } from '../src/views/here.ts'
import { renewCalendar, revokeCalendar, showCalendars } from '../src/views/presses.ts'

export const calendarsShown = showCalendars.does((here) => calendarsPage(here))

export const calendarRenewed = renewCalendar.does(async (here) => {
  await here.services.calendars.renew()
  return { ...(await calendarsPage(here)), instead: true }
})

export const calendarRevoked = revokeCalendar.does(async (here) => {
  await here.services.calendars.revoke()
  return forThemAlone(here, { text: here.t.calendars.closed, instead: true })
})

import { askEndTruce, endTruce, showTruce, truceForm } from '../src/views/announcement-presses.ts'
import { endTrucePage, trucePage } from '../src/views/truces.ts'

export const trucePressed = showTruce.does(async (here) => {
  await here.services.rights.require('set-truce', 'everywhere')
  return trucePage(here)
})

/** What waits for its end leaves at once then: not by one tap. */
export const endAsked = askEndTruce.does(async ({ values: { from }, ...here }) => {
  await here.services.rights.require('set-truce', 'everywhere')
  const truce = (await here.services.announcements.truces()).find((each) => each.from === from)
  return truce ? endTrucePage(here, truce) : trucePage(here)
})

export const truceEnded = endTruce.does(async ({ values: { from }, ...here }) => {
  await here.services.announcements.endTruce(from)
  return trucePage(here)
})

export const truceGiven = truceForm.does(async ({ values: { quand }, ...here }) => {
  const truce = await here.services.announcements.setTruce(quand)
  const { t } = here
  return truce === 'unclear'
    ? { text: [], form: truceForm.questionnaire(t, {}, { quand }, t.announcements.truce.unclear) }
    : trucePage(here)
})

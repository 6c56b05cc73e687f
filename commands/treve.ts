import { showTruce, truceForm } from '../src/views/announcement-presses.ts'
import { trucePage } from '../src/views/announcements.ts'

export const trucePressed = showTruce.does(async ({ values: { ends }, ...here }) => {
  await here.services.rights.require('set-truce', 'everywhere')
  if (ends) await here.services.announcements.endTruce()
  return trucePage(here)
})

export const truceGiven = truceForm.does(async ({ values: { quand }, ...here }) => {
  const truce = await here.services.announcements.setTruce(quand)
  return trucePage(here, truce === 'unclear' ? here.t.announcements.truce.unclear : undefined)
})

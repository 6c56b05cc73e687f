import { showTruce, truceForm } from '../src/views/announcement-presses.ts'
import { trucePage } from '../src/views/announcements.ts'

export const trucePressed = showTruce.does(async ({ values: { ends }, ...here }) => {
  await here.services.rights.require('set-truce', 'everywhere')
  if (ends) await here.services.announcements.endTruce()
  return trucePage(here)
})

export const truceGiven = truceForm.does(async ({ values: { quand }, ...here }) => {
  const truce = await here.services.announcements.setTruce(quand)
  const { t } = here
  return truce === 'unclear'
    ? { text: [], form: truceForm.questionnaire(t, {}, { quand }, t.announcements.truce.unclear) }
    : trucePage(here)
})

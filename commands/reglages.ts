import { command } from '../src/chat/index.ts'
import { forgetName, nameForm, openName, showSettings, tryPrivately } from '../src/views/presses.ts'
import { forThemAlone } from '../src/views/here.ts'
import { settingsHome, settingsPage } from '../src/views/settings.ts'

export const reglages = command({
  name: 'reglages',
  alias: ['settings'],
  fields: {},
  aside: true,
  run: (here) => settingsHome(here),
})

export const settingsPressed = showSettings.does((here) => settingsPage(here, undefined, here.person.name))

export const named = nameForm.does(async ({ values: { nom }, ...here }) => {
  const name = await here.services.people.rename(nom)
  return settingsPage(
    here,
    name === undefined ? here.t.settings.forgotten : here.t.settings.renamed(name),
    name,
  )
})

export const nameForgotten = forgetName.does(async (here) => {
  await here.services.people.rename(undefined)
  return { ...(await settingsPage(here, here.t.settings.forgotten, undefined)), instead: true }
})

export const nameOpened = openName.does(async ({ values: { on }, ...here }) => {
  await here.services.people.openName(on === 1)
  const { name } = (await here.services.people.kept()) ?? {}
  return { ...(await settingsPage(here, undefined, name)), instead: true }
})

export const triedPrivately = tryPrivately.does(async (here) => {
  const { reaching, reachingSoon } = here.t.settings
  return forThemAlone(here, { text: (await here.services.people.reach()) ? reaching : reachingSoon })
})

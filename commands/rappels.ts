import type { Reply } from '../src/chat/index.ts'
import type { ActionId } from '../src/base/ids.ts'
import { leads, type Wishes } from '../src/domain/reminders/model.ts'
import type { Here } from '../src/views/here.ts'
import {
  muteGroup,
  noLeads,
  pickDigest,
  pickPlatform,
  pickQuiet,
  pickZone,
  leadsAsUsual,
  showOwnLeads,
  showReminders,
  showZones,
  toggleLead,
  toggleOwnLead,
} from '../src/views/presses.ts'
import { ownLeadsPage, remindersPage, silences, zones, zonesPage } from '../src/views/reminders.ts'

/** The page in the place of what was pressed. */
const again = async (here: Here, action: ActionId | undefined): Promise<Reply> => ({
  ...(await remindersPage(here, action)),
  instead: true,
})

export const remindersPressed = showReminders.does(({ values: { action }, ...here }) =>
  remindersPage(here, action),
)

export const leadToggled = toggleLead.does(async ({ values: { at, action }, ...here }) => {
  const lead = leads[at]
  if (lead !== undefined) await here.services.reminders.toggle(lead)
  return again(here, action)
})

const changed = async (here: Here, to: Partial<Wishes>, action: ActionId | undefined): Promise<Reply> => {
  await here.services.reminders.change(to)
  return again(here, action)
}

export const leadsEnded = noLeads.does(({ values: { action }, ...here }) =>
  changed(here, { leads: [] }, action),
)

export const quietPicked = pickQuiet.does(({ values: { at, action }, ...here }) =>
  changed(here, { quiet: silences[at] ?? silences[0] }, action),
)

export const digestPicked = pickDigest.does(({ values: { on, action }, ...here }) =>
  changed(here, { digest: on === 1 }, action),
)

export const platformPicked = pickPlatform.does(({ values: { name, action }, ...here }) =>
  changed(here, { platform: name }, action),
)

export const groupMuted = muteGroup.does(async ({ values: { group, on, action }, ...here }) => {
  await here.services.reminders.mute(group, on === 1)
  return again(here, action)
})

export const ownLeadsPressed = showOwnLeads.does(({ values: { action }, ...here }) =>
  ownLeadsPage(here, action),
)

export const ownLeadToggled = toggleOwnLead.does(async ({ values: { at, action }, ...here }) => {
  const lead = leads[at]
  if (lead !== undefined) await here.services.reminders.toggleFor(action, lead)
  return { ...(await ownLeadsPage(here, action)), instead: true }
})

export const leadsMadeUsual = leadsAsUsual.does(async ({ values: { action }, ...here }) => {
  await here.services.reminders.asUsual(action)
  return { ...(await ownLeadsPage(here, action)), instead: true }
})

export const zonesShown = showZones.does(({ values: { action }, ...here }) => zonesPage(here, action))

export const zonePicked = pickZone.does(async ({ values: { at, action }, ...here }) => {
  await here.services.reminders.live(zones[at - 1])
  return again(here, action)
})

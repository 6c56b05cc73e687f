import { decideRelay, lineForm, received, showRelays, turnSay } from '../src/views/announcement-presses.ts'
import { relaysPage } from '../src/views/announcement-account.ts'
import { forThemAlone, said } from '../src/views/here.ts'
import { linksPage } from '../src/views/links.ts'

export const relaysShown = showRelays.does(async ({ values: { announcement, skip }, ...here }) =>
  relaysPage(here, await here.services.announcements.account(announcement), skip),
)

export const relayDecided = decideRelay.does(async ({ values: { announcement, group, does }, ...here }) => {
  const { t, services } = here
  const was = await services.announcements.decide(announcement, group, does)
  if (was === 'late') return said(here, t.announcements.late)
  if (was === 'truce') return said(here, t.announcements.relayedAfterTruce)
  const words = {
    relay: t.announcements.relayed,
    decline: t.announcements.declined,
    delay: t.announcements.delayed,
  }
  return said(here, words[does])
})

export const lineAdded = lineForm.does(async ({ values: { announcement, group, ligne }, ...here }) => {
  const { t, services } = here
  const was = await services.announcements.decide(announcement, group, 'relay', ligne)
  const words = {
    done: t.announcements.relayed,
    truce: t.announcements.relayedAfterTruce,
    late: t.announcements.late,
  }
  return forThemAlone(here, { text: words[was] })
})

export const receivedPressed = received.does(async ({ values: { announcement, group }, ...here }) => {
  await here.services.announcements.receive(announcement, group)
  return { text: here.t.announcements.thanks, aside: true }
})

export const sayTurned = turnSay.does(async ({ values: { group, what }, ...here }) => {
  const { announcements } = here.services
  const { mode, otherwise } = await announcements.say(group)
  await announcements.setSay(
    group,
    what === 'mode'
      ? { mode: mode === 'automatic' ? 'asked' : 'automatic', otherwise }
      : { mode, otherwise: otherwise === 'relay' ? 'decline' : 'relay' },
  )
  return { ...(await linksPage(here, group)), instead: true }
})

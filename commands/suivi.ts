import type { BroadcastId } from '../src/base/ids.ts'
import { command, type Message } from '../src/chat/index.ts'
import { announcementsPage, ownAccount } from '../src/views/announcements.ts'
import { askWithdrawPage, progressPage, sentPage } from '../src/views/broadcasts.ts'
import {
  askWithdraw,
  controlBroadcast,
  retryBroadcast,
  showProgress,
} from '../src/views/broadcast-presses.ts'
import { forThemAlone, type Here } from '../src/views/here.ts'

const shown = 6

/** Nothing else was sent: how that fares. */
export const suivi = command({
  name: 'suivi',
  fields: {},
  for: 'animators',
  aside: true,
  run: async (here) => {
    const announced = await here.services.announcements.mine(shown)
    const [only] = announced
    if (only && announced.length === 1) return ownAccount(here, only.id)
    if (only) return announcementsPage(here, announced)
    const [last, ...others] = await here.services.broadcasts.mine(shown)
    return forThemAlone(
      here,
      last && others.length === 0
        ? progressPage(here.t, await here.services.broadcasts.progress(last.id))
        : sentPage(here, last ? [last, ...others] : []),
    )
  },
})

const inPlace = (here: Here, message: Message): Message => ({
  ...forThemAlone(here, message),
  instead: true,
})

const page = async (here: Here, broadcast: BroadcastId): Promise<Message> =>
  inPlace(here, progressPage(here.t, await here.services.broadcasts.progress(broadcast)))

export const progressShown = showProgress.does(({ values: { broadcast }, ...here }) => page(here, broadcast))

export const broadcastControlled = controlBroadcast.does(async ({ values: { broadcast, does }, ...here }) => {
  await here.services.broadcasts[does](broadcast)
  return page(here, broadcast)
})

export const broadcastRetried = retryBroadcast.does(async ({ values: { broadcast, fate }, ...here }) => {
  await here.services.broadcasts.retry(broadcast, fate)
  return page(here, broadcast)
})

export const withdrawAsked = askWithdraw.does(async ({ values: { broadcast }, ...here }) =>
  inPlace(here, askWithdrawPage(here.t, await here.services.broadcasts.progress(broadcast))),
)

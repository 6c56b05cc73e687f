import { json, notFound, page, redirect, unauthorised } from './answers.ts'
import { calendar } from './calendars.ts'
import { eventDetails } from './events.ts'
import type { Route } from './routing.ts'

const gone = page(410, 'Cet événement n’existe plus', 'Il a été annulé ou retiré.')

export const eventRoutes: readonly Route[] = [
  {
    path: /^\/api\/evenements\/([\w-]+)\/details\/$/,
    answer: ({ id, world, base, now }) => {
      const event = world.event(id)
      if (!event || event.visibility === 'A') return notFound
      return event.visibility === 'O' ? unauthorised : json(eventDetails(event, world, base, now))
    },
  },
  {
    path: /^\/evenements\/([\w-]+)\/icalendar\.ics$/,
    answer: ({ id, world, base }) => {
      const event = world.event(id)
      if (!event || event.visibility === 'A') return gone
      if (event.visibility === 'O') return redirect(302, `${base}/connexion/`)
      return calendar([event], { base, ofGroup: false })
    },
  },
  {
    path: /^\/evenements\/([\w-]+)\/$/,
    head: true,
    answer: ({ id, world, base }) => {
      const event = world.event(id)
      if (!event || event.visibility === 'A') return gone
      if (event.visibility === 'O') return redirect(302, `${base}/connexion/`)
      return page(200, event.name, 'Page officielle d’un événement inventé, pour le terrain de jeu.')
    },
  },
]

import type { MadeUpEvent } from '../movement/index.ts'
import { json, notFound, page, type Answer } from './answers.ts'
import { calendar } from './calendars.ts'
import { eventCard } from './events.ts'
import { groupDetails } from './groups.ts'
import { paginated, type Asked, type Route } from './routing.ts'
import { isListed, isOver } from './world.ts'

/** The listed events of a published group that satisfy a condition, the soonest first. */
const eventsOf =
  (
    wanted: (event: MadeUpEvent, asked: Asked) => boolean,
    shape: (cards: readonly object[], asked: Asked) => object = (cards) => cards,
  ) =>
  (asked: Asked): Answer => {
    const { id, world } = asked
    if (!world.group(id)) return notFound
    const events = world
      .events()
      .filter((event) => isListed(event) && wanted(event, asked))
      .toSorted((one, other) => one.start - other.start)
    return json(
      shape(
        events.map((event) => eventCard(event, world)),
        asked,
      ),
    )
  }

const organises = (event: MadeUpEvent, { id }: Asked): boolean => event.groups.includes(id)
const attends = (event: MadeUpEvent, { id }: Asked): boolean => event.attending.includes(id)
const takesPart = (event: MadeUpEvent, asked: Asked): boolean =>
  organises(event, asked) || attends(event, asked)

export const groupRoutes: readonly Route[] = [
  {
    path: /^\/api\/groupes\/([\da-f-]{36})\/$/,
    answer: ({ id, world, base, now }) => {
      const group = world.group(id)
      return group ? json(groupDetails(group, world, base, now)) : notFound
    },
  },
  { path: /^\/api\/groupes\/([\da-f-]{36})\/evenements\/$/, answer: eventsOf(organises) },
  {
    path: /^\/api\/groupes\/([\da-f-]{36})\/evenements\/a-venir\/$/,
    answer: eventsOf((event, asked) => takesPart(event, asked) && !isOver(event, asked.now)),
  },
  {
    path: /^\/api\/groupes\/([\da-f-]{36})\/evenements\/passes\/$/,
    answer: eventsOf(
      (event, asked) => takesPart(event, asked) && isOver(event, asked.now),
      (cards, { query }) => paginated(cards.toReversed(), query),
    ),
  },
  { path: /^\/api\/groupes\/([\da-f-]{36})\/evenements-rejoints\/$/, answer: eventsOf(attends) },
  {
    path: /^\/groupes\/([\da-f-]{36})\/icalendar\.ics$/,
    answer: ({ id, world, base }) =>
      calendar(
        world.events().filter((event) => event.groups.includes(id)),
        { base, ofGroup: true },
      ),
  },
  {
    path: /^\/groupes\/([\da-f-]{36})\/$/,
    head: true,
    answer: ({ id, world }) => {
      const group = world.group(id)
      return group
        ? page(200, group.name, 'Page officielle d’un groupe inventé, pour le terrain de jeu.')
        : page(410, 'Ce groupe n’existe plus', 'Il a été retiré.')
    },
  },
]

import { folded } from '../src/base/text.ts'
import { listener, type Message } from '../src/chat/index.ts'
import type { Area } from '../src/domain/territory/model.ts'
import { actionsPage } from '../src/views/actions.ts'
import { longestPlace } from '../src/views/fields.ts'
import { groupsPage } from '../src/views/groups.ts'
import { forThemAlone, type Here } from '../src/views/here.ts'
import { linkChannel } from '../src/views/links.ts'
import { addedPage, helpPage, waysPage, welcomePage } from '../src/views/pages.ts'
import { placePage } from '../src/views/places.ts'
import { relayPages } from '../src/views/relaying.ts'
import { settingsHome, settingsPage } from '../src/views/settings.ts'

/** Both sides of a place: its groups, and what is on. */
const everything = async (here: Here, area: Area): Promise<readonly Message[]> => [
  await groupsPage(here, area),
  await actionsPage(here, { where: area, alone: true }),
]

/** Takes the question for a position away, where one was asked. */
const heard = ({ t, can }: Here, area: Area): readonly Message[] => {
  if (!can.position) return []
  if (area.is === 'spot') return [{ text: t.places.positionUsed, asks: 'nothing' }]
  const words = area.is === 'department' ? t.occasions.inDepartment : t.occasions.here
  return [{ text: words(t.places.around(area)), asks: 'nothing' }]
}

type Page = (here: Here) => Message | Promise<Message>

const answering = (said: readonly string[], page: Page) => said.map((words) => [words, page] as const)

/** Fewer messages, or none at all. */
const enough: Page = (here) =>
  here.place.kind === 'private' || here.can.asides
    ? settingsPage(here, here.t.occasions.stop, here.person.name)
    : settingsHome(here)

/** What people say to be polite, or at a loss, which is no place. */
const polite: ReadonlyMap<string, Page> = new Map([
  ...answering(['bonjour', 'bonsoir', 'salut', 'coucou', 'hello'], welcomePage),
  ...answering(
    ['merci', 'merci beaucoup', 'merci bien', 'super', 'top', 'parfait', 'ok', 'd accord', 'oui', 'non'],
    (here) => waysPage(here, here.t.occasions.thanks),
  ),
  ...answering(['menu', 'commandes', 'au secours'], (here) => helpPage(here)),
  ...answering(
    ['stop', 'stopper', 'arret', 'arreter', 'arretez', 'desinscription', 'desabonnement', 'unsubscribe'],
    enough,
  ),
])

export const textHeard = listener(
  'text',
  async ({ values: { text, markup, passedOn, picture }, ...here }) => {
    const { t, services, place } = here
    const relayed = passedOn && (await relayPages(here, markup ?? text, picture))
    if (relayed) return relayed
    if (passedOn && place.kind !== 'private') return forThemAlone(here, { text: t.announcements.nothing })
    const answer = polite.get(folded(text.slice(0, longestPlace)))
    if (answer) return answer(here)
    const found = text.length > longestPlace ? undefined : services.territory.find(text)
    if (found === undefined || (found.is === 'none' && found.nearly.length === 0))
      return waysPage(here, t.occasions.noPlace(text), t.occasions.noPlaceNext)
    if (place.kind !== 'private') return placePage(here, text, { to: 'actions', alone: false })
    if (found.is !== 'one') return placePage(here, text, { to: 'groups', alone: true })
    return [...heard(here, found.area), ...(await everything(here, found.area))]
  },
)

export const positionHeard = listener('position', async ({ values: { point }, ...here }) => {
  const area: Area = { is: 'spot', point }
  return [...heard(here, area), ...(await everything(here, area))]
})

export const otherHeard = listener('other', (here) => waysPage(here, here.t.occasions.other))

export const unknownCommand = listener('unknown-command', ({ values: { name }, ...here }) => {
  const answer = polite.get(folded(name))
  return answer ? answer(here) : helpPage(here, here.t.occasions.unknownCommand(name))
})

/** In private the old message becomes a page that works; in a chat of many it stays, others may still read it. */
export const staleButton = listener('stale-button', (here) =>
  here.place.kind === 'private'
    ? { ...waysPage(here, here.t.occasions.staleButton), instead: true }
    : forThemAlone(here, { text: here.t.occasions.staleButton }),
)

/** A channel is for what it was made for: whoever let the bot in is asked in private. So are they where it may not write. */
export const added = listener('added', (here) => {
  const { t, place, standing } = here
  const title = standing?.title ?? ''
  const lacks = standing?.lacks ?? []
  if (place.kind === 'channel') return linkChannel(here, title, lacks)
  return lacks.length === 0 ? addedPage(here) : { text: t.links.lacksIn(title, lacks), aside: true }
})

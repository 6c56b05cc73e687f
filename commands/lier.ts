import { command } from '../src/chat/index.ts'
import { switches, type Settings } from '../src/domain/links/model.ts'
import { forThemAlone, page } from '../src/views/here.ts'
import { linkedCard, linkPage, linkPartPage, linksPage, linkStart } from '../src/views/links.ts'
import {
  endLink,
  linkPart,
  makeLink,
  showLink,
  showLinks,
  turnLink,
  turnMirror,
} from '../src/views/link-presses.ts'
import { whereOf } from '../src/views/team.ts'

export const lier = command({ name: 'lier', fields: {}, for: 'animators', run: (here) => linkStart(here) })

export const linkMade = makeLink.doesKnowing(async ({ values: { group, chat }, ...here }) => {
  const { services, place, standing } = here
  const linked = await services.links.link(whereOf(group), chat ?? place.key, standing)
  return linkedCard(here, linked, chat !== undefined)
})

export const linkPartPressed = linkPart.does(({ values: { chat }, ...here }) => linkPartPage(here, chat))

export const linksPressed = showLinks.does(({ values: { group }, ...here }) =>
  linksPage(here, whereOf(group)),
)

export const linkPressed = showLink.does(async ({ values: { link }, ...here }) =>
  linkPage(here, await here.services.links.found(link)),
)

/** The hours when something may arrive: one tap takes the next pair. */
const pairs: readonly (readonly [number, number])[] = [
  [8, 22],
  [9, 20],
  [18, 22],
  [0, 0],
]
const hours = [9, 12, 18, 20]

const after = <T>(all: readonly T[], at: number): T | undefined => all[(at + 1) % all.length]

const turned = (
  settings: Settings,
  what: Parameters<typeof turnLink.button>[1]['what'],
): Partial<Settings> => {
  const of = switches.find((each) => each === what)
  if (of) return { [of]: !settings[of] }
  if (what === 'day') return { day: (settings.day % 7) + 1 }
  if (what === 'hour') return { hour: after(hours, hours.indexOf(settings.hour)) ?? 9 }
  const [from, to] = after(
    pairs,
    pairs.findIndex(([start]) => start === settings.from),
  ) ?? [8, 22]
  return { from, to }
}

export const linkTurned = turnLink.does(async ({ values: { link, what }, ...here }) => {
  const { settings } = await here.services.links.found(link)
  return page(await linkPage(here, await here.services.links.change(link, turned(settings, what))), 0)
})

export const linkEnded = endLink.does(async ({ values: { link }, ...here }) => {
  const { title } = await here.services.links.unlink(link)
  return { ...forThemAlone(here, { text: here.t.links.unlinked(title) }), instead: true }
})

export const mirrorTurned = turnMirror.does(async ({ values: { link }, ...here }) => {
  await here.services.plans.mirror(link)
  return page(await linkPage(here, await here.services.links.found(link)), 0)
})

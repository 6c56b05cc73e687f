import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { Around, Link, Standing } from '../domain/links/model.ts'
import { switches } from '../domain/links/model.ts'
import type { Linked } from '../domain/links/service.ts'
import type { Where } from '../domain/rights/model.ts'
import type { Button, Message } from '../chat/index.ts'
import { turnSay } from './announcement-presses.ts'
import { showFollows } from './follow-presses.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'
import { endLink, linkPart, makeLink, showLink, showLinks, turnLink, turnMirror } from './link-presses.ts'

const mostChoices = 9

/** Everything that whoever asks may link a chat to, as buttons. */
const choices = async (here: Here, chat?: string): Promise<readonly Button[]> => {
  const { t, services } = here
  const at = chat === undefined ? {} : { chat }
  const groups = await services.rights.groupsFor('link')
  return [
    ...((await services.rights.may('link', 'everywhere')) ? [makeLink.button(t.links.everywhere, at)] : []),
    ...groups.map(({ id, name }) => makeLink.button(t.links.linkTo(name), { group: id, ...at }, 'primary')),
  ].slice(0, mostChoices)
}

const nameOf = async ({ services, t }: Here, { group }: Pick<Link, 'group'>): Promise<string> =>
  group === undefined ? t.links.everywhere : ((await services.groups.found(group))?.group.name ?? '')

/** In the chat itself: to what? */
export const linkHere = async (here: Here): Promise<Message> => {
  const { t, services, place, standing } = here
  const buttons = await choices(here)
  if (buttons.length === 0) return forThemAlone(here, { text: t.links.nothing })
  const link = await services.links.at(place.key)
  const forum = standing?.forum
  const whole = forum && (await services.links.at(forum.key))
  return {
    text: paragraphs(
      link && t.links.already(await nameOf(here, link)),
      whole && t.links.forum.already(forum.title, await nameOf(here, whole)),
      forum ? t.links.forum.which(forum.title) : t.links.which,
    ),
    ...rows(
      ...(forum
        ? [
            [
              linkPart.button(t.links.forum.post, {}),
              linkPart.button(t.links.forum.whole, { chat: forum.key }),
            ],
          ]
        : inRows(buttons, 2)),
      [
        ...(link ? [showLink.button(t.links.settings, { link: link.id })] : []),
        ...(whole ? [showLink.button(t.links.forum.settings, { link: whole.id })] : []),
      ],
    ),
  }
}

/** To what, once it is said whether the post or its forum. */
export const linkPartPage = async (here: Here, chat: string | undefined): Promise<Message> => {
  const buttons = await choices(here, chat)
  return {
    text: buttons.length === 0 ? here.t.links.nothing : here.t.links.which,
    ...rows(...inRows(buttons, 2)),
    instead: true,
  }
}

/** In private: how to bring the bot into a chat, and which are linked. */
export const linksHome = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const groups = await services.rights.groupsFor('link')
  const wide = await services.rights.may('link', 'everywhere')
  if (groups.length === 0 && !wide) return { text: t.links.nothing }
  const lists = [
    ...(wide ? [showLinks.button(t.links.everywhere, {})] : []),
    ...groups.map(({ id, name }) => showLinks.button(t.links.linkTo(name), { group: id })),
  ]
  return {
    text: paragraphs(t.links.inPrivate, t.links.promise),
    ...rows(
      [
        { label: t.links.toGroup, adds: 'group' },
        { label: t.links.toChannel, adds: 'channel' },
      ],
      ...inRows(lists.slice(0, mostChoices), 3),
    ),
  }
}

/** Somebody brought the bot into a channel, where it keeps quiet: they are asked in private. */
export const linkChannel = async (here: Here, title: string, lacks: readonly string[]): Promise<Message> => {
  const { t, place } = here
  const buttons = await choices(here, place.key)
  return {
    text: paragraphs(
      buttons.length === 0 ? t.links.nothing : t.links.whichChannel(title),
      lacks.length === 0 ? undefined : t.links.lacksIn(title, lacks),
    ),
    ...rows(...inRows(buttons, 2)),
    aside: true,
  }
}

const body = async (
  here: Here,
  said: Rich,
  link: Link,
  standing: Standing | undefined,
  around?: Around,
): Promise<Rich> => {
  const { t } = here
  const { tag, cannotClear } = around ?? {}
  const pins = link.settings.pinned ? standing?.cannotPin : undefined
  const lacks = [...(standing?.lacks ?? []), ...(pins === undefined ? [] : [pins])]
  return paragraphs(
    said,
    lines(t.links.arrives(link.settings), link.settings.agenda ? t.links.agendaAt(link.settings) : undefined),
    around && lines(t.links.forum.each(tag), cannotClear && t.links.forum.cannotClear(cannotClear)),
    lacks.length === 0 ? undefined : t.links.lacks(lacks),
    t.links.promise,
  )
}

/** The first card in a chat that is linked just now. */
export const linkedCard = async (
  here: Here,
  { link, was, echo }: Linked,
  elsewhere: boolean,
): Promise<Message> => {
  const { t, standing } = here
  const place = await nameOf(here, link)
  const words = { new: t.links.card, other: t.links.instead, same: t.links.same }
  const said = elsewhere ? t.links.linked(link.title, place) : words[was](place)
  const around = standing?.forum?.key === link.address.key ? standing.forum : undefined
  return {
    text: paragraphs(await body(here, said, link, standing, around), echo && t.links.echo(echo.title)),
    rows: [[showLink.button(t.links.settings, { link: link.id })]],
    instead: true,
  }
}

/** What arrives in a chat, and how: one tap changes each. */
export const linkPage = async (here: Here, link: Link): Promise<Message> => {
  const { t, services } = here
  const { settings, id } = link
  // Of use in some chats of some platforms only.
  const offered = switches.filter(
    (what) =>
      (what !== 'published' && what !== 'threads') ||
      (what === 'threads' ? here.can.threads : here.can.publishes) ||
      settings[what],
  )
  const toggles = offered.map((what) =>
    turnLink.button(settings[what] ? t.links.on(what) : t.links.off(what), { link: id, what }),
  )
  return forThemAlone(here, {
    text: await body(here, t.links.settingsOf(link.title, await nameOf(here, link)), link, undefined),
    ...rows(
      ...inRows(toggles, toggles.length > 6 ? 3 : 2),
      [
        turnLink.button(t.links.agendaDay(settings.day), { link: id, what: 'day' }),
        turnLink.button(t.links.agendaHour(settings.hour), { link: id, what: 'hour' }),
        turnLink.button(t.links.hours(settings), { link: id, what: 'hours' }),
      ],
      [
        ...(here.can.events
          ? [
              turnMirror.button(
                (await services.plans.mirrors(id)) ? t.managing.eventsOn : t.managing.eventsOff,
                {
                  link: id,
                },
              ),
            ]
          : []),
        endLink.button(t.links.unlink, { link: id }, 'danger'),
      ],
    ),
  })
}

/** The chats of a place. */
export const linksPage = async (here: Here, where: Where): Promise<Message> => {
  const { t, services } = here
  const links = await services.links.of(where)
  const name = await nameOf(here, where === 'everywhere' ? {} : { group: where })
  const say = (await services.rights.may('have-say', where)) && where !== 'everywhere' ? where : undefined
  const has = say && (await services.announcements.say(say))
  return forThemAlone(here, {
    text: paragraphs(
      t.links.ofPlace(name),
      has && t.announcements.sayOf(has),
      links.length === 0
        ? t.links.none
        : lines(...links.slice(0, 15).map(({ title, trouble }) => t.links.line(title, trouble))),
    ),
    ...rows(
      ...inRows(
        links
          .slice(0, mostChoices)
          .map(({ id, title }) => showLink.button(t.links.linkTo(title), { link: id })),
        2,
      ).slice(0, 3),
      say && has
        ? [
            turnSay.button(t.announcements.mode(has), { group: say, what: 'mode' }),
            ...(has.mode === 'asked'
              ? [turnSay.button(t.announcements.otherwise(has), { group: say, what: 'otherwise' })]
              : []),
          ]
        : [],
      where === 'everywhere' || services.follows.site === undefined
        ? []
        : [showFollows.button(t.follows.settings, { group: where })],
    ),
  })
}

export const linkStart = (here: Here): Promise<Message> =>
  here.place.kind === 'private' ? linksHome(here) : linkHere(here)

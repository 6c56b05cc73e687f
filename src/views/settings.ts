import type { GroupId } from '../base/ids.ts'
import { instant } from '../base/clock.ts'
import { lines, paragraphs, plain, type Rich } from '../base/rich.ts'
import { clip, length } from '../base/text.ts'
import type { Message } from '../chat/index.ts'
import { answered, startOf } from './agenda.ts'
import { showOwnWeek, turnNews } from './composing-presses.ts'
import { forThemAlone, rows, type Here } from './here.ts'
import {
  askErase,
  eraseAll,
  eraseNothing,
  forgetName,
  nameForm,
  openName,
  showAgenda,
  showKept,
  showReminders,
  tryPrivately,
} from './presses.ts'

/** The name that organisers see, who else may see it, and the ways to what is kept. */
export const settingsPage = async (
  here: Here,
  said: Rich | undefined,
  name: string | undefined,
): Promise<Message> => {
  const { t, services } = here
  const kept = await services.people.kept()
  const open = kept?.openName === true
  const shut = here.person.closed && !here.can.knocks
  const news = kept?.news === true
  const seen =
    name === undefined
      ? t.settings.noName
      : lines(t.settings.name(name), open ? t.settings.open : t.settings.hidden)
  return forThemAlone(here, {
    text:
      said ??
      paragraphs(
        t.settings.heading,
        shut ? t.settings.closed : undefined,
        seen,
        news ? t.composing.news.is : undefined,
      ),
    ...rows(
      shut ? [tryPrivately.button(t.settings.reach, {}, 'primary')] : [],
      [
        nameForm.button(name === undefined ? t.settings.choose : t.settings.change, {}),
        ...(name === undefined ? [] : [forgetName.button(t.settings.forget, {})]),
        showReminders.button(t.reminders.buttons.open, {}),
      ],
      name === undefined
        ? []
        : [openName.button(open ? t.settings.hide : t.settings.show, { on: Number(!open) })],
      [
        turnNews.button(news ? t.composing.news.off : t.composing.news.on, { on: Number(!news) }),
        showOwnWeek.button(t.weeks.mine, {}),
      ],
      [showKept.button(t.settings.myData, {}), askErase.button(t.privacy.erase, {}, 'danger')],
    ),
  })
}

/** Settings are nobody else's business: where others would read along, there is a way to them. */
export const settingsHome = async (here: Here): Promise<Message> => {
  const { t, place, can, person } = here
  return place.kind === 'private' || can.asides
    ? settingsPage(here, undefined, person.name)
    : {
        text: t.settings.inPrivate,
        rows: [[{ label: t.settings.openPrivate, start: 'reglages' }]],
        aside: true,
        quiet: true,
      }
}

/** What one message holds at ease on every platform. */
const mostAtOnce = 1_500

/** The same pieces, in as few paragraphs of that size as they need. */
const packed = (pieces: readonly Rich[]): readonly Rich[] => {
  const packs: Rich[] = []
  for (const piece of pieces) {
    const last = packs.at(-1)
    if (last && length(plain(last)) + length(plain(piece)) < mostAtOnce)
      packs[packs.length - 1] = lines(last, piece)
    else packs.push(piece)
  }
  return packs
}

/** All that is kept about whoever asks, word for word, in as many messages as it takes. */
export const keptPages = async (here: Here): Promise<readonly Message[]> => {
  const { t, services, now } = here
  const kept = await services.people.kept()
  if (!kept)
    return [
      forThemAlone(here, {
        text: paragraphs(
          t.privacy.heading,
          t.privacy.nothing,
          t.privacy.passing(services.people.account),
          t.privacy.neverAny,
        ),
      }),
    ]
  const groups = await services.groups.mine()
  const asked = new Set<GroupId>()
  for (const { id } of groups) if ((await services.groups.found(id))?.asked) asked.add(id)
  const roles = await services.rights.mine()
  const noted = await services.journal.naming()
  const sent = await services.broadcasts.mine(1_000)
  const taken = await services.needs.mine()
  const planned = await services.plans.mine()
  const rides = await services.rides.mine()
  const answers = await services.actions.mine(instant(0))
  const notes = await services.attendance.myNotes()
  const muted = await services.reminders.muted()
  const wishes = await services.reminders.wishes()
  const exceptions = await services.reminders.exceptions()
  const who = lines(
    t.privacy.since(t.dates.day(instant(kept.since), now)),
    kept.name === undefined
      ? t.privacy.noName
      : kept.openName === true
        ? t.privacy.openName(kept.name)
        : t.privacy.name(kept.name),
    t.privacy.accounts(kept.accounts),
  )
  const voted = await services.announcements.votedIn()
  const suited = await services.proposals.mine()
  const what = [
    t.team.kept(roles.length),
    ...roles.map(({ role, group }) => t.team.role(role, group?.name)),
    ...(noted === 0 ? [] : [t.team.keptJournal(noted)]),
    ...(sent.length === 0 ? [] : [t.broadcasts.kept(sent.length)]),
    ...(planned.drafts + planned.plans === 0 ? [] : [t.planning.kept(planned.drafts, planned.plans)]),
    ...(voted === 0 ? [] : [t.polls.kept(voted)]),
    ...(suited.answers + suited.follows === 0 ? [] : [t.proposals.kept(suited)]),
    ...(kept.news ? [t.composing.news.kept] : []),
    ...(kept.weekDay === undefined ? [] : [t.weeks.kept(kept.weekDay)]),
    ...(taken === 0 ? [] : [t.needs.kept(taken)]),
    ...(rides === 0 ? [] : [t.rides.kept(rides)]),
    t.privacy.groups(groups.length),
    ...groups.map(({ id, name }) =>
      asked.has(id) ? t.privacy.askedBy(clip(name, 200)) : t.privacy.item(clip(name, 255)),
    ),
    t.privacy.answers(answers.length),
    ...answers.map((found) => t.privacy.item(answered(here, found), startOf(here, found))),
    ...(notes.length === 0 ? [] : [t.answers.keptNotes(notes.length)]),
    ...notes.map((note) => t.privacy.item(note)),
    ...((await services.reminders.chosen())
      ? [t.reminders.kept(wishes.leads.map((lead) => t.reminders.lead(lead)))]
      : []),
    ...(wishes.zone === undefined ? [] : [t.reminders.clocks(wishes.zone)]),
    ...(exceptions === 0 ? [] : [t.reminders.keptOwn(exceptions)]),
    ...(muted.length === 0 ? [] : [t.reminders.keptMuted(muted.length)]),
    ...((await services.calendars.has()) ? [t.calendars.kept] : []),
  ]
  const texts = [paragraphs(t.privacy.heading, who), ...packed(what), t.privacy.never]
  const last = texts.length - 1
  return texts.map((text, at) =>
    forThemAlone(here, {
      text,
      ...(at === last &&
        rows([showAgenda.button(t.agenda.mine, {}), askErase.button(t.privacy.erase, {}, 'danger')])),
    }),
  )
}

/** Nothing is erased by one tap. */
export const askErasePage = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const looksAfter =
    (await services.plans.mine()).plans > 0 && (await services.plans.managed({ skip: 0, take: 1 })).length > 0
  const sole = (await services.team.sole()).map(({ name }) => name)
  return forThemAlone(here, {
    text: paragraphs(
      t.privacy.confirm,
      looksAfter ? t.privacy.plansStay : undefined,
      sole.length > 0 ? t.team.sole(sole) : undefined,
    ),
    rows: [[eraseAll.button(t.privacy.erase, {}, 'danger'), eraseNothing.button(t.privacy.keep, {})]],
  })
}

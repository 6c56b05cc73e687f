import { hour } from '../base/clock.ts'
import { lines, paragraphs } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { Button, Message } from '../chat/index.ts'
import { offerFor, offerHours } from '../domain/answers/model.ts'
import type { Kept } from '../domain/planning/model.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'
import {
  askHandOver,
  askHelpers,
  askKeepSeats,
  callOffForm,
  callOffSeriesForm,
  changeAction,
  chaseUp,
  gather,
  handOver,
  keepSeats,
  listDates,
  listManaged,
  manageAction,
  openingForm,
  partnerForm,
  remindNow,
  planAgain,
  repostCard,
  showPartners,
  turnPicks,
} from './manage-presses.ts'
import { showNeeds } from './needs-presses.ts'
import { showAction, whoComes } from './presses.ts'
import { venueWords } from './plan-draft.ts'

const usual = offerFor / hour

const changeButtons = ({ t }: Here, { action, series, helps }: Kept): readonly Button[] => {
  const { buttons } = t.managing
  if (series === undefined || helps) return [changeAction.button(buttons.change, { action }, 'primary')]
  return [
    changeAction.button(buttons.changeThis, { action, reach: 'this' }, 'primary'),
    changeAction.button(buttons.changeFollowing, { action, reach: 'following' }),
    changeAction.button(buttons.changeAll, { action, reach: 'all' }),
  ]
}

/** One action, and all that can be done with it. */
export const managePage = async (here: Here, kept: Kept): Promise<Message> => {
  const { t, services } = here
  const { action: id, found, helps } = kept
  const series = helps ? undefined : kept.series
  const { action, counts } = found
  const { buttons } = t.managing
  const of = { action: id }
  const partners = await services.plans.partners(id)
  const plans = await services.rights.may('plan', kept.group)
  const names = await services.attendance.may(action)
  return forThemAlone(here, {
    text: paragraphs(
      lines(action.name, t.planning.when(t.dates.full(action)), t.planning.place(venueWords(action.venue))),
      t.actions.counts(counts),
      lines(...partners.map(({ name, state }) => t.managing.partner(name, state))),
    ),
    ...rows(
      changeButtons(here, kept),
      [
        ...(plans ? [planAgain.button(buttons.again, of)] : []),
        repostCard.button(buttons.repost, of),
        showAction.button(buttons.show, of),
      ],
      helps
        ? []
        : [
            askHandOver.button(buttons.handOver, of),
            showPartners.button(buttons.partners, of),
            ...(names ? [whoComes.button(t.answers.buttons.who, of)] : []),
          ],
      [
        callOffForm.button(buttons.callOff, of, 'danger'),
        ...(helps ? [] : [gather.button(buttons.gather, of)]),
        ...(series === undefined ? [] : [callOffSeriesForm.button(buttons.callOffSeries, of, 'danger')]),
      ],
      [
        showNeeds.button(buttons.needs, of),
        ...(helps || action.capacity === undefined ? [] : [askKeepSeats.button(buttons.keepSeats, of)]),
        series === undefined
          ? listManaged.button(buttons.back, { skip: 0 })
          : listDates.button(buttons.backToDates, { ...of, skip: 0 }),
      ],
    ),
  })
}

/** What brings people to it: a word to those who come, to those who have not answered, and to others later. */
export const gatherPage = async (here: Here, { action: id, found }: Kept): Promise<Message> => {
  const { t, services, now } = here
  const { action, counts } = found
  const { buttons } = t.managing
  const openings = await services.openings.of(id)
  const of = { action: id }
  const choosing = await services.attendance.may(action)
  return forThemAlone(here, {
    text: paragraphs(
      lines(action.name, t.planning.open(action.audience ?? 'everyone')),
      lines(
        ...openings.map(({ audience, at }) =>
          t.managing.opens(audience, t.dates.start(at, action.zone, now)),
        ),
      ),
      action.picks ? t.answers.chooses(counts.waiting ?? 0) : undefined,
      t.actions.counts(counts),
      t.managing.gathering,
    ),
    ...rows(
      [remindNow.button(buttons.remind, of), chaseUp.button(buttons.chase, of)],
      choosing
        ? [
            turnPicks.button(action.picks ? buttons.picksNot : buttons.picks, {
              ...of,
              on: action.picks ? 0 : 1,
            }),
          ]
        : [],
      [
        ...(action.audience === undefined ? [] : [openingForm.button(buttons.opening, of)]),
        manageAction.button(buttons.backTo, of),
      ],
    ),
    instead: true,
  })
}

export const handOverPage = async (here: Here, kept: Kept): Promise<Message> => {
  const { t, services } = here
  const { action, group, keeper } = kept
  const team = (await services.rights.team(group)).filter(({ person }) => person !== keeper)
  const names = await services.rights.may('see-names', group)
  const back = [
    ...(names ? [askHelpers.button(t.managing.buttons.helpers, { action })] : []),
    manageAction.button(t.managing.buttons.backTo, { action }),
  ]
  if (team.length === 0)
    return forThemAlone(here, { text: t.managing.nobodyElse, ...rows(back), instead: true })
  const others = [...new Map(team.map((each) => [each.person, each])).values()].slice(0, 8)
  return forThemAlone(here, {
    text: t.managing.toWhom,
    ...rows(
      ...inRows(
        others.map(({ person, name }) =>
          handOver.button(clip(name ?? t.managing.unnamed, 32), { action, to: person }),
        ),
        2,
      ),
      back,
    ),
    instead: true,
  })
}

/** For how long a freed seat is kept for whoever is next on the waiting list. */
export const keepSeatsPage = (here: Here, { action, offerHours: chosen = usual }: Kept): Message => {
  const { t } = here
  const choices = offerHours.map((hours) => {
    const words = t.managing.hours(hours)
    return hours === chosen
      ? keepSeats.button(t.reminders.chosen(words), { action, hours }, 'success')
      : keepSeats.button(words, { action, hours })
  })
  return forThemAlone(here, {
    text: t.managing.keptFor(chosen),
    ...rows(...inRows(choices, 3), [manageAction.button(t.managing.buttons.backTo, { action })]),
    instead: true,
  })
}

export const partnersPage = async (here: Here, { action, found }: Kept): Promise<Message> => {
  const { t, services } = here
  const partners = await services.plans.partners(action)
  return forThemAlone(here, {
    text: paragraphs(
      found.action.name,
      lines(...partners.map(({ name, state }) => t.managing.partner(name, state))),
      t.managing.whichPartner,
    ),
    ...rows(
      [partnerForm.button(t.managing.buttons.invite, { action }, 'primary')],
      [manageAction.button(t.managing.buttons.backTo, { action })],
    ),
    instead: true,
  })
}

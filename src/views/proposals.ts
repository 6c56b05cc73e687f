import { lines, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import { shorten, type ProposalId } from '../base/ids.ts'
import type { Instant } from '../base/clock.ts'
import type { Button, Message } from '../chat/index.ts'
import { best, type Proposal, type ProposalFound, type Suited } from '../domain/proposals/model.ts'
import type { Book } from '../phrases/book.ts'
import { where } from './card.ts'
import { forThemAlone, inRows, page, rows, type Here } from './here.ts'
import { listManaged } from './manage-presses.ts'
import {
  askDrop,
  closeProposal,
  dropProposal,
  followProposal,
  planDate,
  repostProposal,
  showProposal,
  suit,
  suitNone,
  whoCan,
} from './proposal-presses.ts'

/** Up to so many dates, each has a row of its own. */
const mostAlone = 3

export const dateWords = (t: Book, { dates, zone }: Proposal, at: number): string => {
  const date = dates[at]
  return date ? t.dates.short(date.start, zone) : ''
}

export const nameOf = (t: Book, { about }: Proposal): string => about.name ?? t.actions.kinds[about.kind]

const totals = ({ proposal, tally }: ProposalFound, t: Book): Rich =>
  lines(
    ...proposal.dates.map((date, at) =>
      t.proposals.date(at + 1, t.dates.full({ ...date, zone: proposal.zone }), tally.dates[at] ?? 0),
    ),
    tally.none > 0 ? t.proposals.none(tally.none) : undefined,
    t.proposals.sum(tally),
  )

const state = (
  t: Book,
  { until, zone, made, dropped, over }: Proposal,
  now: Instant,
  open: (until: string) => Rich,
): Rich => {
  if (made) return t.proposals.chosenNext
  if (dropped) return t.proposals.dropped
  return over || until <= now ? t.proposals.closed : open(t.dates.at(until, zone, now))
}

/** The question, for everybody in a chat: nobody’s answer shows; `proposes` keeps its copies up to date. */
export const proposalCard = (t: Book, found: ProposalFound, now: Instant): Message => {
  const { proposal } = found
  const { id, about, dates, made, over, until } = proposal
  const open = !made && !over && until > now
  const chosen = made && dates[made.date]
  const place = about.placed && where(about.placed.venue, t)
  const choices = dates.map((_, date) => suit.button(dateWords(t, proposal, date), { proposal: id, date }))
  const door: readonly Button[] = made?.action
    ? [{ label: t.proposals.buttons.action, start: `a${shorten(made.action)}` }]
    : []
  return {
    text: paragraphs(
      lines(t.proposals.question(nameOf(t, proposal)), place),
      chosen && t.proposals.chosen(t.dates.full({ ...chosen, zone: proposal.zone })),
      totals(found, t),
      state(t, proposal, now, t.proposals.how),
    ),
    ...(open
      ? rows(...inRows(choices, choices.length > mostAlone ? 2 : 1), [
          suitNone.button(t.proposals.buttons.none, { proposal: id }),
          followProposal.button(t.proposals.buttons.follow, { proposal: id }),
        ])
      : rows(door)),
    proposes: id,
  }
}

/** What came of it, and the action in one tap: the date that suits most first. */
export const accountOf = (t: Book, found: ProposalFound, now: Instant, said?: Rich): Message => {
  const { proposal, tally } = found
  const { id, made, dropped, over, until, dates } = proposal
  const ended = made !== undefined || dropped === true
  const open = !over && until > now
  const coming = best(tally).filter((at) => (dates[at]?.start ?? now) > now)
  const plan = ended
    ? []
    : coming.map((date, rank) =>
        planDate.button(
          clip(t.proposals.buttons.plan(dateWords(t, proposal, date), tally.dates[date] ?? 0), 60),
          { proposal: id, date },
          rank === 0 ? 'primary' : undefined,
        ),
      )
  return {
    text: paragraphs(
      said,
      t.proposals.heading(nameOf(t, proposal)),
      totals(found, t),
      state(t, proposal, now, t.proposals.soFar),
    ),
    ...rows(
      ...inRows(plan, plan.length > mostAlone ? 2 : 1),
      [
        ...(tally.people > 0 && !ended ? [whoCan.button(t.proposals.buttons.names, { proposal: id })] : []),
        ...(open ? [closeProposal.button(t.proposals.buttons.close, { proposal: id })] : []),
        ...(open ? [repostProposal.button(t.proposals.buttons.repost, { proposal: id })] : []),
      ],
      [
        ...(ended ? [] : [askDrop.button(t.proposals.buttons.drop, { proposal: id })]),
        listManaged.button(t.managing.buttons.back, { skip: 0 }),
      ],
    ),
  }
}

export const proposalPage = (here: Here, found: ProposalFound, said?: Rich): Message =>
  forThemAlone(here, accountOf(here.t, found, here.now, said))

export const askDropPage = (here: Here, { proposal }: ProposalFound): Message => {
  const { t } = here
  const of = { proposal: proposal.id }
  return forThemAlone(here, {
    text: t.proposals.sureToDrop(nameOf(t, proposal)),
    ...rows([
      dropProposal.button(t.proposals.buttons.dropNow, of, 'danger'),
      showProposal.button(t.proposals.buttons.back, of),
    ]),
  })
}

const perPage = 30

/** The names of those who can, date by date: for those who organise, and for their eyes only. */
export const whoCanPage = async (here: Here, id: ProposalId, skip?: number): Promise<Message> => {
  const { t, services } = here
  const at = skip ?? 0
  // Whoever turns its pages is still at the same look.
  const { found, people } = await services.proposals.answers(
    id,
    { skip: at, take: perPage + 1 },
    skip === undefined ? undefined : 'again',
  )
  const { proposal } = found
  const shown = people.slice(0, perPage)
  const names = (of: (each: Suited) => boolean): readonly string[] =>
    shown.filter(of).map(({ name }) => clip(name ?? t.proposals.unnamed, 30))
  const listed = (head: Rich, those: readonly string[]): Rich | undefined =>
    those.length === 0 ? undefined : lines(head, t.proposals.whoLine(those))
  return page(
    forThemAlone(here, {
      text: paragraphs(
        t.proposals.who(nameOf(t, proposal)),
        ...proposal.dates.map((_, date) =>
          listed(
            t.proposals.whoHead(dateWords(t, proposal, date)),
            names(({ suits }) => suits !== 'none' && suits.includes(date)),
          ),
        ),
        listed(
          t.proposals.whoNone,
          names(({ suits }) => suits === 'none'),
        ),
        shown.length === 0 ? t.proposals.nobody : t.answers.who.private,
      ),
      kept: true,
      ...rows([
        ...(at > 0
          ? [whoCan.button(t.proposals.buttons.earlier, { proposal: id, skip: Math.max(0, at - perPage) })]
          : []),
        ...(people.length > perPage
          ? [whoCan.button(t.proposals.buttons.later, { proposal: id, skip: at + perPage })]
          : []),
        showProposal.button(t.proposals.buttons.back, { proposal: id }),
      ]),
    }),
    skip,
  )
}

/** Those of which an action may still be made: one button each. */
export const proposalButtons = (t: Book, proposals: readonly Proposal[]): readonly Button[] =>
  proposals.map((proposal) =>
    showProposal.button(t.proposals.buttons.of(nameOf(t, proposal)), { proposal: proposal.id }),
  )

import { given } from '../src/base/given.ts'
import { command, type Message, type Reply } from '../src/chat/index.ts'
import type { ProposalId } from '../src/base/ids.ts'
import { forThemAlone, rows, type Here } from '../src/views/here.ts'
import { waysPage } from '../src/views/pages.ts'
import { draftPage } from '../src/views/plan-draft.ts'
import { whatAndWhere } from '../src/views/plan-line.ts'
import { askedWords } from '../src/views/posted.ts'
import {
  askDates,
  askDrop,
  closeProposal,
  datesForm,
  dropProposal,
  followProposal,
  pickDate,
  planDate,
  proposeForm,
  repostProposal,
  showProposal,
  suit,
  suitNone,
  whoCan,
} from '../src/views/proposal-presses.ts'
import { askDropPage, dateWords, proposalCard, proposalPage, whoCanPage } from '../src/views/proposals.ts'

const mostGroups = 10

const instead = (message: Message): Message => ({ ...message, instead: true })

export const dates = command({
  name: 'dates',
  fields: {},
  for: 'animators',
  aside: true,
  run: async (here) => {
    const { t, services } = here
    const groups = await services.plans.groups()
    const [first, ...others] = groups
    if (!first) return waysPage(here, t.planning.noRole)
    if (others.length === 0) return { text: [], form: proposeForm.questionnaire(t, { group: first.id }) }
    return forThemAlone(here, {
      text: t.planning.whichGroup,
      ...rows(
        ...groups
          .slice(0, mostGroups)
          .map(({ id, name }) => [proposeForm.button(t.groups.short(name, 40), { group: id })]),
      ),
    })
  },
})

export const proposed = proposeForm.does(async ({ values, ...here }) => {
  const { group, quoi, dates: typed, ou, description, jusqua } = values
  const { plans } = here.services
  const { id } = await plans.begin({
    ...whatAndWhere(quoi),
    ...given({ place: ou }),
    group,
    dates: { typed, at: here.now, ...given({ until: jusqua }) },
    description: description ?? '',
    audience: 'everyone',
  })
  return draftPage(here, await plans.outlook(id))
})

export const datesGiven = datesForm.does(async ({ values: { draft, dates: typed, jusqua }, ...here }) =>
  instead(
    draftPage(
      here,
      await here.services.plans.amend(draft, {
        dates: { typed, at: here.now, ...given({ until: jusqua }) },
      }),
    ),
  ),
)

export const datePicked = pickDate.does(async ({ values: { draft, line, choice }, ...here }) => {
  const { plans } = here.services
  const { dates: typed } = (await plans.outlook(draft)).draft
  const chosen = typed
    ? await plans.amend(draft, { dates: { ...typed, choices: { ...typed.choices, [line]: choice } } })
    : await plans.outlook(draft)
  return instead(draftPage(here, chosen))
})

export const datesAsked = askDates.does(async ({ values: { draft }, ...here }) => {
  const { found, ...posted } = await here.services.proposals.ask(draft)
  return instead(proposalPage(here, found, askedWords(here, posted)))
})

/** Only whoever answered is told what is noted; the card counts. */
const answered = async (here: Here, id: ProposalId, date: number | 'none'): Promise<Reply> => {
  const { t, services, now } = here
  const { found, ...more } = await services.proposals.answer(id, date)
  const { suitsNone, suitsNothing, suits: noted, late } = t.proposals
  const card = instead(proposalCard(t, found, now))
  if (!('suits' in more)) return [{ text: late, aside: true }, card]
  const said =
    more.suits === undefined
      ? suitsNothing
      : more.suits === 'none'
        ? suitsNone
        : noted(more.suits.map((at) => dateWords(t, found.proposal, at)))
  return [{ text: said, aside: true }, card]
}

export const suitPressed = suit.does(({ values: { proposal, date }, ...here }) =>
  answered(here, proposal, date),
)

export const nonePressed = suitNone.does(({ values: { proposal }, ...here }) =>
  answered(here, proposal, 'none'),
)

export const followed = followProposal.does(async ({ values: { proposal }, t, services }) => {
  const follows = await services.proposals.follow(proposal)
  const { following, followingNot, known, dropped } = t.proposals
  const ended = { late: known, dropped }
  return {
    text: typeof follows === 'string' ? ended[follows] : follows ? following : followingNot,
    aside: true,
  }
})

export const proposalShown = showProposal.does(async ({ values: { proposal }, ...here }) =>
  instead(proposalPage(here, await here.services.proposals.found(proposal))),
)

export const proposalClosed = closeProposal.does(async ({ values: { proposal }, ...here }) =>
  instead(proposalPage(here, await here.services.proposals.close(proposal))),
)

export const proposalReposted = repostProposal.does(async ({ values: { proposal }, ...here }) => {
  const { found, ...posted } = await here.services.proposals.repost(proposal)
  // Answers ended meanwhile: that is what the page says.
  const { over, until } = found.proposal
  if (over || until <= here.now) return instead(proposalPage(here, found))
  return instead(proposalPage(here, found, askedWords(here, posted)))
})

/** Asked once more before it is done. */
export const dropAsked = askDrop.does(async ({ values: { proposal }, ...here }) =>
  instead(askDropPage(here, await here.services.proposals.found(proposal))),
)

export const proposalDropped = dropProposal.does(async ({ values: { proposal }, ...here }) =>
  instead(proposalPage(here, await here.services.proposals.drop(proposal))),
)

export const namesAsked = whoCan.does(({ values: { proposal, skip }, ...here }) =>
  whoCanPage(here, proposal, skip),
)

/** The form of the action, filled in: it is confirmed like any other. */
export const datePlanned = planDate.does(async ({ values: { proposal, date }, ...here }) => {
  const { plans, proposals } = here.services
  const { id } = await proposals.draft(proposal, date)
  return draftPage(here, await plans.outlook(id))
})

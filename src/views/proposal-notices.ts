import { lines, paragraphs } from '../base/rich.ts'
import type { Instant } from '../base/clock.ts'
import type { ActionId, ProposalId } from '../base/ids.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import { answers } from '../domain/actions/model.ts'
import type { ProposalNotice } from '../domain/notices/proposals.ts'
import type { ProposalFound } from '../domain/proposals/model.ts'
import type { Book } from '../phrases/book.ts'
import { where } from './card.ts'
import { attend, showReminders } from './presses.ts'
import { accountOf, nameOf, proposalCard } from './proposals.ts'

export interface ProposalTelling {
  readonly t: Book
  readonly now: Instant
  readonly action: (id: ActionId) => Promise<ActionFound | undefined>
  readonly proposal: (id: ProposalId) => Promise<ProposalFound | undefined>
}

const dateSet = (found: ActionFound, { t, now }: ProposalTelling): Message | undefined => {
  const { action, answer } = found
  if (action.state !== 'planned' || action.start <= now || answer !== undefined) return undefined
  return {
    text: paragraphs(
      t.proposals.dateSet(action.name),
      lines(t.actions.at(t.dates.when({ ...action, now })), where(action.venue, t)),
      t.proposals.becauseFollowing,
    ),
    rows: [
      answers.map((each) => attend.button(t.actions.answers[each], { action: action.id, answer: each })),
      [showReminders.button(t.notices.buttons.settings, { action: action.id })],
    ],
  }
}

/** In words; `undefined` when it is no longer true. */
export const proposalNoticeMessage = async (
  notice: ProposalNotice,
  telling: ProposalTelling,
): Promise<Message | undefined> => {
  const { t, now } = telling
  if (notice.is === 'date-set') {
    const action = await telling.action(notice.action)
    return action && dateSet(action, telling)
  }
  const found = await telling.proposal(notice.proposal)
  if (!found) return undefined
  switch (notice.is) {
    case 'dates-asked': {
      const { over, until } = found.proposal
      if ((over || until <= now) && !notice.again) return undefined
      return {
        ...proposalCard(t, found, now),
        ...(notice.silent && { quiet: true }),
        ...(notice.again && {
          supersedes: { proposal: notice.proposal, says: t.proposals.moved(nameOf(t, found.proposal)) },
        }),
      }
    }
    case 'dates-dropped': {
      if (!found.proposal.dropped) return undefined
      return {
        text: paragraphs(t.proposals.noneChosen(nameOf(t, found.proposal)), t.proposals.becauseFollowing),
      }
    }
    case 'dates-over': {
      if (found.proposal.made || found.proposal.dropped) return undefined
      const account = accountOf(t, found, now)
      return { ...account, text: paragraphs(account.text, t.proposals.becauseAsked) }
    }
  }
}

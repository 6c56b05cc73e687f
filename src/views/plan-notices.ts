import type { ActionId, GroupId } from '../base/ids.ts'
import type { Instant } from '../base/clock.ts'
import { paragraphs } from '../base/rich.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Group } from '../domain/groups/model.ts'
import type { Notice } from '../domain/notices/model.ts'
import type { Book } from '../phrases/book.ts'
import { actionCard, facts } from './card.ts'
import { showAction, showReminders } from './presses.ts'
import { answerPartner, manageAction } from './manage-presses.ts'

export interface PlanTelling {
  readonly t: Book
  readonly now: Instant
  readonly action: (id: ActionId) => Promise<ActionFound | undefined>
  readonly group: (id: GroupId) => Promise<Group | undefined>
}

type Of<K extends Notice['is']> = Notice & { readonly is: K }

/** What is told about planning. */
export const planNotices = {
  /** The card itself, for everybody in that chat. */
  published: async (
    { action: id, again, silent }: Of<'published'>,
    { t, now, action }: PlanTelling,
  ): Promise<Message | undefined> => {
    const found = await action(id)
    if (!found || found.action.state !== 'planned' || found.action.end <= now) return undefined
    return {
      ...actionCard(t, found, { now, alone: false, inChat: true }),
      ...(silent && { quiet: true }),
      ...(again && { supersedes: { action: id, says: t.managing.moved(found.action.name) } }),
    }
  },
  /** It is tomorrow, or today: what one must know, and the way to its card. */
  soon: async (
    { action: id, silent }: Of<'chat-reminder'>,
    { t, now, action }: PlanTelling,
  ): Promise<Message | undefined> => {
    const found = await action(id)
    if (!found || found.action.state !== 'planned' || found.action.start <= now) return undefined
    const comers = t.actions.comers(found.counts)
    return {
      text: paragraphs(
        t.notices.soon(found.action.name),
        facts(found, t, now),
        comers === '' ? undefined : comers,
      ),
      rows: [[showAction.button(t.notices.buttons.card, { action: id }, 'primary')]],
      ...(silent && { quiet: true }),
    }
  },
  needDropped: async (
    { action: id, words }: Of<'need-dropped'>,
    { t, action }: PlanTelling,
  ): Promise<Message | undefined> => {
    const found = await action(id)
    return (
      found && {
        text: paragraphs(t.needs.dropped(words, found.action.name), t.needs.becauseTaken),
        rows: [
          [
            showAction.button(t.notices.buttons.card, { action: id }),
            showReminders.button(t.notices.buttons.settings, { action: id }),
          ],
        ],
      }
    )
  },
  needReturned: async (
    { action: id, words }: Of<'need-returned'>,
    { t, now, action }: PlanTelling,
  ): Promise<Message | undefined> => {
    const found = await action(id)
    if (!found || found.action.state !== 'planned') return undefined
    const { name, start, zone } = found.action
    return {
      text: paragraphs(
        t.needs.returned(words, name, t.dates.start(start, zone, now)),
        t.notices.becauseOrganiser,
      ),
      rows: [[manageAction.button(t.planning.buttons.manage, { action: id })]],
    }
  },
  handedOver: async (
    { is, action: id }: Of<'handed-over' | 'named'>,
    { t, now, action }: PlanTelling,
  ): Promise<Message | undefined> => {
    const found = await action(id)
    if (!found) return undefined
    const words = t.managing.notices
    return {
      text: paragraphs(
        (is === 'named' ? words.named : words.handedOver)(
          found.action.name,
          t.dates.when({ ...found.action, now }),
        ),
        is === 'named' ? words.becauseComing : words.becauseTeam,
      ),
      rows: [[manageAction.button(t.planning.buttons.manage, { action: id })]],
    }
  },
  asked: async (
    { action: id, group: of }: Of<'asked-to-organise'>,
    { t, now, action, group }: PlanTelling,
  ): Promise<Message | undefined> => {
    const [found, asked] = [await action(id), await group(of)]
    if (!found || !asked || found.action.state !== 'planned') return undefined
    const [by] = found.action.organisers
    const words = t.managing.notices
    const when = t.dates.when({ ...found.action, now })
    return {
      text: paragraphs(words.invited(found.action.name, when, asked.name, by?.name ?? ''), words.becauseTeam),
      rows: [
        [
          answerPartner.button(t.managing.accept, { action: id, group: of, yes: 1 }, 'success'),
          answerPartner.button(t.managing.refuse, { action: id, group: of, yes: 0 }),
        ],
      ],
    }
  },
  answered: async (
    { action: id, group: of, accepts }: Of<'partner-answered'>,
    { t, action, group }: PlanTelling,
  ): Promise<Message | undefined> => {
    const [found, asked] = [await action(id), await group(of)]
    if (!found || !asked) return undefined
    const words = t.managing.notices
    return {
      text: paragraphs(words.answered(asked.name, found.action.name, accepts), words.becauseKeeper),
      rows: [[manageAction.button(t.planning.buttons.manage, { action: id })]],
    }
  },
}

import { isForFew } from '../domain/actions/model.ts'
import { later, type Clock } from '../base/clock.ts'
import type { LinkId, PersonId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import { letGo } from '../domain/answers/letting-go.ts'
import { tellPromoted } from '../domain/answers/service.ts'
import { awake, usual } from '../domain/reminders/model.ts'
import type { Turn as ChatTurn } from '../domain/reminders/chats.ts'
import type { Turn } from '../domain/reminders/ports.ts'
import { restFor } from '../domain/notices/ports.ts'
import { createRights } from '../domain/rights/service.ts'
import { settling } from '../domain/changes/model.ts'
import { redraw } from '../engine/refreshing.ts'
import { createShowing } from '../domain/planning/showing.ts'
import { createTelling } from '../engine/telling.ts'
import type { Gazetteer } from '../domain/territory/ports.ts'
import type { Repositories, Store, Workers } from '../engine/ports.ts'
import type { Waker } from '../engine/waker.ts'
import { sendAgendas } from './agendas.ts'
import { remindChats } from './chat-reminders.ts'
import { sendOwnWeeks } from './own-weeks.ts'
import { askOutcomes } from './outcomes.ts'
import { tellChange } from './changes.ts'
import { showPosts } from './posts.ts'
import { sendDue } from './reminders.ts'

interface Needs {
  readonly store: Store
  readonly wake: Waker
  /** Asked anew each time. */
  readonly territory: () => Pick<Gazetteer, 'zoneOf' | 'departments'>
  /** How long a change waits for others; a minute when absent. In milliseconds. */
  readonly changesSettle?: number
  /** How many are told in one transaction, as {@link sendDue} has it. */
  readonly atOnce?: NonNullable<Parameters<typeof sendDue>[0]['atOnce']>
  /** The same for chats, as {@link remindChats} has it. */
  readonly chatsAtOnce?: number
  readonly clock: Clock
  readonly log: Log
}

const actionsAtOnce = 50

/**
 * What is owed because time passes, in small pieces, each in a transaction of its own: whoever dies in the middle leaves the rest to the
 * next round, and two who work at once share it.
 */
export const createReminding = ({
  store,
  wake,
  territory,
  changesSettle = settling,
  atOnce,
  chatsAtOnce,
  clock,
  log,
}: Needs): Workers['remind'] => {
  const alongside = async <T>(
    work: (within: Repositories, platforms: Set<string>) => Promise<T>,
  ): Promise<T> => {
    const platforms = new Set<string>()
    const done = await store.transaction((within) => work(within, platforms))
    for (const each of platforms) await wake(each, 0)
    return done
  }

  /** Seats that were not confirmed in time, and those of actions that became larger. */
  const moveSeats = async (signal: AbortSignal): Promise<void> => {
    const now = clock.now()
    const actions = new Set([
      ...(await store.answers.lapsing(now, actionsAtOnce)),
      ...(await store.answers.fillable(now, actionsAtOnce)),
    ])
    for (const action of actions) {
      if (signal.aborted) return
      await alongside(async (within, platforms) => {
        const { tell, platforms: told } = createTelling({ within, now })
        const people = { known: () => undefined }
        const rights = createRights({ store: within.roles, groups: within.groups, people, operator: false })
        const { lapsed, promoted } = await within.answers.lapse(action, now)
        const known = (await within.actions.found(action))?.action
        if (!known) return false
        for (const { person } of lapsed) {
          await within.reminders.owe(person, action, [])
          await letGo({ needs: within.needs, rides: within.rides, tell }, known, person)
          const notice = { is: 'seat-lost', action } as const
          await tell({ to: { person }, urgency: 'reminder', notice, rest: restFor(known) })
        }
        await tellPromoted({ tell, rights, actions: within.actions, now }, promoted)
        const touched = lapsed.length + promoted.length > 0 ? [action] : []
        for (const each of [...told, ...(await redraw({ within, touched, now }))]) platforms.add(each)
        return false
      })
    }
  }

  /** Actions that are open to more people from now on. */
  const openUp = async (): Promise<void> => {
    for (const action of await store.openings.due(clock.now(), actionsAtOnce))
      await alongside(async (within, platforms) => {
        const now = clock.now()
        const before = (await within.actions.found(action))?.action
        if (!(await within.openings.open(action, now))) return false
        const { tell, platforms: told } = createTelling({ within, now })
        const is = (await within.actions.found(action))?.action
        if (before && isForFew(before) && is)
          await createShowing({ ...within, truces: within.announcements, tell, now }).showAgain(is)
        for (const each of [...told, ...(await redraw({ within, touched: [action], now }))])
          platforms.add(each)
        return false
      })
  }

  /** Dates of which the group has said which suit it: whoever asked hears what came of it. */
  const closeProposals = async (): Promise<void> => {
    for (const id of await store.proposals.due(clock.now(), actionsAtOnce))
      await alongside(async (within, platforms) => {
        if (!(await within.proposals.close(id, clock.now()))) return false
        const now = clock.now()
        const { tell, platforms: told } = createTelling({ within, now })
        const proposal = (await within.proposals.found(id))?.proposal
        if (proposal?.keeper) {
          const { quiet, zone = proposal.zone } = (await within.reminders.wishes(proposal.keeper)) ?? usual
          await tell({
            to: { person: proposal.keeper },
            notice: { is: 'dates-over', proposal: id },
            urgency: 'reminder',
            key: `dates over ${id}`,
            due: awake(now, zone, quiet),
          })
        }
        for (const each of [...told, ...(await redraw({ within, touched: [], recounted: [id], now }))])
          platforms.add(each)
        return false
      })
  }

  return async (_, signal) => {
    await moveSeats(signal)
    await openUp()
    await closeProposals()
    let more = true
    while (more && !signal.aborted)
      more = await alongside((within, platforms) =>
        tellChange({ within, platforms, now: clock.now(), before: later(clock.now(), -changesSettle) }),
      )
    const tally = { sent: 0, dropped: 0 }
    let last: Turn | boolean = true
    while (last !== false && !signal.aborted) {
      const after: Turn | undefined = last === true ? undefined : last
      last = await alongside((within, platforms) =>
        sendDue({ within, platforms, now: clock.now(), tally, after, ...(atOnce && { atOnce }) }),
      )
    }
    do more = await alongside((within, platforms) => askOutcomes({ within, platforms, now: clock.now() }))
    while (more && !signal.aborted)
    let after: LinkId | undefined
    do {
      more = await alongside(async (within, platforms) => {
        after = await sendAgendas({ within, platforms, territory: territory(), now: clock.now() }, after)
        return after !== undefined
      })
    } while (more && !signal.aborted)
    do more = await alongside((within, platforms) => showPosts({ within, platforms, now: clock.now() }))
    while (more && !signal.aborted)
    let chat: ChatTurn | undefined
    do {
      more = await alongside(async (within, platforms) => {
        chat = await remindChats(
          { within, platforms, now: clock.now(), ...(chatsAtOnce !== undefined && { chatsAtOnce }) },
          chat,
        )
        return chat !== undefined
      })
    } while (more && !signal.aborted)
    let person: PersonId | undefined
    do {
      more = await alongside(async (within, platforms) => {
        person = await sendOwnWeeks({ within, platforms, territory: territory(), now: clock.now() }, person)
        return person !== undefined
      })
    } while (more && !signal.aborted)
    if (tally.sent + tally.dropped > 0) log.info(tally, 'reminders')
  }
}

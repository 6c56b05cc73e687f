import {
  newId,
  type ActionId,
  type BroadcastId,
  type LetterId,
  type PersonId,
  type ProposalId,
} from '../base/ids.ts'
import { later, type Clock, type Instant } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { type Context, type Message, type Platform, type Services, type Update } from '../chat/index.ts'
import type { Tell } from '../domain/notices/ports.ts'
import { retriedEach, type Account, type Person } from '../domain/people/model.ts'
import type { Self } from '../domain/people/service.ts'
import { ofWords, Refusal } from '../domain/refusal.ts'
import type { Book } from '../phrases/book.ts'
import type { Catalogue } from './catalogue.ts'
import type { Courier } from './courier.ts'
import { cover } from './covering.ts'
import { createDialogue, patience } from './dialogue.ts'
import { kept, type Draft } from './letter.ts'
import { noteChat } from './link-watch.ts'
import type { createMenus } from './menus.ts'
import { withNotice } from './first-time.ts'
import type { Outgoing } from './outgoing.ts'
import type { Repositories, Store } from './ports.ts'
import { createPicturing } from './picturing.ts'
import { redraw, redrawn, settling } from './refreshing.ts'
import { standingFor } from './standing.ts'
import { supersede } from './superseding.ts'
import { createTelling } from './telling.ts'
import { createTurn } from './turn.ts'
import type { Stir, Waker } from './waker.ts'
import { wordRefusal } from './wording.ts'

/**
 * The services of one update, on its transaction; `touched` hears of each action that readers now see otherwise, `recounted` of proposed dates, `tell` writes to
 * whoever must know without having asked, `stirred` hears of each broadcast that has something to do.
 */
export type Serve = (needs: {
  readonly within: Repositories
  readonly self: Self
  readonly touched: (action: ActionId) => void
  readonly recounted: (proposal: ProposalId) => void
  readonly tell: Tell
  readonly stirred: (broadcast: BroadcastId) => void
}) => Services

interface Needs {
  readonly store: Store
  readonly wake: Waker
  readonly stir: Stir
  readonly courier: Courier
  readonly menus: ReturnType<typeof createMenus>
  readonly catalogue: Catalogue
  readonly serve: Serve
  readonly operators: readonly Account[]
  readonly platforms: readonly Platform[]
  readonly t: Book
  readonly clock: Clock
  readonly log: Log
}

interface Written {
  /** Carried at once, by this process. */
  readonly now: readonly LetterId[]
  /** Platforms with letters for the pump: cards to redraw, once taps have settled. */
  readonly later: readonly string[]
  /** The same, for what somebody must be told. */
  readonly told: readonly string[]
  readonly stirred: readonly BroadcastId[]
  /** Whoever spoke, where they are known. */
  readonly by?: PersonId
}

const nothing: Written = { now: [], later: [], told: [], stirred: [] }

/** Only a person does so, who is there. */
const doings: ReadonlySet<Update['said']['is']> = new Set(['command', 'pressed', 'filled', 'text'])

/** Whoever speaks; a stranger gets an id that is stored only if something of theirs is. */
const speaker = async (
  within: Repositories,
  { can }: Platform,
  { platform, from, place, said }: Update,
  now: Instant,
): Promise<Self> => {
  const account = { platform, key: from.key }
  const known = await within.people.byAccount(account)
  // Where no event tells of it, as on Discord, whoever writes in private has opened the door again.
  const isOpen =
    said.is === 'unblocked' || (known?.closed && place.kind === 'private' && said.is !== 'blocked')
  if (isOpen || said.is === 'blocked') await within.people.reachable(account, said.is !== 'blocked')
  // There they may have opened it without a word. Where one must knock, an event tells.
  if (known?.closed && !isOpen && !can.knocks && doings.has(said.is))
    await within.people.retry(account, now, later(now, -retriedEach))
  const { closed, ...found } = known ?? { id: newId.person() }
  const person: Person = {
    ...found,
    known: known !== undefined,
    shownAs: from.name,
    ...(closed && !isOpen && { closed }),
  }
  return { person, account, door: from.door.key }
}

export const createDispatcher = (needs: Needs) => {
  const { store, wake, stir, courier, menus, catalogue, serve, operators, platforms, t, clock, log } = needs
  const contextOf = ({
    platform,
    update,
    services,
    self,
  }: {
    platform: Platform
    update: Update
    services: Services
    self: Self
  }): Omit<Context, 'values'> => ({
    person: self.person,
    place: update.place,
    can: platform.can,
    elsewhere: new Map(
      platforms.flatMap(({ name, can: { looks } }) =>
        looks && name !== platform.name ? [[name, looks] as const] : [],
      ),
    ),
    services,
    t,
    now: clock.now(),
  })

  const write = async (
    within: Repositories,
    platform: Platform,
    update: Update,
    spoken: readonly Outgoing[],
    reader?: PersonId,
  ) => {
    const now = clock.now()
    const drafts = spoken.map(
      ({ message, to }): Draft =>
        (to ? undefined : redrawn(platform, update, message)) ?? {
          to: to ?? update.back,
          lane: 'answer',
          body: { is: 'message', message },
          ...(reader && (to || update.place.kind === 'private') && { reader }),
        },
    )
    return within.outbox.put(
      drafts.map((draft) => (draft.lane === 'answer' ? { ...draft, due: later(now, kept) } : draft)),
      now,
    )
  }

  const withPictures = createPicturing({ store, operators, clock })

  const take = async (platform: Platform, heard: Update): Promise<Written> => {
    const update = await withPictures(platform, heard)
    const standing = await standingFor(catalogue, platform, update)
    return store.transaction(async (within) => {
      if (!(await within.inbox.first(update.platform, update.id, update.at))) return nothing
      const { tell, platforms: told } = createTelling({ within, now: clock.now() })
      const self = await speaker(within, platform, update, clock.now())
      await noteChat(within, tell, update)
      const touched = new Set<ActionId>()
      const recounted = new Set<ProposalId>()
      const stirred = new Set<BroadcastId>()
      const services = serve({
        within,
        self,
        touched: (action) => void touched.add(action),
        recounted: (proposal) => void recounted.add(proposal),
        tell,
        stirred: (id) => void stirred.add(id),
      })
      const context = { ...contextOf({ platform, update, services, self }), ...(standing && { standing }) }
      const dialogue = createDialogue({
        ...context,
        dialogues: within.dialogues,
        account: self.account,
        from: update.from,
      })
      const said = await createTurn({ catalogue, dialogue, context })(update)
      const spoken = services.people.justKept() ? withNotice(t, platform, update, said) : said
      const reader = services.people.known()
      for (const { message } of spoken) await cover(within, message)
      const superseded = await supersede({ within, update, spoken, now: clock.now() })
      return {
        now: await write(within, platform, update, spoken, reader),
        later: [
          ...superseded,
          ...(await redraw({
            within,
            touched,
            recounted,
            now: clock.now(),
            ...(update.said.is === 'pressed' && update.said.on && { on: update.said.on }),
          })),
        ],
        told: [...told],
        stirred: [...stirred],
        ...(reader && { by: reader }),
      }
    })
  }

  /** Nothing that the update had begun is kept; it is marked as seen, and whoever spoke gets a sentence. */
  const sayInstead = (platform: Platform, update: Update, message: Message): Promise<Written> =>
    store.transaction(async (within) => {
      if (!(await within.inbox.first(update.platform, update.id, update.at))) return nothing
      return { ...nothing, now: await write(within, platform, update, [{ message }]) }
    })

  /** A window is closed by then: a button opens it again with what was typed, where other words would do. */
  const refuse = async (platform: Platform, update: Update, refusal: Refusal): Promise<Written> => {
    const { said, from } = update
    const text = wordRefusal(t, refusal)
    if (said.is !== 'filled' || !ofWords.has(refusal.code))
      return sayInstead(platform, update, { text, aside: true })
    await store.dialogues.put(
      { platform: update.platform, key: from.key },
      { route: said.route, answers: said.answers, asking: '' },
      later(clock.now(), patience),
    )
    const rows = [[{ label: t.dialogue.correct, route: said.route }]]
    return sayInstead(platform, update, { text, rows, aside: true })
  }

  const written = async (platform: Platform, update: Update): Promise<Written> => {
    try {
      return await take(platform, update)
    } catch (error) {
      if (error instanceof Refusal) return refuse(platform, update, error)
      log.error({ err: error, platform: update.platform, said: update.said.is }, 'an update failed')
      return sayInstead(platform, update, { text: t.engine.failed, aside: true })
    }
  }

  return {
    hear: async (platform: Platform, update: Update): Promise<void> => {
      const letters = await written(platform, update)
      for (const id of letters.now) if (!(await courier.carry(id))) await wake(platform.name, kept)
      for (const each of letters.told) await wake(each, 0)
      for (const each of letters.stirred) await stir(each)
      for (const each of new Set(letters.later)) await wake(each, settling)
      await menus(platform, update, letters.by)
    },
  }
}

import { plain } from '../../src/base/rich.ts'
import { newId, type ActionId } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/clock.ts'
import type { Message, Place, Update } from '../../src/chat/index.ts'
import type { Action } from '../../src/domain/actions/model.ts'
import type { Group } from '../../src/domain/groups/model.ts'
import type { Telling } from '../../src/domain/notices/ports.ts'
import type { Person } from '../../src/domain/people/model.ts'
import { type Self } from '../../src/domain/people/service.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import type { Gazetteer } from '../../src/domain/territory/ports.ts'
import { createCatalogue, discover } from '../../src/engine/catalogue.ts'
import { createDialogue } from '../../src/engine/dialogue.ts'
import { createTurn } from '../../src/engine/turn.ts'
import { wordRefusal } from '../../src/engine/wording.ts'
import type { Repositories } from '../../src/engine/ports.ts'
import { createServe } from '../../src/serving.ts'
import { createGazetteer } from '../../src/outside/gazetteer/gazetteer.ts'
import { fr } from '../../src/phrases/fr.ts'
import { createActionsInMemory } from './actions.ts'
import type { Actor } from './actor.ts'
import { createAnnouncementsInMemory } from './announcements.ts'
import { createBroadcastsInMemory } from './broadcasts.ts'
import { dialoguesInMemory } from './dialogues.ts'
import { createCalendarsInMemory } from './calendars.ts'
import { createGroupsInMemory } from './groups.ts'
import { expectToFit } from './limits.ts'
import { wednesday } from './makings.ts'
import { createPairingsInMemory } from './pairings.ts'
import { abilities, type PlatformName } from './abilities.ts'
import { createPeopleInMemory } from './people.ts'
import { createLinksInMemory } from './links.ts'
import { createInvitationsInMemory, createJournalInMemory } from './office.ts'
import { outcomesInMemory } from './outcomes.ts'
import { createRemindersInMemory } from './reminders.ts'
import { createDraftsInMemory, noPlanning } from './plans.ts'
import { createRolesInMemory } from './roles.ts'

export type { Actor }

let map: Gazetteer | undefined

/** The real one: read once for all the tests of a file. */
export const territory = (): Gazetteer => (map ??= createGazetteer())

interface Made {
  readonly groups?: readonly Group[]
  readonly actions?: readonly Action[]
  readonly now?: Instant
  /** Names of those who may appoint the first animators. */
  readonly operators?: readonly string[]
  /** Where the web part is reached from outside. */
  readonly root?: string
}

type Reachable = { readonly [K in keyof Repositories]?: object }

interface Where {
  readonly on?: PlatformName
  readonly in?: Place['kind']
}

export const wordsOf = (messages: readonly Message[]): string =>
  messages.map(({ text }) => plain(text)).join('\n---\n')

/** A world of groups and actions, the commands as they are, and people who use them; no platform, no database. */
export const createWorld = async ({
  groups = [],
  actions = [],
  now = wednesday,
  operators = [],
  root,
}: Made = {}) => {
  const catalogue = createCatalogue(await discover(new URL('../../commands/', import.meta.url)))
  const groupStore = createGroupsInMemory(groups, actions)
  const actionStore = createActionsInMemory(actions, groupStore)
  const roles = createRolesInMemory(groups)
  const reminders = createRemindersInMemory()
  const calendars = createCalendarsInMemory()
  const people = createPeopleInMemory(
    (id) => {
      groupStore.forget(id)
      roles.forget(id)
      reminders.forget(id)
      calendars.forget(id)
      return actionStore.forget(id)
    },
    () => new Date(now),
  )
  const broadcasts = createBroadcastsInMemory()
  const links = createLinksInMemory()
  const announcements = createAnnouncementsInMemory()
  const invitations = createInvitationsInMemory()
  const journal = createJournalInMemory(async (id) => (await people.kept(id))?.name)
  const drafts = createDraftsInMemory()
  const told: Telling[] = []
  const dialogues = dialoguesInMemory()
  const pairings = createPairingsInMemory()
  const touched: ActionId[] = []
  /** What commands may reach; the ports have more, which is not for them: imports, and the work of jobs. */
  const within: Reachable = {
    people,
    pairing: pairings,
    roles,
    invitations,
    journal,
    groups: groupStore,
    actions: actionStore,
    answers: actionStore,
    reminders,
    outcomes: outcomesInMemory,
    links,
    announcements,
    broadcasts: { ...broadcasts, watch: async () => undefined, watched: async () => undefined },
    calendars,
    ...noPlanning,
    drafts,
  }
  let updates = 0

  const speaker = async (platform: string, name: string): Promise<Self> => {
    const account = { platform, key: name }
    const known = await people.byAccount(account)
    const person: Person = known
      ? { ...known, known: true, shownAs: name }
      : { id: newId.person(), known: false, shownAs: name }
    return { person, account, door: `door of ${name}` }
  }

  const actor = (name: string, { on = 'telegram', in: kind = 'private' }: Where = {}): Actor => {
    let last: readonly Message[] = []
    let shown: readonly Message[] = []

    const does: Actor['does'] = async (said, standing) => {
      const self = await speaker(on, name)
      const services = createServe({
        everywhere: 'Coordination',
        operators: operators.map((key) => ({ platform: on, key })),
        territory,
        zoneOf: () => undefined,
        ways: () => [],
        owed: () => {},
        undo: 30_000,
        clock: { now: () => now },
        ...(root !== undefined && { publicUrl: root }),
      })({
        within: within as never,
        self,
        touched: (id) => touched.push(id),
        recounted: () => {},
        tell: async (telling) => {
          told.push(telling)
          return 'told'
        },
        stirred: () => {},
      })
      const place: Place = { kind, key: kind === 'private' ? name : 'chat' }
      const context = {
        person: self.person,
        place,
        can: abilities[on],
        elsewhere: new Map(),
        services,
        t: fr,
        now,
        ...(standing && { standing }),
      }
      const from = { key: name, name, door: { platform: on, key: self.door } }
      const dialogue = createDialogue({ ...context, dialogues, account: self.account, from })
      const update: Update = {
        platform: on,
        id: String((updates += 1)),
        at: now,
        from,
        place,
        back: { platform: on, key: place.key },
        said,
      }
      try {
        last = (await createTurn({ catalogue, dialogue, context })(update)).map(({ message }) => message)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        last = [{ text: wordRefusal(fr, error), aside: true }]
      }
      for (const message of last) expectToFit(message)
      if (last.some(({ rows, form }) => rows || form)) shown = last
      return last
    }

    const pressable = () =>
      shown
        .flatMap(({ rows }) => rows ?? [])
        .flat()
        .flatMap((button) => ('route' in button ? [button] : []))

    return {
      does,
      says: (text) => {
        const [, command, line] = /^\/(\S+)\s*([^]*)$/.exec(text) ?? []
        return does(
          command === undefined ? { is: 'text', text } : { is: 'command', name: command, line: line ?? '' },
        )
      },
      asks: (command, options = {}) => does({ is: 'command', name: command, options }),
      presses: (label) => {
        const button = pressable().find((each) => each.label === label || each.label.startsWith(label))
        if (!button)
          throw new Error(
            `no button « ${label} » among: ${pressable()
              .map((each) => each.label)
              .join(' | ')}`,
          )
        return does({ is: 'pressed', route: button.route })
      },
      sends: (route) => does({ is: 'pressed', route }),
      fills: (answers) => {
        const form = shown.find((message) => message.form)?.form
        if (!form) throw new Error('no window is open')
        return does({ is: 'filled', route: form.route, answers })
      },
      shares: (point) => does({ is: 'position', point }),
      seen: () => wordsOf(last),
      buttons: () =>
        last
          .flatMap(({ rows }) => rows ?? [])
          .flat()
          .map(({ label }) => label),
    }
  }

  return {
    actor,
    people,
    roles,
    reminders,
    told,
    groupStore,
    actionStore,
    announcements,
    broadcasts,
    touched,
    catalogue,
  }
}
